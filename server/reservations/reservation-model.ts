import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { AccountId, ChannelId, ReservationId, SessionId } from '../../shared/contract/identifiers.ts';
import { TimeZone } from '../../shared/contract/business-hours.ts';
import { ReservationEnd } from '../../shared/contract/reservation.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { foundByWords } from '../documents/found-by-words.ts';
import { BrowserId } from '../edge/links.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A reservation as it is stored. */
export const ReservationRecord = v.object({
  _id: ReservationId,
  browser: BrowserId,
  channel: ChannelId,
  channelName: v.string(),
  name: v.string(),
  email: v.fallback(v.string(), ''),
  phone: v.fallback(v.string(), ''),
  reason: v.string(),
  message: v.fallback(v.string(), ''),
  createdAt: Moment,
  wishedAt: v.fallback(v.nullable(Moment), null),
  /** The customer's own, where their browser told. */
  timeZone: v.fallback(v.optional(TimeZone), undefined),
  expiresAt: Moment,
  /** There while it is open or somebody calls, and missing afterwards: what is unique of reservations is so among these. */
  open: v.exactOptional(v.literal(true)),
  /** Its place among the open ones of the channel: no two have the same, so that there can be no more than places. */
  slot: Count,
  state: v.union([v.picklist(['open', 'calling']), ReservationEnd]),
  due: v.fallback(v.boolean(), false),
  missed: v.fallback(Count, 0),
  lastMissedAt: v.fallback(v.nullable(Moment), null),
  /** Who calls, in which session. */
  calling: v.exactOptional(v.object({ account: AccountId, by: v.string(), since: Moment, session: SessionId })),
  settledAt: v.exactOptional(Moment),
  settledBy: v.exactOptional(AccountId),
});
export type ReservationRecord = v.InferOutput<typeof ReservationRecord>;

const schema = new Schema<ReservationRecord>(
  {
    _id: { type: String, required: true },
    browser: { type: String, required: true },
    channel: { type: String, required: true },
    channelName: { type: String, required: true },
    name: { type: String, required: true },
    email: { type: String, default: '' },
    phone: { type: String, default: '' },
    reason: { type: String, required: true },
    message: { type: String, default: '' },
    createdAt: { type: Number, required: true },
    wishedAt: { type: Number, default: null },
    timeZone: { type: String },
    expiresAt: { type: Number, required: true },
    open: { type: Boolean },
    slot: { type: Number, required: true },
    state: { type: String, required: true },
    due: { type: Boolean, required: true },
    missed: { type: Number, required: true },
    lastMissedAt: { type: Number, default: null },
    calling: { type: Schema.Types.Mixed },
    settledAt: { type: Number },
    settledBy: { type: String },
  },
  { collection: 'reservations', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, ReservationRecord);
foundByWords(schema, 'reservations_by_word');
schema.index(
  { browser: 1 },
  { unique: true, partialFilterExpression: { open: true }, name: 'one_open_reservation_for_each_browser' },
);
schema.index(
  { channel: 1, slot: 1 },
  { unique: true, partialFilterExpression: { open: true }, name: 'one_open_reservation_for_each_slot' },
);
schema.index(
  { open: 1, channel: 1, createdAt: 1 },
  { partialFilterExpression: { open: true }, name: 'open_reservations' },
);
schema.index({ 'calling.session': 1 }, { sparse: true });
schema.index({ createdAt: 1 });

/** The reservations. */
export function reservationModel(connection: Connection) {
  return connection.model('Reservation', schema);
}
export type ReservationModel = ReturnType<typeof reservationModel>;
