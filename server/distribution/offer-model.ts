import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AccountId, ChannelId, OfferId, RequestId } from '../../shared/contract/identifiers.ts';
import { OfferEnd } from '../../shared/contract/offer-operations.ts';
import { AssignmentEnd } from '../../shared/contract/team.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';

/** Which lead has put a request before this rep, and what came of it. Names as they were then. */
export const Assigned = v.object({
  by: AccountId,
  byName: v.fallback(v.string(), ''),
  customer: v.fallback(v.string(), ''),
  end: v.exactOptional(v.fallback(AssignmentEnd, 'withdrawn')),
});
export type Assigned = v.InferOutput<typeof Assigned>;

/** An offer as it is stored. It stays after its end: statistics read what was missed. */
export const OfferRecord = v.object({
  _id: OfferId,
  request: RequestId,
  channel: ChannelId,
  rep: AccountId,
  /** As the other reps read it. */
  repName: v.fallback(v.string(), ''),
  /** `false` under the policy *to all*, where others are asked at the same time. */
  exclusive: v.boolean(),
  state: v.picklist(['open', ...OfferEnd.options]),
  madeAt: Moment,
  dueAt: Moment,
  settledAt: v.exactOptional(Moment),
  /** Missing where the channel's policy chose the rep. */
  assigned: v.exactOptional(Assigned),
});
export type OfferRecord = v.InferOutput<typeof OfferRecord>;

const schema = new Schema<OfferRecord>(
  {
    _id: { type: String, required: true },
    request: { type: String, required: true },
    channel: { type: String, required: true },
    rep: { type: String, required: true },
    repName: { type: String, default: '' },
    exclusive: { type: Boolean, required: true },
    state: { type: String, required: true },
    madeAt: { type: Number, required: true },
    dueAt: { type: Number, required: true },
    settledAt: { type: Number },
    assigned: { type: Schema.Types.Mixed },
  },
  { collection: 'offers', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, OfferRecord);
// Whoever makes an offer asks the store: of two processes that offer at once, one is refused.
schema.index(
  { rep: 1 },
  { unique: true, partialFilterExpression: { state: 'open' }, name: 'one_open_offer_for_each_rep' },
);
schema.index(
  { request: 1 },
  {
    unique: true,
    partialFilterExpression: { state: 'open', exclusive: true },
    name: 'one_open_exclusive_offer_for_each_request',
  },
);
schema.index({ state: 1, madeAt: 1 });
schema.index({ request: 1, state: 1 });
schema.index({ rep: 1, madeAt: -1 });
schema.index({ channel: 1, madeAt: -1 });
schema.index(
  { madeAt: -1 },
  { partialFilterExpression: { 'assigned.by': { $exists: true } }, name: 'assigned_by_leads' },
);

/** The offers. */
export function offerModel(connection: Connection): OfferModel {
  return connection.model<OfferRecord>('Offer', schema);
}
export type OfferModel = Model<OfferRecord>;
