import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { PresenceModels } from './presence-model.ts';

/** How many customers a rep has, as the sessions that hold their seats. */
export interface Seats {
  /**
   * Holds a seat for a claim that may yet be lost, if fewer than `limit` are taken; says whether it does. Settled by the
   * store. Until it is taken nothing has been done: idle time goes on.
   */
  holdSeat(account: AccountId, session: SessionId, limit: number): Promise<boolean>;
  /** Lets a seat go that was only held; harmless when it was not. */
  letSeatGo(account: AccountId, session: SessionId): Promise<void>;
  /** A session has begun: its rep is idle no longer. Harmless when its seat is taken already. */
  takeSeat(account: AccountId, session: SessionId): Promise<void>;
  /** A session has ended: idle from now on. Harmless when it has no seat. */
  giveSeatBack(account: AccountId, session: SessionId): Promise<void>;
  /** Every seat that is taken. */
  allSeats(): Promise<ReadonlyMap<AccountId, readonly SessionId[]>>;
}

export function createSeats(reps: PresenceModels['reps'], clock: Clock): Seats {
  return {
    async holdSeat(account, session, limit) {
      // Room is where the last seat that is allowed does not exist. Whoever claims is there, whatever was missed before.
      const held = await reps.updateOne(
        { _id: account, seats: { $ne: session }, [`seats.${limit - 1}`]: { $exists: false } },
        { $addToSet: { seats: session }, $set: { missed: 0 } },
      );
      return held.modifiedCount === 1;
    },
    async letSeatGo(account, session) {
      await reps.updateOne({ _id: account, seats: session }, { $pull: { seats: session } });
    },
    async takeSeat(account, session) {
      const working = { idleSince: clock.now(), missed: 0 };
      await reps.updateOne({ _id: account }, { $addToSet: { seats: session }, $set: working });
    },
    async giveSeatBack(account, session) {
      await reps.updateOne(
        { _id: account, seats: session },
        { $pull: { seats: session }, $set: { idleSince: clock.now() } },
      );
    },
    async allSeats() {
      const seated = await reps.find({ 'seats.0': { $exists: true } }).lean();
      return new Map(seated.map(({ _id, seats }) => [_id, seats]));
    },
  };
}
