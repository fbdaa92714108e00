import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AccountId, ChannelId, MemberAskId, RequestId, SessionId } from '../../shared/contract/identifiers.ts';
import { ChosenIncident } from '../../shared/contract/incident.ts';
import { Brief } from '../../shared/contract/member.ts';
import { Priority } from '../../shared/contract/queue-settings.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { foundByWords } from '../documents/found-by-words.ts';
import { BrowserId } from '../edge/links.ts';

/** A rep who was offered a request and did not take it. */
const Try = v.object({ account: AccountId, at: Moment, how: v.picklist(['missed', 'passed']) });

/**
 * A session that asks for another rep, and who its rep is or was. `transfer`: that one stays in charge until somebody takes it.
 * `left`: that one has left it here. Lost, when missing.
 */
const Takeover = v.object({
  session: SessionId,
  from: AccountId,
  fromName: v.string(),
  why: v.exactOptional(v.picklist(['transfer', 'left'])),
  transfer: v.exactOptional(v.object({ ask: MemberAskId, stays: v.boolean(), brief: v.nullable(Brief) })),
});
export type Takeover = v.InferOutput<typeof Takeover>;

/** A support request as it is stored. */
export const RequestRecord = v.object({
  _id: RequestId,
  browser: BrowserId,
  channel: ChannelId,
  channelName: v.string(),
  name: v.string(),
  email: v.fallback(v.string(), ''),
  phone: v.fallback(v.string(), ''),
  /** By its name when it was chosen, so that it can be read whatever becomes of the catalogue. */
  incident: v.exactOptional(v.fallback(v.nullable(ChosenIncident), null)),
  reason: v.string(),
  message: v.fallback(v.string(), ''),
  createdAt: Moment,
  /** The place in line when it was made, from 1: what a wait is measured against. */
  placeAtStart: v.pipe(v.number(), v.integer(), v.minValue(1)),
  priority: v.fallback(Priority, 'normal'),
  /** Who had it before, oldest first. */
  tried: v.fallback(v.array(Try), []),
  takeover: v.exactOptional(Takeover),
  state: v.picklist(['waiting', 'claimed', 'left']),
  /** When it was claimed or left. */
  settledAt: v.exactOptional(Moment),
  claimedBy: v.exactOptional(AccountId),
  /** The session that a claim begins; settled together with the claim. */
  session: v.exactOptional(SessionId),
  /** The claim came to its session, whatever has become of that since. Missing while that is being done. */
  begun: v.exactOptional(v.boolean()),
});
export type RequestRecord = v.InferOutput<typeof RequestRecord>;

const schema = new Schema<RequestRecord>(
  {
    _id: { type: String, required: true },
    browser: { type: String, required: true },
    channel: { type: String, required: true },
    channelName: { type: String, required: true },
    name: { type: String, required: true },
    email: { type: String, default: '' },
    phone: { type: String, default: '' },
    incident: { type: Schema.Types.Mixed },
    reason: { type: String, required: true },
    message: { type: String, default: '' },
    createdAt: { type: Number, required: true },
    placeAtStart: { type: Number, required: true },
    priority: { type: String, default: 'normal' },
    tried: { type: Schema.Types.Mixed, default: [] },
    takeover: { type: Schema.Types.Mixed },
    state: { type: String, required: true },
    settledAt: { type: Number },
    claimedBy: { type: String },
    session: { type: String },
    begun: { type: Boolean },
  },
  { collection: 'support_requests', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, RequestRecord);
foundByWords(schema, 'requests_by_word');
schema.index(
  { browser: 1 },
  { unique: true, partialFilterExpression: { state: 'waiting' }, name: 'one_waiting_request_for_each_browser' },
);
schema.index({ state: 1, createdAt: 1 });
schema.index({ createdAt: 1 });
schema.index({ channel: 1, state: 1, settledAt: -1 });
schema.index({ state: 1, settledAt: -1 });
schema.index(
  { session: 1 },
  { partialFilterExpression: { session: { $exists: true } }, name: 'requests_of_a_session' },
);
schema.index({ 'takeover.session': 1 }, { partialFilterExpression: { state: 'waiting' }, name: 'waiting_takeovers' });
schema.index(
  { 'takeover.session': 1, state: 1 },
  { partialFilterExpression: { 'takeover.session': { $exists: true } }, name: 'takeovers_of_a_session' },
);

/** The support requests. */
export function requestModel(connection: Connection): RequestModel {
  return connection.model<RequestRecord>('SupportRequest', schema);
}
export type RequestModel = Model<RequestRecord>;
