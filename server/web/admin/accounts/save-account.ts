import type { Account } from '../../../../shared/contract/account.ts';
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { setChange } from '../form/set-change.ts';
import type { AccountDraft } from './account-draft.ts';

/** Saves what differs, and returns the account as it is then. Throws the server's `AppError`. */
export async function saveAccount(
  server: Client<AdminContract>,
  saved: Account,
  { channels, leads, capacity, ...fields }: AccountDraft,
): Promise<Account> {
  const { id } = saved;
  let { account } = await server.call('accounts.update', { id, ...fields, leads: [...leads] });
  if (saved.capacity !== capacity) ({ account } = await server.call('accounts.setCapacity', { id, capacity }));
  const { add, remove } = setChange(saved.channels, channels);
  if (add.length + remove.length === 0) return account;
  // The server keeps members by channel. One that was removed meanwhile is passed over.
  const now = new Set((await server.call('channels.list', {})).channels.map((channel) => channel.id));
  const isThere = (channel: ChannelId) => now.has(channel);
  for (const channel of add.filter(isThere))
    await server.call('channels.changeMembers', { id: channel, add: [id], remove: [] });
  for (const channel of remove.filter(isThere))
    await server.call('channels.changeMembers', { id: channel, add: [], remove: [id] });
  return (await server.call('accounts.get', { id })).account;
}
