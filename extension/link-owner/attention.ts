/** What deserves the rep's eye and ear at this moment. Pure: a state in, what should be seen and heard out. */
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { safeName } from '../../shared/ui/safe-text.ts';
import type { Desk, OpenSession, RequestRow, ReservationRow } from '../port/view-state.ts';
import type { Notice, NoticeTarget } from '../port/worker-contract.ts';
import { unreadMessages } from '../port/unread.ts';
import { texts } from '../texts/en.ts';
import { dueReservations } from './reservation-rows.ts';
import { waitingRows } from './request-rows.ts';

/** The parts of the state that may call for attention. */
export interface AttentionInput {
  readonly desk: Desk | null;
  readonly requests: readonly RequestRow[];
  readonly reservations: readonly ReservationRow[];
  readonly sessions: readonly OpenSession[];
  readonly logs: ReadonlyMap<SessionId, readonly LogEntry[]>;
  readonly inSight: ReadonlySet<SessionId>;
  /** Whether a message's notification shows its words. */
  readonly messageWords: boolean;
}

/** `ring`: two notes again and again. `once`: two notes for a new request only. */
export type OfferSound = 'none' | 'once' | 'ring';

/** What should be seen and heard now. */
export interface Attention {
  /** By the key of their target. */
  readonly notices: ReadonlyMap<string, Notice>;
  readonly badge: number;
  readonly offerSound: OfferSound;
}

const WORDS_LENGTH = 60;

/** Who is Away has said so: requests are listed, and nothing calls. Who is Busy hears a new one once. */
export function attention(input: AttentionInput): Attention {
  const presence = input.desk?.presence ?? 'offline';
  const isThere = presence === 'online' || presence === 'busy';
  const offers = isThere ? waitingRows(input.requests) : [];
  const due = isThere ? dueReservations(input.reservations) : [];
  const unread = input.sessions.map((session) => unreadOf(session, input)).filter(({ count }) => count > 0);
  const notices = [
    ...offers.map(({ id, name, channelName, reason }): Notice => ({
      target: { kind: 'request', request: id },
      title: safeName(name),
      message: texts.notices.request(safeName(channelName), safeName(reason)),
    })),
    ...due.map(({ id, name, reason }): Notice => ({
      target: { kind: 'reservation', reservation: id },
      title: texts.notices.reservation(safeName(name)),
      message: safeName(reason),
    })),
    ...unread
      .filter(({ session }) => !input.inSight.has(session.head.id))
      .map(({ session, last }): Notice => ({
        target: { kind: 'session', session: session.head.id },
        title: safeName(session.head.customer.name),
        message: input.messageWords ? safeName(last, WORDS_LENGTH) : texts.notices.newMessage,
      })),
  ];
  return {
    notices: new Map(notices.map((notice) => [targetKey(notice.target), notice])),
    badge:
      offers.length + due.length > 0 ? offers.length + due.length : unread.reduce((sum, { count }) => sum + count, 0),
    offerSound: offers.length === 0 ? 'none' : presence === 'online' ? 'ring' : 'once',
  };
}

/** One text for each target, to tell notifications apart. */
export function targetKey(target: NoticeTarget): string {
  switch (target.kind) {
    case 'request':
      return `request:${target.request}`;
    case 'session':
      return `session:${target.session}`;
    case 'reservation':
      return `reservation:${target.reservation}`;
    default:
      return target satisfies never;
  }
}

function unreadOf(session: OpenSession, { logs }: AttentionInput) {
  if (session.head.state === 'ended') return { session, count: 0, last: '' };
  const entries = logs.get(session.head.id) ?? [];
  const count = unreadMessages(entries, session.head.read.reps);
  const last = entries.findLast((entry) => entry.kind === 'chat' && entry.by.kind === 'customer');
  return { session, count, last: last?.kind === 'chat' ? last.text : '' };
}
