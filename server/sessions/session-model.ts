import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { ChannelId, SessionId } from '../../shared/contract/identifiers.ts';
import { ChosenIncident } from '../../shared/contract/incident.ts';
import { SessionHead, SessionState } from '../../shared/contract/session.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { BrowserId } from '../edge/links.ts';
import { SessionProjection, emptyProjection } from './project-session.ts';
import { Unsaid, membersKept } from './unsaid.ts';

/** What is kept of a session beside its log. */
export const SessionRecord = v.object({
  _id: SessionId,
  ...membersKept,
  /** Missing until the customer has come. */
  browser: v.exactOptional(BrowserId),
  customer: v.object({ name: v.string(), email: v.fallback(v.string(), ''), phone: v.fallback(v.string(), '') }),
  /** `null` for a session that began with a code. */
  channel: v.fallback(v.nullable(ChannelId), null),
  channelName: v.fallback(v.string(), ''),
  /** By its name when it was chosen, so that it can be read whatever becomes of the catalogue. */
  incident: v.exactOptional(v.fallback(v.nullable(ChosenIncident), null)),
  /** What the customer chose, where a report has documented something since: customers are shown this one. */
  chosen: v.exactOptional(v.fallback(v.nullable(ChosenIncident), null)),
  /** The version of the report by which `incident` stands; missing while it is what the customer chose. */
  incidentVersion: v.exactOptional(v.number()),
  reason: v.fallback(v.string(), ''),
  startedAt: Moment,
  state: SessionState,
  endedAt: v.fallback(v.nullable(Moment), null),
  read: v.fallback(SessionHead.entries.read, { customer: 0, reps: 0 }),
  /**
   * The log read up to `lastSeq`; entries that came after a crash are read when the session is used next. One that is damaged counts as empty: no
   * session's log is, so that shows, and the log is read anew.
   */
  projection: v.fallback(SessionProjection, emptyProjection),
  /** Whatever follows from the end has been done: seats, codes and tickets are free. `false` from the beginning on. */
  finished: v.fallback(v.boolean(), true),
  /** The customer has closed the summary. */
  dismissed: v.fallback(v.boolean(), false),
  /** Goes up with each change of owner, guests or hands. */
  membersRevision: v.exactOptional(v.number()),
  /** Such a change of which the log does not tell yet. */
  unsaid: v.exactOptional(Unsaid),
  /** Hash of what admits the host again. */
  hostToken: v.exactOptional(v.string()),
  /** The words by which it is found, of the customer and the reason. */
  words: v.exactOptional(v.array(v.string())),
  /** The customer's address in small letters, where there is one: sessions of the same are found by it. */
  email: v.exactOptional(v.string()),
});
export type SessionRecord = v.InferOutput<typeof SessionRecord>;

const schema = new Schema<SessionRecord>(
  {
    _id: { type: String, required: true },
    owner: { type: String, required: true },
    browser: { type: String },
    customer: { type: Schema.Types.Mixed, required: true },
    channel: { type: String, default: null },
    channelName: { type: String, default: '' },
    incident: { type: Schema.Types.Mixed },
    chosen: { type: Schema.Types.Mixed },
    incidentVersion: { type: Number },
    reason: { type: String, default: '' },
    startedAt: { type: Number, required: true },
    state: { type: String, required: true },
    endedAt: { type: Number, default: null },
    read: { customer: { type: Number, required: true }, reps: { type: Number, required: true } },
    projection: { type: Schema.Types.Mixed, required: true },
    finished: { type: Boolean, required: true },
    dismissed: { type: Boolean, required: true },
    ownerMissingSince: { type: Number },
    inLineSince: { type: Number },
    guests: { type: Schema.Types.Mixed },
    handsOf: { type: String },
    membersRevision: { type: Number },
    ownerLeft: { type: Boolean },
    unsaid: { type: Schema.Types.Mixed },
    hostToken: { type: String },
    words: { type: [String], default: undefined },
    email: { type: String },
  },
  { collection: 'sessions', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
readAs(schema, SessionRecord);
schema.index({ owner: 1, state: 1, endedAt: -1 });
schema.index({ 'guests.account': 1, state: 1 }, { name: 'sessions_of_a_guest' });
schema.index({ browser: 1, state: 1, startedAt: -1 });
schema.index({ channel: 1, state: 1 });
schema.index({ state: 1 });
const byTime = { startedAt: -1, _id: -1 } as const;
schema.index(byTime, { name: 'sessions_by_time' });
schema.index({ owner: 1, ...byTime }, { name: 'sessions_of_a_rep' });
schema.index({ channel: 1, ...byTime }, { name: 'sessions_of_a_channel' });
schema.index({ 'incident.id': 1, ...byTime }, { name: 'sessions_of_an_incident' });
schema.index({ state: 1, ...byTime }, { name: 'sessions_in_a_state' });
schema.index({ words: 1 }, { name: 'sessions_by_word' });
schema.index(
  { email: 1, ...byTime },
  { partialFilterExpression: { email: { $exists: true } }, name: 'sessions_of_an_address' },
);
const computer = 'projection.facts.computer';
schema.index(
  { [computer]: 1, ...byTime },
  { partialFilterExpression: { [computer]: { $exists: true } }, name: 'sessions_of_a_computer' },
);
const unsaid = 'unsaid.clientId';
schema.index(
  { [unsaid]: 1 },
  { partialFilterExpression: { [unsaid]: { $exists: true } }, name: 'sessions_that_owe_an_entry' },
);
schema.index({ finished: 1 }, { partialFilterExpression: { finished: false }, name: 'sessions_to_be_finished' });
schema.index(
  { hostToken: 1 },
  { unique: true, partialFilterExpression: { hostToken: { $exists: true } }, name: 'one_session_for_each_host_token' },
);
schema.index(
  { browser: 1 },
  { unique: true, partialFilterExpression: { state: 'live' }, name: 'one_live_session_for_each_browser' },
);

/** The sessions. */
export function sessionModel(connection: Connection) {
  return connection.model('Session', schema);
}
export type SessionModel = ReturnType<typeof sessionModel>;

/** The indexes along which sessions are listed. */
export type SessionIndex =
  | 'sessions_by_time'
  | 'sessions_of_a_rep'
  | 'sessions_of_a_channel'
  | 'sessions_of_an_incident'
  | 'sessions_in_a_state'
  | 'sessions_by_word';

/** Sessions that fulfil every condition, by their beginning, looked for along one index. */
export async function sessionsAlong(
  model: SessionModel,
  question: {
    readonly conditions: readonly Readonly<Record<string, unknown>>[];
    readonly index: SessionIndex;
    readonly newestFirst: boolean;
    readonly limit: number;
  },
): Promise<SessionRecord[]> {
  const { conditions, index, newestFirst, limit } = question;
  const way = newestFirst ? -1 : 1;
  return model
    .find(conditions.length === 0 ? {} : { $and: [...conditions] })
    .sort({ startedAt: way, _id: way })
    .limit(limit)
    .hint(index)
    .lean();
}

/** In what sessions may be alike, and the index along which those are found. */
const likenesses = {
  browser: { field: 'browser', index: 'browser_1_state_1_startedAt_-1' },
  email: { field: 'email', index: 'sessions_of_an_address' },
  computer: { field: computer, index: 'sessions_of_a_computer' },
} as const;
export type Likeness = keyof typeof likenesses;

/** Ended sessions that are alike in one thing, the latest first. */
export async function sessionsLike(
  model: SessionModel,
  likeness: Likeness,
  value: string,
  { except, limit }: { readonly except: SessionId; readonly limit: number },
): Promise<SessionRecord[]> {
  const { field, index } = likenesses[likeness];
  const found = await model
    .find({ [field]: value, state: 'ended' })
    .sort({ startedAt: -1 })
    .limit(limit + 1)
    .hint(index)
    .lean();
  return found.filter(({ _id }) => _id !== except).slice(0, limit);
}

/** How many sessions fulfil a condition on their words, counted up to `most`. */
export async function countUpTo(
  model: SessionModel,
  condition: Readonly<Record<string, unknown>>,
  most: number,
): Promise<number> {
  const found = await model.find(condition).select({ _id: 1 }).hint('sessions_by_word').limit(most).lean();
  return found.length;
}
