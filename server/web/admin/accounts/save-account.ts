import type { Account } from '../../../../shared/contract/account.ts';
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { AccountDraft } from './account-draft.ts';
import { isSameSet } from './account-draft.ts';

/** Saves what differs, and returns the account as it is then. Throws the server's `AppError`. */
export async function saveAccount(
  server: Client<AdminContract>,
  saved: Account,
  { channels, ...fields }: AccountDraft,
): Promise<Account> {
  const { account } = await server.call('accounts.update', { id: saved.id, ...fields });
  if (isSameSet(saved.channels, channels)) return account;
  // The server keeps members by channel: read anew, so that what somebody else changed meanwhile stays.
  const now = await server.call('channels.list', {});
  for (const { id, members } of now.channels) {
    const isWanted = channels.includes(id);
    if (isWanted === saved.channels.includes(id) || isWanted === members.includes(saved.id)) continue;
    const others = members.filter((member) => member !== saved.id);
    await server.call('channels.setMembers', { id, members: isWanted ? [...others, saved.id] : others });
  }
  return { ...account, channels: [...channels] };
}
