import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { ChosenPresence, Presence } from '../../shared/contract/account.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';

/** Where a rep stands now: one document each, so that one atomic update can take a seat or give it back. */
export interface RepRecord {
  _id: AccountId;
  loggedIn: boolean;
  chosen: ChosenPresence;
  /** The live sessions, each once: taking or giving back a seat twice changes nothing. */
  seats: SessionId[];
  shown: Presence;
}

/** A stretch of time in which a rep was one thing. `to` is missing in the one that lasts. */
export interface PresenceInterval {
  account: AccountId;
  presence: Presence;
  from: number;
  to?: number;
  /** Only on the one that lasts, so that a unique index allows one of it. */
  lasts?: true;
}

const options = { versionKey: false, autoIndex: false, autoCreate: false } as const;

const repSchema = new Schema<RepRecord>(
  {
    _id: { type: String, required: true },
    loggedIn: { type: Boolean, required: true },
    chosen: { type: String, required: true },
    seats: { type: [String], required: true },
    shown: { type: String, required: true },
  },
  { ...options, collection: 'rep_standings' },
);

const intervalSchema = new Schema<PresenceInterval>(
  {
    account: { type: String, required: true },
    presence: { type: String, required: true },
    from: { type: Number, required: true },
    to: { type: Number },
    lasts: { type: Boolean },
  },
  { ...options, collection: 'presence_intervals' },
);
intervalSchema.index({ account: 1, from: 1 });
intervalSchema.index(
  { account: 1, lasts: 1 },
  { unique: true, partialFilterExpression: { lasts: true }, name: 'one_lasting_interval' },
);

/** Where reps stand, and the intervals of it that have been. */
export function presenceModels(connection: Connection) {
  return {
    reps: connection.model('RepStanding', repSchema),
    intervals: connection.model('PresenceInterval', intervalSchema),
  };
}
export type PresenceModels = ReturnType<typeof presenceModels>;
