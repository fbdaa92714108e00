/** What deserves the rep's eye and ear at this moment. Pure: a state in, what should be seen and heard out. */
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { RepInvitation } from '../../shared/contract/invitation.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { safeName } from '../../shared/ui/safe-text.ts';
import type { Desk, OpenSession, RequestRow, ReservationRow } from '../port/view-state.ts';
import { noticeKey } from '../port/notice-key.ts';
import type { Notice } from '../port/worker-contract.ts';
import { isFromOthers, isSaid, unreadMessages, wordsOf } from '../port/unread.ts';
import { callTexts } from '../texts/calls-en.ts';
import { texts } from '../texts/en.ts';
import { invitationTexts } from '../texts/invitations-en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { isAskedDirectly } from './invitation-rows.ts';
import { dueReservations } from './reservation-rows.ts';
import { offeredRequest, waitingRows } from './request-rows.ts';

/** The parts of the state that may call for attention. */
export interface AttentionInput {
  readonly desk: Desk | null;
  readonly requests: readonly RequestRow[];
  readonly reservations: readonly ReservationRow[];
  readonly invitations: readonly RepInvitation[];
  readonly sessions: readonly OpenSession[];
  readonly logs: ReadonlyMap<SessionId, readonly LogEntry[]>;
  readonly inSight: ReadonlySet<SessionId>;
  /** Whether a message's notification shows its words. */
  readonly messageWords: boolean;
}

/** What should be seen and heard now. */
export interface Attention {
  /** By the key of their target. */
  readonly notices: ReadonlyMap<string, Notice>;
  readonly badge: number;
  /** Two notes again and again, until the offer is answered or passes on, or the customer is no longer calling. */
  readonly rings: boolean;
}

const WORDS_LENGTH = 60;

/** Only what is put before this rep calls: who is Away is offered nothing, and what others are asked is only listed. */
export function attention(input: AttentionInput): Attention {
  const presence = input.desk?.presence ?? 'offline';
  const isThere = presence === 'online' || presence === 'busy';
  const waiting = isThere ? waitingRows(input.requests).length : 0;
  const offered = isThere ? offeredRequest(input.requests, input.desk?.offer) : undefined;
  const offers = offered === undefined ? [] : [offered];
  const due = isThere ? dueReservations(input.reservations) : [];
  const direct = isThere ? input.invitations.filter(isAskedDirectly) : [];
  const unread = input.sessions.map((session) => unreadOf(session, input)).filter(({ count }) => count > 0);
  const knocking = input.sessions.flatMap(({ head: { id: session, door } }) => {
    const knock = door?.knock ?? null;
    return knock === null ? [] : [{ session, knock }];
  });
  const asks = input.desk?.asks ?? [];
  const talks = input.sessions.map(({ head }) => head).filter(isCalled);
  const calling = waiting + due.length + direct.length + knocking.length + talks.length + asks.length;
  const notices = [
    ...offers.map(({ id, name, channelName, reason }): Notice => ({
      target: { kind: 'request', request: id },
      title: safeName(name),
      message: texts.notices.request(safeName(channelName), safeName(reason)),
      isOffer: true,
    })),
    ...direct.map(({ id, name, message }): Notice => ({
      target: { kind: 'invitation', invitation: id },
      title: safeName(name),
      message: message === '' ? invitationTexts.direct : safeName(message),
      isOffer: true,
    })),
    ...due.map(({ id, name, reason }): Notice => ({
      target: { kind: 'reservation', reservation: id },
      title: texts.notices.reservation(safeName(name)),
      message: safeName(reason),
      isOffer: false,
    })),
    ...asks.map(({ id, what, by, customer }): Notice => ({
      target: { kind: 'ask', ask: id },
      title: safeName(customer),
      message: memberTexts.notice[what](safeName(by.name)),
      // A transfer is not accepted before its brief was read: both are answered in the panel.
      isOffer: false,
    })),
    ...knocking.map(({ session, knock }): Notice => ({
      target: { kind: 'session', session },
      title: waysInTexts.knock.title(safeName(knock.name)),
      message: waysInTexts.knock.notice,
      isOffer: false,
    })),
    ...unread
      .filter(({ session }) => !input.inSight.has(session.head.id))
      .map(({ session, last, seq }): Notice => ({
        target: { kind: 'session', session: session.head.id },
        title: safeName(session.head.customer.name),
        message: input.messageWords ? safeName(last, WORDS_LENGTH) : texts.notices.newMessage,
        isOffer: false,
        seq,
      })),
    ...talks.map(({ id: session, customer, call }): Notice => ({
      target: { kind: 'session', session },
      title: safeName(customer.name),
      message: callTexts.asks[call?.media ?? 'voice'](safeName(customer.name)),
      isOffer: false,
    })),
  ];
  return {
    notices: new Map(notices.map((notice) => [noticeKey(notice.target), notice])),
    badge: calling > 0 ? calling : unread.reduce((sum, { count }) => sum + count, 0),
    rings: offers.length + direct.length + talks.length > 0,
  };
}

/** The customer asks to talk. */
function isCalled({ state, call }: OpenSession['head']): boolean {
  return state === 'live' && call?.askedBy === 'customer' && call.since === null;
}

function unreadOf(session: OpenSession, { logs, desk }: AttentionInput) {
  if (session.head.state === 'ended') return { session, count: 0, last: '', seq: 0 };
  const entries = logs.get(session.head.id) ?? [];
  const me = desk?.account.id;
  const count = unreadMessages(entries, session.head.read.reps, me);
  const last = entries.filter(isSaid).findLast((entry) => isFromOthers(entry, me));
  return { session, count, last: last === undefined ? '' : wordsOf(last), seq: last?.seq ?? 0 };
}
