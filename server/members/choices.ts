/** Who could be asked to come into a session, or to go on with it. Pure. */
import type { Account } from '../../shared/contract/account.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { AskableChannel, AskableRep } from '../../shared/contract/member-operations.ts';
import type { RepAtWork } from '../presence/derive-presence.ts';
import { derivePresence } from '../presence/derive-presence.ts';
import type { QueueView } from '../queue/queue-views.ts';

/** Everybody who is signed in but those in the session, those with fewer customers first; and every channel. */
export function choicesFor(
  inSession: readonly AccountId[],
  known: {
    readonly accounts: readonly Account[];
    readonly atWork: ReadonlyMap<AccountId, RepAtWork>;
    readonly connected: ReadonlySet<AccountId>;
    readonly queue: QueueView;
  },
): { reps: AskableRep[]; channels: AskableChannel[] } {
  const { accounts, atWork, connected, queue } = known;
  const channels = [...queue.channels.values()];
  const reps = accounts.flatMap((account): AskableRep[] => {
    const standing = atWork.get(account.id);
    const isThere = connected.has(account.id) && standing !== undefined && !account.disabled;
    if (!isThere || inSession.includes(account.id)) return [];
    const theirs = channels.filter(({ channel }) => channel.members.includes(account.id));
    return [
      {
        account: account.id,
        name: account.displayName,
        picture: account.picture,
        presence: derivePresence(standing),
        helping: standing.activeSessions,
        channels: theirs.map(({ channel }) => channel.name),
      },
    ];
  });
  return {
    reps: reps.toSorted(
      (one, other) =>
        Number(one.presence === 'away') - Number(other.presence === 'away') ||
        one.helping - other.helping ||
        one.name.localeCompare(other.name),
    ),
    channels: channels.map(({ channel, status }) => ({ id: channel.id, name: channel.name, status })),
  };
}
