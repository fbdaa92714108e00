/** Rights as a feature: stored, asked in the web panel, told to extensions, and taken back in the middle of a session. */
import type { Account } from '../../shared/contract/account.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { groupOf } from '../../shared/contract/group-tree.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { RightSubject } from '../../shared/contract/right.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import { rightModel } from './right-model.ts';
import { createRights } from './right-service.ts';
import type { Rights } from './right-service.ts';

type RightHandlers = Pick<Handlers<AdminContract, AdminContext>, 'rights.get' | 'rights.set' | 'rights.of'>;

export interface RightsFeature {
  readonly rights: Rights;
  readonly adminHandlers: RightHandlers;
  /** Ends listening. */
  stop(): void;
}

/** `onDenied` hears of everybody connected after a change, so that a consent which may not be used any more is given back. */
export async function openRights(
  needs: Pick<FeatureNeeds, 'connection' | 'groups' | 'accounts' | 'accountNews' | 'links' | 'clock' | 'log'>,
  onChange: (account: Account, rights: Awaited<ReturnType<Rights['of']>>) => Promise<void>,
): Promise<RightsFeature> {
  const { connection, groups, accounts, accountNews, links, clock, log } = needs;
  const model = rightModel(connection);
  await model.createIndexes();
  const rights = createRights({ model, groups, clock });

  async function tell(id: AccountId): Promise<void> {
    const account = await accounts.find(id);
    if (account === undefined) return;
    const held = await rights.of(account);
    links.toAccount(id, { type: 'rights.changed', rights: held });
    await onChange(account, held);
  }
  const tellAll = async () => {
    rights.forget();
    for (const id of links.accountsConnected()) await tell(id);
  };
  const noted = (telling: Promise<void>) =>
    void telling.catch((error: unknown) => log.fault('Could not tell reps which rights they have now', error));
  const stops = [
    groups.subscribe(() => noted(tellAll())),
    accountNews.subscribe({
      changed({ id }) {
        rights.forget();
        if (links.accountsConnected().has(id)) noted(tell(id));
      },
      revoked: () => undefined,
    }),
  ];

  async function requireSubject(subject: RightSubject): Promise<void> {
    const isThere =
      subject.kind === 'role' ||
      (subject.kind === 'group'
        ? groupOf(await groups.tree(), subject.group) !== undefined
        : (await accounts.find(subject.account)) !== undefined);
    if (!isThere) throw new AppError('not-found');
  }

  return {
    rights,
    adminHandlers: {
      'rights.get': async ({ subject }) => {
        await requireSubject(subject);
        return { setting: await rights.setting(subject) };
      },
      'rights.set': async ({ subject, setting }) => {
        await requireSubject(subject);
        const decided = await rights.set(subject, setting);
        await tellAll();
        return { setting: decided };
      },
      'rights.of': async ({ id }) => {
        const account = await accounts.find(id);
        if (account === undefined) throw new AppError('not-found');
        return { rights: await rights.of(account) };
      },
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}
