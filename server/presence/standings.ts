import type { Account, Presence } from '../../shared/contract/account.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { PresenceModels } from './presence-model.ts';

/** What a rep is, and since when. */
export interface Standing {
  readonly presence: Presence;
  readonly since: number;
}

/** The standings of these accounts; those who were never there are left out. */
export async function standingsOf(
  intervals: PresenceModels['intervals'],
  accounts: readonly Pick<Account, 'id'>[],
): Promise<Map<AccountId, Standing>> {
  const lasting = await intervals.find({ account: { $in: accounts.map(({ id }) => id) }, lasts: true }).lean();
  return new Map(lasting.map(({ account, presence, from }) => [account, { presence, since: from }]));
}
