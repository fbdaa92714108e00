/** Customer host ↔ server. The host is admitted by a ticket once, then by its own token when it must reconnect. */
import * as v from 'valibot';
import { RepFace } from './account.ts';
import { Nothing, contract, operation } from './contract.ts';
import { AccountId, ClientEntryId, PeerId, SessionId, Token } from './identifiers.ts';
import { Organisation } from './organisation.ts';
import { SessionHead } from './session.ts';
import { ComputerFacts, HostFailure, HostReport, LogEntry } from './session-log.ts';
import { AfterSeq, LogPage, logAppended } from './shared-events.ts';
import { RecordingPart } from './shell-recording.ts';
import { SignallingPass } from './signalling.ts';
import { Moment } from './text.ts';

/** What a host says of itself when it comes. */
export const HostArrival = v.strictObject({ facts: ComputerFacts });

const Revocations = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A viewer that waits for a call, and the rep whose it is. */
export const ReadyViewer = v.strictObject({ peer: PeerId, account: AccountId });
export type ReadyViewer = v.InferOutput<typeof ReadyViewer>;

export const HostWelcome = v.strictObject({
  serverTime: Moment,
  organisation: Organisation,
  rep: RepFace,
  session: SessionHead,
  /** Admits this host again after a break, as long as the session lives. Kept in memory only. */
  token: Token,
  /** How often sign-ins of the reps in the session were ended. Another number than last time: all viewers from before are closed. */
  revocations: Revocations,
  /** Viewers that wait for a call already. */
  viewers: v.array(ReadyViewer),
});
export type HostWelcome = v.InferOutput<typeof HostWelcome>;

export const hostContract = contract(
  {
    'session.join': operation(HostArrival, HostWelcome),
    /** Instead of joining: this computer's desktop cannot be shown. The ticket stays as good as it was. */
    'session.decline': operation(v.strictObject({ reason: HostFailure }), Nothing),
    'session.report': operation(
      v.strictObject({ session: SessionId, clientId: ClientEntryId, report: HostReport }),
      v.strictObject({ entry: LogEntry }),
    ),
    /** Part of a recording of a command line, as the customer was told. */
    'shell.record': operation(v.strictObject({ session: SessionId, ...RecordingPart.entries }), Nothing),
    'session.end': operation(v.strictObject({ session: SessionId, feelsWrong: v.boolean() }), Nothing),
    'log.after': operation(AfterSeq, LogPage),
    'link.open': operation(v.strictObject({ session: SessionId }), SignallingPass),
  },
  v.variant('type', [
    logAppended,
    /** A viewer of this session waits for the host's call. */
    v.strictObject({ type: v.literal('viewer.ready'), session: SessionId, ...ReadyViewer.entries }),
    /** A sign-in that opened viewers of this session holds no longer: all are closed, and who still may comes back. */
    v.strictObject({ type: v.literal('viewers.revoked'), session: SessionId, revocations: Revocations }),
    v.strictObject({ type: v.literal('session.over'), session: SessionId }),
  ]),
);
export type HostContract = typeof hostContract;
