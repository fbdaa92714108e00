/** Reps who are asked to come into a session, or to go on with it; kept as long as the session's log. */
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AccountId, ChannelId, MemberAskId, SessionId } from '../../shared/contract/identifiers.ts';
import { AskEnd, Brief, GuestHands } from '../../shared/contract/member.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';

/** An invitation or a transfer as it is stored. */
export const MemberAskRecord = v.object({
  _id: MemberAskId,
  /** One that stands of each kind, for each person: what must not be asked twice at once. */
  slot: v.string(),
  session: SessionId,
  what: v.picklist(['invitation', 'transfer']),
  by: AccountId,
  byName: v.string(),
  /** Whose session it was when it was asked. */
  owner: AccountId,
  /** The rep who is asked; missing where a channel is. */
  rep: v.exactOptional(AccountId),
  channel: v.exactOptional(ChannelId),
  /** The name of whom or what is asked. */
  toName: v.string(),
  hands: GuestHands,
  stays: v.boolean(),
  brief: v.nullable(Brief),
  madeAt: Moment,
  dueAt: Moment,
  state: v.picklist(['open', ...AskEnd.options]),
  settledAt: v.exactOptional(Moment),
  /** What follows from a yes has been done. */
  carriedOut: v.exactOptional(v.boolean()),
});
export type MemberAskRecord = v.InferOutput<typeof MemberAskRecord>;

const schema = new Schema<MemberAskRecord>(
  {
    _id: { type: String, required: true },
    slot: { type: String, required: true },
    session: { type: String, required: true },
    what: { type: String, required: true },
    by: { type: String, required: true },
    byName: { type: String, required: true },
    owner: { type: String, required: true },
    rep: { type: String },
    channel: { type: String },
    toName: { type: String, required: true },
    hands: { type: String, required: true },
    stays: { type: Boolean, required: true },
    brief: { type: Schema.Types.Mixed, default: null },
    madeAt: { type: Number, required: true },
    dueAt: { type: Number, required: true },
    state: { type: String, required: true },
    settledAt: { type: Number },
    carriedOut: { type: Boolean },
  },
  { collection: 'member_asks', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
readAs(schema, MemberAskRecord);
schema.index({ slot: 1 }, { unique: true, partialFilterExpression: { state: 'open' }, name: 'one_open_ask_of_a_kind' });
schema.index({ session: 1, state: 1 });
schema.index({ rep: 1, state: 1 });
schema.index({ state: 1, carriedOut: 1 });

/** What reps are asked. */
export function memberAskModel(connection: Connection): MemberAskModel {
  return connection.model<MemberAskRecord>('MemberAsk', schema);
}
export type MemberAskModel = Model<MemberAskRecord>;
