/** What reps do about who is in a session, and what they are told of it. */
import * as v from 'valibot';
import { PicturePath, Presence } from './account.ts';
import { ChannelStatus } from './channel.ts';
import { Nothing, operation } from './contract.ts';
import { AccountId, ChannelId, MemberAskId, SessionId } from './identifiers.ts';
import { AskEnd, Brief, GuestHands, MemberAsk } from './member.ts';
import { SessionHead } from './session.ts';

const forSession = v.strictObject({ session: SessionId });

/** Where a session can go: to one rep, or to the head of a channel's line. */
export const TransferTo = v.variant('is', [
  v.strictObject({ is: v.literal('rep'), rep: AccountId }),
  v.strictObject({ is: v.literal('channel'), channel: ChannelId }),
]);
export type TransferTo = v.InferOutput<typeof TransferTo>;

/** A rep who can be asked. */
export const AskableRep = v.strictObject({
  account: AccountId,
  name: v.string(),
  picture: PicturePath,
  presence: Presence,
  /** Customers whom they help now. */
  helping: v.pipe(v.number(), v.integer(), v.minValue(0)),
  channels: v.array(v.string()),
});
export type AskableRep = v.InferOutput<typeof AskableRep>;

export const AskableChannel = v.strictObject({ id: ChannelId, name: v.string(), status: ChannelStatus });
export type AskableChannel = v.InferOutput<typeof AskableChannel>;

export const repMemberOperations = {
  /** Who is there and could be asked: for whoever is in the session, and for leads of its owner. */
  'members.choices': operation(
    forSession,
    v.strictObject({ reps: v.array(AskableRep), channels: v.array(AskableChannel) }),
  ),
  /** The owner asks a rep to come in as a guest. */
  'members.invite': operation(v.strictObject({ session: SessionId, rep: AccountId, hands: GuestHands }), Nothing),
  /** The owner asks a rep, or a channel, to go on. Until somebody does, the owner stays in charge. */
  'members.transfer': operation(
    v.strictObject({
      session: SessionId,
      to: TransferTo,
      brief: Brief,
      /** Whether the owner stays as a guest afterwards. */
      stays: v.boolean(),
    }),
    Nothing,
  ),
  /** Whoever asked takes it back, or the owner does. */
  'members.withdraw': operation(v.strictObject({ ask: MemberAskId }), Nothing),
  /** The asked rep's answer. `session` after a yes. */
  'members.answer': operation(
    v.strictObject({ ask: MemberAskId, accept: v.boolean() }),
    v.strictObject({ session: v.nullable(SessionHead) }),
  ),
  /** The owner sends a guest out. */
  'members.remove': operation(v.strictObject({ session: SessionId, rep: AccountId }), Nothing),
  /** A guest goes. An owner goes only where guests are: the one named, or the first one, owns it then. */
  'members.leave': operation(v.strictObject({ session: SessionId, to: v.nullable(AccountId) }), Nothing),
  /** The owner leaves the session at the head of its channel's line, for whoever takes it next. */
  'members.toLine': operation(forSession, Nothing),
  /** A guest who may control asks the owner for mouse and keyboard. */
  'members.askHands': operation(forSession, Nothing),
  /** The owner gives mouse and keyboard to a guest, or takes them back by naming themselves. A guest gives them back so too. */
  'members.giveHands': operation(v.strictObject({ session: SessionId, rep: AccountId }), Nothing),
};

/** This rep is asked. */
export const memberAsked = v.strictObject({ type: v.literal('members.asked'), ask: MemberAsk });

/** What this rep was asked is settled: `accepted` by them, perhaps in another window. */
export const memberAskClosed = v.strictObject({ type: v.literal('members.askClosed'), ask: MemberAskId, how: AskEnd });

/** To a lead who asked for a session of somebody else: what came of it. */
export const memberAnswered = v.strictObject({
  type: v.literal('members.answered'),
  customer: v.string(),
  /** The rep or the channel that was asked. */
  to: v.string(),
  how: AskEnd,
});

/** This rep is in the session no more: `removed` by the owner, `left` by themselves, `passed-on` because another rep goes on. */
export const memberOut = v.strictObject({
  type: v.literal('members.out'),
  session: SessionId,
  customer: v.string(),
  how: v.picklist(['removed', 'left', 'passed-on', 'in-line']),
  /** Who removed them, or goes on. */
  by: v.string(),
});
