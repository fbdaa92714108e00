import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { PresenceModels } from './presence-model.ts';

/** How many customers a rep has, as the sessions that hold their seats. */
export interface Seats {
  /** Takes a seat for a session if fewer than `limit` are taken; says whether it did. Settled by the store. */
  takeSeat(account: AccountId, session: SessionId, limit?: number): Promise<boolean>;
  /** Harmless when the session has no seat. */
  giveSeatBack(account: AccountId, session: SessionId): Promise<void>;
  /** Every seat that is taken. */
  allSeats(): Promise<ReadonlyMap<AccountId, readonly SessionId[]>>;
}

export function createSeats(reps: PresenceModels['reps'], clock: Clock): Seats {
  return {
    async takeSeat(account, session, limit) {
      // Room is where the last seat that is allowed does not exist.
      const hasRoom = limit === undefined ? {} : { [`seats.${limit - 1}`]: { $exists: false } };
      // Whoever takes a customer is there, whatever was missed before.
      const working = { idleSince: clock.now(), missed: 0 };
      const taken = await reps.updateOne(
        { _id: account, seats: { $ne: session }, ...hasRoom },
        { $addToSet: { seats: session }, $set: working },
      );
      return taken.modifiedCount === 1;
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
