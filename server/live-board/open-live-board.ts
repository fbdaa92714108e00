/** The live board: one look that costs no more than who is there and who waits. */
import type { Account } from '../../shared/contract/account.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import type { adminBoardOperations, LiveBoard } from '../../shared/contract/live-board.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Clock } from '../config/clock.ts';
import { anyOf } from '../documents/any-of.ts';
import type { PresenceModels } from '../presence/presence-model.ts';
import { standingsOf } from '../presence/standings.ts';
import type { QueueLook } from '../queue/queue-look.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import { channelsOf, makeBoard } from './make-board.ts';

export interface LiveBoardNeeds {
  readonly queueLook: Pick<QueueLook, 'look'>;
  readonly model: SessionModel;
  readonly intervals: PresenceModels['intervals'];
  readonly accounts: { list(): Promise<Account[]> };
  /** What today came to so far for these reps, at most half a minute old. */
  readonly today: (reps: readonly AccountId[] | undefined) => Promise<LiveBoard['today']>;
  /** The reps whom somebody may see; `undefined` for all. */
  readonly seenBy: SeenBy;
  readonly clock: Clock;
}

export type LiveBoardHandlers = Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminBoardOperations>;

export function openLiveBoard(needs: LiveBoardNeeds): LiveBoardHandlers {
  const { queueLook, model, intervals, accounts, today, seenBy, clock } = needs;

  /** Counted by the store: a channel may be answered by others than those who are shown. */
  async function countInSession(channels: readonly ChannelId[]) {
    const counted = channels.map(async (channel) => {
      return [channel, await model.countDocuments({ channel, state: 'live' })] as const;
    });
    return new Map(await Promise.all(counted));
  }

  return {
    async 'board.look'(_nothing, { account }) {
      const seen = await seenBy(account);
      const isSeen = ({ id, disabled, channels }: Account) =>
        !disabled && channels.length > 0 && (seen === undefined || seen.includes(id));
      const reps = (await accounts.list()).filter(isSeen);
      const [queue, standings, live, soFar] = await Promise.all([
        queueLook.look(),
        standingsOf(intervals, reps),
        model.find({ owner: anyOf(reps.map(({ id }) => id)), state: 'live', ownerLeft: { $exists: false } }).lean(),
        today(seen),
      ]);
      const inSession = await countInSession(channelsOf(queue, reps).map(({ channel }) => channel.id));
      return { board: makeBoard({ queue, reps, standings, live, inSession, today: soFar, at: clock.now() }) };
    },
  };
}
