/** What a view (panel, viewer window) is shown: the whole of it at first, then each part as it changes. */
import * as v from 'valibot';
import { Account, AwayBecause, Presence } from '../../shared/contract/account.ts';
import { callPeers } from '../../shared/contract/call-operations.ts';
import { Channel } from '../../shared/contract/channel.ts';
import { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import { Offer } from '../../shared/contract/offer-operations.ts';
import { RepInvitation } from '../../shared/contract/invitation.ts';
import { MemberAsk } from '../../shared/contract/member.ts';
import { memberAnswered, memberOut } from '../../shared/contract/member-operations.ts';
import { Organisation } from '../../shared/contract/organisation.ts';
import { EffectiveRight } from '../../shared/contract/right.ts';
import { SessionHead } from '../../shared/contract/session.ts';
import { Audience, LogEntry, SessionSummary } from '../../shared/contract/session-log.ts';
import { Reservation, ReservationEnd } from '../../shared/contract/reservation.ts';
import { SharedItem } from '../../shared/contract/shared-item.ts';
import { WaitingRequest } from '../../shared/contract/support-request.ts';
import { assignmentEnded, teamChanged } from '../../shared/contract/team-operations.ts';
import { Moment } from '../../shared/contract/text.ts';
import { whiteboardGrew, whiteboardLive } from '../../shared/contract/whiteboard-operations.ts';
import { notesChanged } from '../../shared/contract/note.ts';
import { reportsChanged } from '../../shared/contract/report-operations.ts';
import { LeftWords, WaitingFile } from './left-words.ts';
import { Settings } from './settings.ts';
import { WorkDraft } from './work-draft.ts';

/** How the extension stands with its server. `since` and `retryAt` by this computer's clock, in milliseconds. */
export const LinkView = v.variant('at', [
  v.strictObject({ at: v.literal('starting') }),
  v.strictObject({
    at: v.literal('signed-out'),
    server: v.string(),
    userId: v.string(),
    because: v.nullable(v.string()),
  }),
  v.strictObject({ at: v.literal('connecting'), server: v.string() }),
  v.strictObject({ at: v.literal('online'), server: v.string() }),
  v.strictObject({
    at: v.literal('lost'),
    server: v.string(),
    since: Moment,
    retryAt: Moment,
    because: v.nullable(v.string()),
  }),
  /** Signed in still, but extension and server are of different versions; `because` says which one to update. */
  v.strictObject({ at: v.literal('other-version'), server: v.string(), because: v.string() }),
]);
export type LinkView = v.InferOutput<typeof LinkView>;

/** What changes seldom. `clockOffsetMs` added to this computer's clock gives the server's. */
export const Desk = v.strictObject({
  origin: v.string(),
  organisation: Organisation,
  account: Account,
  presence: Presence,
  awayBecause: AwayBecause,
  /** What is put before this rep now. */
  offer: v.nullable(Offer),
  channels: v.array(v.pick(Channel, ['id', 'name', 'status', 'waiting'])),
  clockOffsetMs: v.number(),
  /** Somebody guesses connection codes: until then the server takes none. */
  codesGuardedUntil: v.nullable(Moment),
  /** The server's disk is full: it takes nothing new. */
  readOnly: v.boolean(),
  /** Which tools of a session the rep may use, and who has decided so. */
  rights: v.array(EffectiveRight),
  /** What this rep is asked: to come into sessions of others, or to go on with them. */
  asks: v.array(MemberAsk),
});
export type Desk = v.InferOutput<typeof Desk>;

/** Why a request is no longer there. Such a row stays in sight for a moment. */
export const Gone = v.variant('how', [
  v.strictObject({ how: v.literal('taken'), by: v.string(), mine: v.boolean() }),
  v.strictObject({ how: v.literal('left') }),
]);
export type Gone = v.InferOutput<typeof Gone>;

/** A request in the list, there still or just gone. */
export const RequestRow = v.strictObject({ request: WaitingRequest, gone: v.nullable(Gone) });
export type RequestRow = v.InferOutput<typeof RequestRow>;

/** Why a reservation is no longer in the list, and which rep settled it. Such a row stays in sight for a moment. */
export const ReservationGone = v.strictObject({ how: ReservationEnd, by: v.nullable(v.string()) });
export type ReservationGone = v.InferOutput<typeof ReservationGone>;

/** A reservation in the list, open still or just settled. */
export const ReservationRow = v.strictObject({ reservation: Reservation, gone: v.nullable(ReservationGone) });
export type ReservationRow = v.InferOutput<typeof ReservationRow>;

/** Who reads what a rep writes. */
export type Reader = v.InferOutput<typeof Audience>;

/** A message that the server has not acknowledged yet. `failure` says why it never will be. */
export const Unsent = v.strictObject({
  session: SessionId,
  clientId: ClientEntryId,
  text: v.string(),
  /** To everybody unless it says otherwise. */
  audience: v.exactOptional(Audience),
  at: Moment,
  failure: v.nullable(v.string()),
  /** The customer's name, for when the session is gone before it is sent. */
  customer: v.exactOptional(v.string()),
});
export type Unsent = v.InferOutput<typeof Unsent>;

/** A session in the strip. Ended ones stay, with their summary, until the rep puts them away. */
export const OpenSession = v.strictObject({ head: SessionHead, summary: v.nullable(SessionSummary) });
export type OpenSession = v.InferOutput<typeof OpenSession>;

/** Somebody who is writing at this moment. */
export const Typing = v.strictObject({ session: SessionId, name: v.string() });
export type Typing = v.InferOutput<typeof Typing>;

/** What one view shows. `picture`: the customer's screen is live in it. */
export const Look = v.strictObject({
  from: v.picklist(['panel', 'window']),
  session: v.nullable(SessionId),
  chat: v.boolean(),
  picture: v.boolean(),
  /** The browser shows nothing of this view at the moment. */
  hidden: v.boolean(),
});
export type Look = v.InferOutput<typeof Look>;

/** The call that was asked for or answered in this browser, by the moment of the asking. It runs in the session's window. */
export const OwnCall = v.strictObject({
  session: SessionId,
  askedAt: Moment,
  /** Whether it begins with the camera on. */
  camera: v.boolean(),
  muted: v.boolean(),
  /** A window is in it. */
  isOpen: v.boolean(),
});
export type OwnCall = v.InferOutput<typeof OwnCall>;

/** The log of one session, without gaps. */
export const SessionLog = v.strictObject({ session: SessionId, entries: v.array(LogEntry) });
export type SessionLog = v.InferOutput<typeof SessionLog>;

/** All that a view shows. */
export const ViewState = v.strictObject({
  link: LinkView,
  desk: v.nullable(Desk),
  requests: v.array(RequestRow),
  reservations: v.array(ReservationRow),
  invitations: v.array(RepInvitation),
  sessions: v.array(OpenSession),
  logs: v.array(SessionLog),
  unsent: v.array(Unsent),
  typing: v.array(Typing),
  /** What the organisation shares with its reps. */
  shared: v.array(SharedItem),
  /** What the rep keeps for themselves. */
  shortcuts: v.array(SharedItem),
  /** What is being written in sessions, and about them. */
  drafts: v.array(WorkDraft),
  /** What was not sent when its session was gone. */
  left: v.array(LeftWords),
  /** Files that were on their way from a page that is gone: each must be chosen again. */
  lostFiles: v.array(WaitingFile),
  settings: Settings,
  /** Sessions whose screen is live in a window of its own. */
  inWindow: v.array(SessionId),
  /** Missing while the link owner has not been told: then whoever knows of one is right. */
  call: v.exactOptional(v.nullable(OwnCall)),
  /** The session that a view should open with: looked at last, or claimed just now. */
  wanted: v.nullable(SessionId),
  /** A notification of a reservation was clicked: a view should open with the list. */
  reservationsWanted: v.boolean(),
  /** Something was asked for on some page: `asked.take` gives it. */
  isAsked: v.boolean(),
});
export type ViewState = v.InferOutput<typeof ViewState>;

/** What changed. */
export const ViewEvent = v.variant('type', [
  v.strictObject({ type: v.literal('snapshot'), state: ViewState }),
  v.strictObject({ type: v.literal('link.changed'), link: LinkView }),
  v.strictObject({ type: v.literal('desk.changed'), desk: v.nullable(Desk) }),
  v.strictObject({ type: v.literal('requests.changed'), requests: v.array(RequestRow) }),
  v.strictObject({ type: v.literal('reservations.changed'), reservations: v.array(ReservationRow) }),
  v.strictObject({ type: v.literal('invitations.changed'), invitations: v.array(RepInvitation) }),
  /** Somebody agreed to trust, or took it back: what is shown of it is asked for anew. */
  v.strictObject({ type: v.literal('trusts.moved') }),
  notesChanged,
  reportsChanged,
  teamChanged,
  assignmentEnded,
  /** This rep is out of a session: it is gone from the strip, and the words say why. */
  memberOut,
  memberAnswered,
  whiteboardGrew,
  whiteboardLive,
  v.strictObject({ type: v.literal('sessions.changed'), sessions: v.array(OpenSession) }),
  /** Entries added at the end of a session's log. */
  v.strictObject({ type: v.literal('log.grew'), session: SessionId, entries: v.array(LogEntry) }),
  v.strictObject({ type: v.literal('unsent.changed'), unsent: v.array(Unsent) }),
  /** Somebody writes in a view of this browser. */
  v.strictObject({ type: v.literal('draft.changed'), draft: WorkDraft }),
  v.strictObject({ type: v.literal('left.changed'), left: v.array(LeftWords) }),
  v.strictObject({ type: v.literal('lostFiles.changed'), files: v.array(WaitingFile) }),
  v.strictObject({ type: v.literal('typing.changed'), typing: v.array(Typing) }),
  v.strictObject({ type: v.literal('shared.changed'), items: v.array(SharedItem) }),
  v.strictObject({ type: v.literal('shortcuts.changed'), items: v.array(SharedItem) }),
  v.strictObject({ type: v.literal('settings.changed'), settings: Settings }),
  v.strictObject({ type: v.literal('windows.changed'), inWindow: v.array(SessionId) }),
  v.strictObject({ type: v.literal('call.changed'), call: v.nullable(OwnCall) }),
  /** Some other view wants the microphone of the call off or on. */
  v.strictObject({ type: v.literal('call.ordered'), session: SessionId, muted: v.boolean() }),
  callPeers,
  /** The key for Start Session was pressed somewhere. */
  v.strictObject({ type: v.literal('start.wanted') }),
  v.strictObject({ type: v.literal('reservations.wanted') }),
  v.strictObject({ type: v.literal('asked.waits') }),
  v.strictObject({ type: v.literal('session.wanted'), session: SessionId }),
]);
export type ViewEvent = v.InferOutput<typeof ViewEvent>;
