import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { AwayBecause, ChosenPresence, Presence } from '../../shared/contract/account.ts';
import { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';

/**
 * Where a rep stands now: one document each, so that one atomic update can take a seat or give it back. What is missing or wrong in it is read as in one
 * who is not here, and written anew by the next start.
 */
export const RepRecord = v.object({
  _id: AccountId,
  loggedIn: v.fallback(v.boolean(), false),
  chosen: v.fallback(ChosenPresence, 'online'),
  /** The live sessions, each once: taking or giving back a seat twice changes nothing. */
  seats: v.fallback(v.array(SessionId), []),
  shown: v.fallback(Presence, 'offline'),
  awayBecause: v.fallback(AwayBecause, null),
  /** Offers missed in a row. */
  missed: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  idleSince: v.fallback(Moment, 0),
  offeredAt: v.fallback(Moment, 0),
});
export type RepRecord = v.InferOutput<typeof RepRecord>;

/** A stretch of time in which a rep was one thing. `to` is missing in the one that lasts. */
export const PresenceInterval = v.object({
  account: AccountId,
  presence: Presence,
  from: Moment,
  to: v.exactOptional(Moment),
  /** Only on the one that lasts, so that a unique index allows one of it. */
  lasts: v.exactOptional(v.literal(true)),
});
export type PresenceInterval = v.InferOutput<typeof PresenceInterval>;

const options = { versionKey: false, autoIndex: false, autoCreate: false } as const;

const repSchema = new Schema<RepRecord>(
  {
    _id: { type: String, required: true },
    loggedIn: { type: Boolean, required: true },
    chosen: { type: String, required: true },
    seats: { type: [String], required: true },
    shown: { type: String, required: true },
    awayBecause: { type: String, default: null },
    missed: { type: Number, default: 0 },
    idleSince: { type: Number, default: 0 },
    offeredAt: { type: Number, default: 0 },
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
readAs(repSchema, RepRecord);
readAs(intervalSchema, PresenceInterval);
intervalSchema.index({ account: 1, from: 1 });
intervalSchema.index({ from: 1 });
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
