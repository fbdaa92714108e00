/** Rep's extension ↔ server. */
import * as v from 'valibot';
import { Account, AwayBecause, ChosenPresence, PictureData, Presence } from './account.ts';
import { callOperations, callPeers } from './call-operations.ts';
import { Channel } from './channel.ts';
import { ConsentAsk, ConsentScope } from './consent.ts';
import { repEntryOperations } from './connection-entry.ts';
import { Nothing, contract, operation } from './contract.ts';
import { repFileOperations } from './conversation-file.ts';
import { ClientEntryId, PeerId, RequestId, SessionId } from './identifiers.ts';
import { repInvitationEvents, repInvitationOperations } from './invitation-operations.ts';
import { repKeptSystemOperations } from './kept-system.ts';
import { Launch } from './launch.ts';
import { repMailOperations } from './mail-operations.ts';
import { MemberAsk } from './member.ts';
import { memberAnswered, memberAskClosed, memberAsked, memberOut, repMemberOperations } from './member-operations.ts';
import { notesChanged, repNoteOperations } from './note.ts';
import { Offer, offerClosed, offerMade, repOfferOperations } from './offer-operations.ts';
import { Organisation } from './organisation.ts';
import { repPageOperations } from './page-suggestion.ts';
import { repHistoryOperations } from './past-session.ts';
import { repReportOperations, reportsChanged } from './report-operations.ts';
import { Reservation } from './reservation.ts';
import { repReservationOperations, reservationChanged, reservationSettled } from './reservation-operations.ts';
import { rightsChanged } from './right-operations.ts';
import { EffectiveRight } from './right.ts';
import { repScriptOperations } from './script-operations.ts';
import { SessionHead } from './session.ts';
import { Audience, LogEntry, SessionSummary } from './session-log.ts';
import { AfterSeq, LogPage, chatTyping, logAppended, sessionChanged } from './shared-events.ts';
import { repSharedItemOperations, sharedChanged, shortcutsChanged } from './shared-item-operations.ts';
import { IceServer, SignallingPass } from './signalling.ts';
import { repSurveyOperations } from './survey.ts';
import { QueueMove, WaitingRequest } from './support-request.ts';
import { assignmentEnded, repTeamOperations, teamChanged } from './team-operations.ts';
import { repTrustEvents, repTrustOperations } from './trust.ts';
import { ChatText, Moment, PersonName, optionalLine } from './text.ts';
import { whiteboardGrew, whiteboardLive, whiteboardOperations } from './whiteboard-operations.ts';

const forSession = v.strictObject({ session: SessionId });

/** Everything that a rep's panel shows at once; events keep it true from then on. */
export const RepSnapshot = v.strictObject({
  serverTime: Moment,
  /** The server's public address, such as `https://help.example`. Request page: `/`, connection page: `/connect`. */
  origin: v.string(),
  organisation: Organisation,
  account: Account,
  presence: Presence,
  awayBecause: AwayBecause,
  channels: v.array(v.pick(Channel, ['id', 'name', 'status', 'waiting'])),
  requests: v.array(WaitingRequest),
  /** Open reservations of the rep's channels. */
  reservations: v.array(Reservation),
  /** What is put before this rep now. */
  offer: v.nullable(Offer),
  /** Those in which the rep is a guest, too. */
  sessions: v.array(SessionHead),
  /** What this rep is asked now: to come into sessions of others, or to go on with them. */
  asks: v.array(MemberAsk),
  /** As `codes.guarded` told; `null` when nobody guesses. */
  codesGuardedUntil: v.nullable(Moment),
  /** The server's disk is full: nothing new can be stored until there is room. */
  readOnly: v.boolean(),
  /** Which tools of a session the rep may use, and who has decided so. */
  rights: v.array(EffectiveRight),
});
export type RepSnapshot = v.InferOutput<typeof RepSnapshot>;

export const repContract = contract(
  {
    'snapshot.get': operation(Nothing, RepSnapshot),
    'presence.set': operation(v.strictObject({ presence: ChosenPresence }), v.strictObject({ presence: Presence })),
    /** Takes a waiting request. `already-taken` names who was faster in its text. */
    'requests.claim': operation(v.strictObject({ request: RequestId }), v.strictObject({ session: SessionHead })),
    ...repReservationOperations,
    ...repOfferOperations,
    ...repTeamOperations,
    ...repMemberOperations,
    /** A session begun by the rep, with a connection code to tell. */
    'sessions.start': operation(
      v.strictObject({ customer: optionalLine(80) }),
      v.strictObject({ session: SessionHead }),
    ),
    ...repEntryOperations,
    ...repSurveyOperations,
    ...repMailOperations,
    ...repInvitationOperations,
    ...repTrustOperations,
    'sessions.end': operation(forSession, v.strictObject({ summary: v.nullable(SessionSummary) })),
    'sessions.summary': operation(forSession, v.strictObject({ summary: SessionSummary })),
    ...repHistoryOperations,
    ...repNoteOperations,
    ...repReportOperations,
    'log.after': operation(AfterSeq, LogPage),
    'chat.send': operation(
      v.strictObject({
        session: SessionId,
        clientId: ClientEntryId,
        text: ChatText,
        /** To everybody unless said; what is for reps never reaches customer or host. */
        audience: v.exactOptional(Audience),
      }),
      v.strictObject({ entry: LogEntry }),
    ),
    /** Whom the words are for is said each time: no customer hears that words are being written which are for reps only. */
    'chat.typing': operation(v.strictObject({ session: SessionId, typing: v.boolean(), audience: Audience }), Nothing),
    'chat.read': operation(AfterSeq, Nothing),
    ...repFileOperations,
    'consent.ask': operation(
      v.strictObject({ session: SessionId, clientId: ClientEntryId, ask: ConsentAsk }),
      v.strictObject({ entry: LogEntry }),
    ),
    'consent.unask': operation(forSession, Nothing),
    ...repPageOperations,
    ...callOperations,
    /** Gives back what was granted. A rep can lower a consent, never raise one. */
    'consent.lower': operation(v.strictObject({ session: SessionId, scope: ConsentScope }), Nothing),
    /** Asks, on the customer's computer, to open something there. Needs the host, and the right to control. */
    'launch.ask': operation(
      v.strictObject({ session: SessionId, clientId: ClientEntryId, launch: Launch }),
      v.strictObject({ entry: LogEntry }),
    ),
    'launch.unask': operation(forSession, Nothing),
    /** A pass for one viewer's signalling link. */
    'link.open': operation(forSession, SignallingPass),
    /** The relay as links are told of it, for a test of the rep's own network. Empty where the server has none. */
    'link.probe': operation(Nothing, v.strictObject({ iceServers: v.array(IceServer) })),
    /** The viewer's peer is open and waits for the host's call. */
    'link.ready': operation(v.strictObject({ session: SessionId, peer: PeerId }), Nothing),
    'self.setPicture': operation(
      v.strictObject({ picture: v.nullable(PictureData) }),
      v.strictObject({ account: Account }),
    ),
    ...repSharedItemOperations,
    ...repScriptOperations,
    ...repKeptSystemOperations,
    ...whiteboardOperations,
    'self.setDisplayName': operation(v.strictObject({ displayName: PersonName }), v.strictObject({ account: Account })),
  },
  v.variant('type', [
    ...repInvitationEvents,
    ...repTrustEvents,
    logAppended,
    sessionChanged,
    chatTyping,
    callPeers,
    reservationChanged,
    reservationSettled,
    sharedChanged,
    shortcutsChanged,
    whiteboardGrew,
    whiteboardLive,
    notesChanged,
    reportsChanged,
    v.strictObject({ type: v.literal('requests.waiting'), request: WaitingRequest }),
    /** Somebody took it, this rep included. */
    v.strictObject({ type: v.literal('requests.claimed'), request: RequestId, by: v.string(), mine: v.boolean() }),
    v.strictObject({ type: v.literal('requests.left'), request: RequestId }),
    offerMade,
    offerClosed,
    teamChanged,
    assignmentEnded,
    memberAsked,
    memberAskClosed,
    memberAnswered,
    memberOut,
    /** Somebody else goes on with a session of this rep, who was out of reach for too long. */
    v.strictObject({ type: v.literal('sessions.passedOn'), session: SessionId, to: v.string() }),
    v.strictObject({ type: v.literal('queue.moved'), ...QueueMove.entries }),
    v.strictObject({ type: v.literal('presence.changed'), presence: Presence, because: AwayBecause }),
    v.strictObject({
      type: v.literal('channels.changed'),
      channels: v.array(v.pick(Channel, ['id', 'name', 'status', 'waiting'])),
    }),
    v.strictObject({ type: v.literal('account.changed'), account: Account }),
    /** Too many wrong connection codes came in, from wherever: until then each try costs work. */
    v.strictObject({ type: v.literal('codes.guarded'), until: Moment }),
    /** The server's disk is full, or has room again. */
    v.strictObject({ type: v.literal('store.readOnly'), readOnly: v.boolean() }),
    rightsChanged,
    /** The server lets go of this link: signed out elsewhere, disabled, or the password changed. */
    v.strictObject({ type: v.literal('account.revoked'), text: v.string() }),
  ]),
);
export type RepContract = typeof repContract;
