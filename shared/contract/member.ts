/** Several reps in one session: its owner and guests, who is asked to come in or to go on, and what they are told before. */
import * as v from 'valibot';
import { RepFace } from './account.ts';
import { AccountId, MemberAskId, SessionId } from './identifiers.ts';
import { Moment, paragraph } from './text.ts';

/** What a guest may do: look on, or also have mouse and keyboard when the owner gives them. */
export const GuestHands = v.picklist(['view', 'control']);
export type GuestHands = v.InferOutput<typeof GuestHands>;

/** A rep in a session that is another one's. */
export const SessionGuest = v.strictObject({ ...RepFace.entries, hands: GuestHands });
export type SessionGuest = v.InferOutput<typeof SessionGuest>;

/** What whoever goes on with a session should know: what is wanted, what was tried, how things stand, what was promised. */
export const Brief = v.strictObject({
  wanted: paragraph(1000),
  tried: paragraph(1000),
  state: paragraph(1000),
  promised: paragraph(1000),
});
export type Brief = v.InferOutput<typeof Brief>;

/** `over`: the session ended, or somebody else owns it now, before there was an answer. `gone`: the channel that was asked was removed. */
export const AskEnd = v.picklist(['accepted', 'declined', 'expired', 'withdrawn', 'over', 'gone']);
export type AskEnd = v.InferOutput<typeof AskEnd>;

/** A rep is asked to come into a session as a guest, or to go on with it as its owner. */
export const MemberAsk = v.strictObject({
  id: MemberAskId,
  what: v.picklist(['invitation', 'transfer']),
  session: SessionId,
  /** Who asks: the owner, or a lead who looks after them. */
  by: v.strictObject({ account: AccountId, name: v.string() }),
  /** Whose session it is. */
  owner: v.string(),
  customer: v.string(),
  channelName: v.string(),
  reason: v.string(),
  startedAt: Moment,
  /** What a guest would be allowed to do. */
  hands: GuestHands,
  /** Only with a transfer. */
  brief: v.nullable(Brief),
  madeAt: Moment,
  dueAt: Moment,
});
export type MemberAsk = v.InferOutput<typeof MemberAsk>;
