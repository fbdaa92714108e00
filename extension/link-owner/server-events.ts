/** What the server tells by itself, and what follows from it. */
import type { EventOf } from '../../shared/contract/contract.ts';
import type { ChannelId, RequestId, SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { Gone } from '../port/view-state.ts';
import type { OwnerState } from './owner-state.ts';
import { withInvitation } from './invitation-rows.ts';
import { lacksSomeOf, withGone, withMove, withRequest, withoutGone } from './request-rows.ts';
import { withReservation, withReservationGone, withoutReservation } from './reservation-rows.ts';
import type { SessionBook } from './session-book.ts';

/** What the server tells a rep by itself. */
export type RepEvent = EventOf<RepContract>;

/** What only leads are told. */
export type TeamEvent = Extract<RepEvent, { type: 'team.changed' | 'team.assignmentEnded' }>;

/** What is drawn; views that show it keep it. */
export type WhiteboardEvent = Extract<RepEvent, { type: 'whiteboard.grew' | 'whiteboard.live' }>;
/** Who is there of a call. */
type CallPeersEvent = Extract<RepEvent, { type: 'call.peers' }>;
/** Somebody wrote in the notes or the report of a session. */
export type PaperEvent = Extract<RepEvent, { type: 'notes.changed' | 'reports.changed' }>;

/** What the events lead to. */
export interface ServerEventsOptions {
  readonly state: OwnerState;
  readonly book: SessionBook;
  readonly onRevoked: (text: string) => void;
  readonly onTrusts: () => void;
  /** Of a lead's team, or of an assignment that they made. */
  readonly onTeam: (event: TeamEvent) => void;
  readonly onWhiteboard: (event: WhiteboardEvent) => void;
  /** Of a call that runs: for the window that is in it. */
  readonly onCallPeers: (event: CallPeersEvent) => void;
  readonly onPaper: (event: PaperEvent) => void;
  /** What waits and is reserved is not known as it is: the rep's channels are others, or news was missed. */
  /** This rep is out of a session, or hears what came of what they asked as a lead. */
  readonly onMembers: (event: Extract<RepEvent, { type: 'members.out' | 'members.answered' }>) => void;
  readonly onQueueUnknown: () => void;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** A row says for 5 s who took its request. */
const GONE_STAYS_MS = 5000;
/** Somebody who typed and vanished does not type for ever. */
const TYPING_HOLDS_MS = 8000;

/** Returns the function that takes each event, parsed, in the order in which it came. */
export function createServerEvents({
  state,
  book,
  onRevoked,
  onTrusts,
  onTeam,
  onMembers,
  onWhiteboard,
  onCallPeers,
  onPaper,
  onQueueUnknown,
  after,
}: ServerEventsOptions): (event: RepEvent) => void {
  const leave = (id: RequestId, gone: Gone) => {
    state.requests.value = withGone(state.requests.value, id, gone);
    after(GONE_STAYS_MS, () => {
      state.requests.value = withoutGone(state.requests.value, id);
    });
  };
  const leaveReservation = ({ reservation, how, by }: Extract<RepEvent, { type: 'reservations.settled' }>) => {
    state.reservations.value = withReservationGone(state.reservations.value, reservation, { how, by });
    after(GONE_STAYS_MS, () => {
      state.reservations.value = withoutReservation(state.reservations.value, reservation);
    });
  };
  const forgetTyping = new Map<string, () => void>();
  /** The message has come: nobody types it any more. */
  const stopTyping = (session: SessionId) => {
    forgetTyping.get(session)?.();
    state.typing.value = state.typing.value.filter((typing) => typing.session !== session);
  };
  const setTyping = (event: Extract<RepEvent, { type: 'chat.typing' }>) => {
    forgetTyping.get(event.session)?.();
    const others = state.typing.value.filter(({ session }) => session !== event.session);
    state.typing.value = event.typing ? [...others, { session: event.session, name: event.name }] : others;
    if (!event.typing) return;
    const stop = after(TYPING_HOLDS_MS, () => setTyping({ ...event, typing: false }));
    forgetTyping.set(event.session, stop);
  };
  const changeDesk = (change: Partial<NonNullable<typeof state.desk.value>>) => {
    if (state.desk.value !== null) state.desk.value = { ...state.desk.value, ...change };
  };

  /* Names and telephone numbers are not for reps of other channels, not even until the server has answered. */
  const forgetAllBut = (channels: readonly ChannelId[]) => {
    state.requests.value = state.requests.value.filter(
      ({ request, gone }) => gone !== null || channels.includes(request.channel),
    );
    state.reservations.value = state.reservations.value.filter(
      ({ reservation, gone }) => gone !== null || channels.includes(reservation.channel),
    );
  };

  return (event) => {
    switch (event.type) {
      case 'log.appended':
        if (event.entry.kind === 'chat' && event.entry.by.kind === 'customer') stopTyping(event.entry.session);
        return book.putEntries(event.entry.session, [event.entry]);
      case 'sessions.changed':
        return book.putHead(event.session);
      case 'chat.typing':
        return event.by === 'customer' ? setTyping(event) : undefined;
      case 'requests.waiting':
        state.requests.value = withRequest(state.requests.value, event.request);
        return;
      case 'requests.claimed':
        return leave(event.request, { how: 'taken', by: event.by, mine: event.mine });
      case 'requests.left':
        return leave(event.request, { how: 'left' });
      case 'queue.moved':
        if (lacksSomeOf(state.requests.value, event)) onQueueUnknown();
        state.requests.value = withMove(state.requests.value, event);
        return;
      case 'reservations.changed':
        state.reservations.value = withReservation(state.reservations.value, event.reservation);
        return;
      case 'reservations.settled':
        return leaveReservation(event);
      case 'invitations.changed':
        state.invitations.value = withInvitation(state.invitations.value, event.invitation);
        return;
      case 'invitations.gone':
        state.invitations.value = state.invitations.value.filter(({ id }) => id !== event.invitation);
        return;
      case 'trusts.changed':
        return onTrusts();
      case 'team.changed':
      case 'team.assignmentEnded':
        return onTeam(event);
      case 'whiteboard.grew':
      case 'whiteboard.live':
        return onWhiteboard(event);
      case 'call.peers':
        return onCallPeers(event);
      case 'notes.changed':
      case 'reports.changed':
        return onPaper(event);
      case 'presence.changed':
        return changeDesk({ presence: event.presence, awayBecause: event.because });
      case 'offers.made':
        state.requests.value = withRequest(state.requests.value, event.request);
        return changeDesk({ offer: event.offer });
      case 'offers.closed':
        return state.desk.value?.offer?.id === event.offer ? changeDesk({ offer: null }) : undefined;
      case 'members.asked': {
        const others = (state.desk.value?.asks ?? []).filter(({ id }) => id !== event.ask.id);
        return changeDesk({ asks: [...others, event.ask] });
      }
      case 'members.askClosed':
        return changeDesk({ asks: (state.desk.value?.asks ?? []).filter(({ id }) => id !== event.ask) });
      case 'members.out':
        book.putAway(event.session, 'gone');
        return onMembers(event);
      case 'members.answered':
        return onMembers(event);
      case 'sessions.passedOn':
        return book.putAway(event.session, 'gone');
      case 'channels.changed':
        return changeDesk({ channels: event.channels });
      case 'account.changed': {
        const before = state.desk.value?.account.channels ?? [];
        const now = event.account.channels;
        changeDesk({ account: event.account });
        if (now.length === before.length && now.every((channel) => before.includes(channel))) return;
        forgetAllBut(now);
        return onQueueUnknown();
      }
      case 'shared.changed':
        state.shared.value = event.items;
        return;
      case 'shortcuts.changed':
        state.shortcuts.value = event.items;
        return;
      case 'codes.guarded':
        return changeDesk({ codesGuardedUntil: event.until });
      case 'store.readOnly':
        return changeDesk({ readOnly: event.readOnly });
      case 'rights.changed':
        return changeDesk({ rights: event.rights });
      case 'account.revoked':
        return onRevoked(event.text);
      default:
        return event satisfies never;
    }
  };
}
