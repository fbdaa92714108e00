import type { Account } from '../../../../shared/contract/account.ts';
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { AccountDraft } from './account-draft.ts';
import { isSameSet } from './account-draft.ts';

/** Saves what differs, and returns the account as it is then. Throws the server's `AppError`. */
export async function saveAccount(
  server: Client<AdminContract>,
  saved: Account,
  { channels, leads, capacity, ...fields }: AccountDraft,
): Promise<Account> {
  const { id } = saved;
  let { account } = await server.call('accounts.update', { id, ...fields, leads: [...leads] });
  if (saved.capacity !== capacity) ({ account } = await server.call('accounts.setCapacity', { id, capacity }));
  if (isSameSet(saved.channels, channels)) return account;
  // The server keeps members by channel: read anew, so that what somebody else changed meanwhile stays.
  const now = await server.call('channels.list', {});
  for (const { id: channel, members } of now.channels) {
    const isWanted = channels.includes(channel);
    if (isWanted === saved.channels.includes(channel) || isWanted === members.includes(id)) continue;
    const others = members.filter((member) => member !== id);
    await server.call('channels.setMembers', { id: channel, members: isWanted ? [...others, id] : others });
  }
  return { ...account, channels: [...channels] };
}
