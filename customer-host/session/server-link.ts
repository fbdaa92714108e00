/** The host's link to its server: admitted by the ticket once, by its own token after every break. */
import { createClient, parseEvent } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import { hostContract, type HostWelcome, type ReadyViewer } from '../../shared/contract/host-contract.ts';
import type { ClientEntryId, Ticket, Token } from '../../shared/contract/identifiers.ts';
import { namespaces } from '../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { ComputerFacts, HostReport, LogEntry } from '../../shared/contract/session-log.ts';
import type { SignallingPass } from '../../shared/contract/signalling.ts';
import { openSocketLink } from '../../shared/link/socket-carrier.ts';
import type * as v from 'valibot';

/** What the server may take a little later, on the same link. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['store-down', 'store-full', 'too-many-tries']);

export type Welcome = v.InferOutput<typeof HostWelcome>;

export interface ServerLinkPorts {
  readonly origin: string;
  /** PEM certificates that alone may vouch for the server; the well-known authorities unless given. */
  readonly authority: string | undefined;
  readonly ticket: Ticket;
  readonly facts: ComputerFacts;
  readonly newId: () => ClientEntryId;
  /** Every entry of the session's log since the host came, in order, each once. */
  readonly onEntry: (entry: LogEntry) => void;
  /** The session as a later welcome says, between the entries before it and those after: what they have not told of its reps counts from here. */
  readonly onReps: (session: SessionHead) => void;
  readonly onViewer: (viewer: ReadyViewer) => void;
  /** Whoever looks at the screen now may not have the right to any more. */
  readonly onViewersRevoked: () => void;
  /** The session is over, or the server does not know this host any more. */
  readonly onOver: (why: AppError | undefined) => void;
}

export interface ServerLink {
  /** Resolves when the server has let the host in; rejects with what the customer should read. */
  readonly welcome: Promise<Welcome>;
  /** Stored, in the order of the calls, and tried again until it is. `onRefused` when the server will never take it. */
  report(report: HostReport, onRefused?: () => void, onStored?: () => void): void;
  openPass(): Promise<SignallingPass>;
  /** Ends the session. Resolves when the server knows, rejects when it cannot be reached. */
  end(feelsWrong: boolean): Promise<void>;
  close(): void;
}

const RETRY_MS = 2000;

export function openServerLink(ports: ServerLinkPorts): ServerLink {
  let token: Token | undefined;
  let welcomed: Welcome | undefined;
  let lastSeq = 0;
  /** Of the latest welcome, until what was written before it has been passed on. */
  let untold: SessionHead | undefined;
  let revocations: number | undefined;
  let catchingUp: Promise<void> = Promise.resolve();
  let closed = false;
  let joined = false;
  const onJoined = new Set<() => void>();
  let admit: (welcome: Welcome) => void = () => {};
  let turnAway: (error: unknown) => void = () => {};
  const welcome = new Promise<Welcome>((resolve, reject) => {
    admit = resolve;
    turnAway = reject;
  });

  const link = openSocketLink({
    origin: ports.origin,
    namespace: namespaces.host,
    authority: ports.authority,
    door: () =>
      token === undefined
        ? { protocol: PROTOCOL_VERSION, by: 'ticket', ticket: ports.ticket }
        : { protocol: PROTOCOL_VERSION, by: 'token', token },
    onEvent: take,
    onState(state) {
      joined = false;
      if (state.at === 'open') void join();
      if (state.at === 'refused') give(state.error);
      // Before the first welcome nobody knows this server; afterwards it may be a network that will be left again.
      if (state.at === 'lost' && state.error?.code === 'untrusted-server') turnAway(state.error);
    },
  });
  const server = createClient(hostContract, link);

  async function join(): Promise<void> {
    try {
      const welcomeNow = await server.call('session.join', { facts: ports.facts });
      token = welcomeNow.token;
      // What came before is in the session's head already; from here on every entry matters.
      if (!welcomed) lastSeq = welcomeNow.session.lastSeq;
      else untold = welcomeNow.session;
      welcomed = welcomeNow;
      joined = true;
      for (const go of onJoined) go();
      admit(welcomeNow);
      heedRevocations(welcomeNow.revocations);
      for (const viewer of welcomeNow.viewers) ports.onViewer(viewer);
      await catchUp();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // No answer: the link comes back by itself and joins again. A store that is away or full comes back on the same link.
      if (passing.has(error.code)) setTimeout(() => void (link.state.at === 'open' && join()), RETRY_MS);
      else if (error.code !== 'no-answer') give(error);
    }
  }

  /** A link that is open but has not joined yet is nobody to the server: what it says would be refused for good. */
  function whenJoined(): Promise<void> {
    if (joined || closed) return Promise.resolve();
    return new Promise((resolve) => {
      const go = () => {
        onJoined.delete(go);
        resolve();
      };
      onJoined.add(go);
    });
  }

  /** A sign-in may end while this host is not linked: another count says so afterwards, or that other reps are here. */
  function heedRevocations(count: number): void {
    if (revocations !== undefined && count !== revocations) ports.onViewersRevoked();
    revocations = count;
  }

  function give(error: AppError): void {
    turnAway(error);
    if (welcomed && !closed) ports.onOver(error);
  }

  function take(message: unknown): void {
    const event = parseEvent(hostContract, message);
    switch (event?.type) {
      case undefined:
        return;
      case 'log.appended':
        if (event.entry.seq === lastSeq + 1) pass(event.entry);
        else if (event.entry.seq > lastSeq) void catchUp();
        return;
      case 'viewer.ready':
        return ports.onViewer({ peer: event.peer, account: event.account });
      case 'viewers.revoked':
        revocations = event.revocations;
        return ports.onViewersRevoked();
      case 'session.over':
        return ports.onOver(undefined);
      default:
        event satisfies never;
    }
  }

  /** Asks for what was missed. One at a time, so that nothing is passed on twice. */
  function catchUp(): Promise<void> {
    catchingUp = catchingUp.then(async () => {
      if (!welcomed) return;
      try {
        for (let more = true; more && !closed;) {
          const page = await server.call('log.after', { session: welcomed.session.id, seq: lastSeq });
          for (const entry of page.entries) if (entry.seq > lastSeq) pass(entry);
          more = page.more;
        }
        tellReps();
      } catch (error) {
        // The link broke again: joining anew asks again, from the same entry on.
        if (!(error instanceof AppError)) throw error;
      }
    });
    return catchingUp;
  }

  function tellReps(): void {
    const session = untold;
    untold = undefined;
    // Entries that came before the welcome did have told more already.
    if (session !== undefined && lastSeq <= session.lastSeq) ports.onReps(session);
  }

  function pass(entry: LogEntry): void {
    if (untold !== undefined && entry.seq > untold.lastSeq) tellReps();
    lastSeq = entry.seq;
    ports.onEntry(entry);
  }

  async function reportUntilStored(
    report: HostReport,
    clientId: ClientEntryId,
  ): Promise<'stored' | 'refused' | 'closed'> {
    for (;;) {
      await whenJoined();
      if (closed || !welcomed) return 'closed';
      try {
        await server.call('session.report', { session: welcomed.session.id, clientId, report });
        return 'stored';
      } catch (error) {
        // Refused for good (the session has ended meanwhile) or not reached: only the second is worth another try.
        if (!(error instanceof AppError)) throw error;
        if (error.code !== 'no-answer' && !passing.has(error.code)) return 'refused';
        if (joined) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  let reporting: Promise<void> = Promise.resolve();
  return {
    welcome,
    report(report, onRefused = () => {}, onStored = () => {}) {
      const clientId = ports.newId();
      reporting = reporting.then(async () => {
        const outcome = await reportUntilStored(report, clientId);
        if (outcome === 'refused') onRefused();
        if (outcome === 'stored') onStored();
      });
    },
    async openPass() {
      const { session } = await welcome;
      await whenJoined();
      return server.call('link.open', { session: session.id });
    },
    async end(feelsWrong) {
      const { session } = await welcome;
      await server.call('session.end', { session: session.id, feelsWrong });
    },
    close() {
      closed = true;
      for (const go of onJoined) go();
      link.close();
    },
  };
}
