/** Customer's page ↔ server. */
import * as v from 'valibot';
import { Branding } from './branding.ts';
import { brandingChanged } from './branding-operations.ts';
import { callOperations, callPeers } from './call-operations.ts';
import { PublicChannel, WaitRange } from './channel.ts';
import { customerEntryEvents, customerEntryOperations } from './connection-entry.ts';
import { ConsentMinutes, ConsentScope } from './consent.ts';
import { Nothing, contract, operation } from './contract.ts';
import { customerFileOperations } from './conversation-file.ts';
import { customerEndingOperations, endingsChanged } from './ending.ts';
import { ClientEntryId, SessionId, Ticket } from './identifiers.ts';
import { ChosenIncident, PublicIncident } from './incident.ts';
import { incidentsChanged } from './incident-operations.ts';
import { customerInvitationEvents, customerInvitationOperations } from './invitation-operations.ts';
import { Organisation } from './organisation.ts';
import { customerPageOperations } from './page-suggestion.ts';
import { ProofOfWork, customerProofOperations } from './proof-of-work.ts';
import { OwnReservation } from './reservation.ts';
import { customerReservationOperations, ownReservationChanged } from './reservation-operations.ts';
import { customerReceiptOperations } from './receipt.ts';
import { SessionHead } from './session.ts';
import { LogEntry, SessionSummary } from './session-log.ts';
import { AfterSeq, LogPage, chatTyping, logAppended, sessionChanged } from './shared-events.ts';
import { RequestForm } from './support-request.ts';
import { customerSurveyOperations } from './survey.ts';
import { customerTrustEvents, customerTrustOperations } from './trust.ts';
import { ChatText, Moment } from './text.ts';
import { whiteboardGrew, whiteboardLive, whiteboardOperations } from './whiteboard-operations.ts';

const forSession = v.strictObject({ session: SessionId });

/** A place in line. `ahead` and `behind` count the others of the channel. */
export const QueuePlace = v.strictObject({
  form: RequestForm,
  incident: v.optional(v.nullable(ChosenIncident)),
  channelName: v.string(),
  channelStatus: PublicChannel.entries.status,
  since: Moment,
  position: v.pipe(v.number(), v.integer(), v.minValue(1)),
  behind: v.pipe(v.number(), v.integer(), v.minValue(0)),
  beingHelped: v.pipe(v.number(), v.integer(), v.minValue(0)),
  wait: WaitRange,
});
export type QueuePlace = v.InferOutput<typeof QueuePlace>;

/** Where this browser stands; a reload begins here. */
export const CustomerState = v.variant('at', [
  v.strictObject({ at: v.literal('start') }),
  v.strictObject({ at: v.literal('waiting'), place: QueuePlace }),
  /** `place`: the session waits in line for somebody who takes it over. */
  v.strictObject({ at: v.literal('session'), session: SessionHead, place: v.nullable(QueuePlace) }),
  v.strictObject({ at: v.literal('summary'), summary: SessionSummary }),
]);
export type CustomerState = v.InferOutput<typeof CustomerState>;

/** Which host the page can offer for the visitor's system, and what it weighs. */
export const HostOffer = v.strictObject({
  system: v.picklist(['linux-x64', 'windows-x64', 'macos', 'other']),
  available: v.boolean(),
  /** Of the download. */
  bytes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Of the program itself, as the system shows it, in 64 hex digits. */
  sha256: v.nullable(v.pipe(v.string(), v.hash(['sha256']))),
  /** Whether the organisation has put its signature into the program. */
  signed: v.boolean(),
  preparing: v.boolean(),
});
export type HostOffer = v.InferOutput<typeof HostOffer>;

export const customerContract = contract(
  {
    'page.open': operation(
      Nothing,
      v.strictObject({
        serverTime: Moment,
        organisation: Organisation,
        branding: Branding,
        channels: v.array(PublicChannel),
        incidents: v.array(PublicIncident),
        state: CustomerState,
        reservation: v.nullable(OwnReservation),
      }),
    ),
    'requests.ask': operation(
      v.strictObject({ ...RequestForm.entries, proof: v.exactOptional(ProofOfWork) }),
      v.strictObject({ place: QueuePlace }),
    ),
    'requests.change': operation(
      v.strictObject({ ...RequestForm.entries, proof: v.exactOptional(ProofOfWork) }),
      v.strictObject({ place: QueuePlace }),
    ),
    'requests.leave': operation(Nothing, Nothing),
    ...customerEndingOperations,
    ...customerReservationOperations,
    ...customerEntryOperations,
    ...customerProofOperations,
    ...customerInvitationOperations,
    ...customerTrustOperations,
    ...whiteboardOperations,
    ...customerReceiptOperations,
    ...customerSurveyOperations,
    'log.after': operation(AfterSeq, LogPage),
    'chat.send': operation(
      v.strictObject({ session: SessionId, clientId: ClientEntryId, text: ChatText }),
      v.strictObject({ entry: LogEntry }),
    ),
    'chat.typing': operation(v.strictObject({ session: SessionId, typing: v.boolean() }), Nothing),
    'chat.read': operation(AfterSeq, Nothing),
    ...customerFileOperations,
    /** The answer on the page. Yes lets the host be fetched; the host asks again on the desktop. */
    'consent.answer': operation(
      v.strictObject({
        session: SessionId,
        clientId: ClientEntryId,
        answer: v.picklist(['yes', 'no']),
        minutes: ConsentMinutes,
      }),
      v.strictObject({ entry: LogEntry }),
    ),
    ...customerPageOperations,
    ...callOperations,
    'consent.withdraw': operation(v.strictObject({ session: SessionId, scope: ConsentScope }), Nothing),
    'host.offer': operation(forSession, HostOffer),
    /** A ticket for one download, bound to this session. The page posts it to `/host/download`. */
    'host.ticket': operation(forSession, v.strictObject({ ticket: Ticket, expiresAt: Moment })),
    'sessions.end': operation(
      v.strictObject({ session: SessionId, feelsWrong: v.boolean() }),
      v.strictObject({ summary: SessionSummary }),
    ),
    /** Done with the summary: the page goes back to the start. */
    'sessions.dismiss': operation(forSession, Nothing),
  },
  v.variant('type', [
    ...customerInvitationEvents,
    ...customerTrustEvents,
    logAppended,
    sessionChanged,
    chatTyping,
    whiteboardGrew,
    whiteboardLive,
    callPeers,
    ownReservationChanged,
    ...customerEntryEvents,
    v.strictObject({ type: v.literal('channels.changed'), channels: v.array(PublicChannel) }),
    incidentsChanged,
    brandingChanged,
    v.strictObject({ type: v.literal('queue.moved'), place: QueuePlace }),
    /** A rep took the request; the session begins. */
    v.strictObject({ type: v.literal('requests.claimed'), session: SessionHead }),
    /** The request is gone without a session; `endings.changed` says why. */
    v.strictObject({ type: v.literal('requests.gone') }),
    endingsChanged,
    v.strictObject({ type: v.literal('sessions.ended'), summary: SessionSummary }),
  ]),
);
export type CustomerContract = typeof customerContract;
