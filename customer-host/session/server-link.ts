/** The host's link to its server: admitted by the ticket once, by its own token after every break. */
import { createClient, parseEvent } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { hostContract, type HostWelcome } from '../../shared/contract/host-contract.ts';
import type { ClientEntryId, PeerId, Ticket, Token } from '../../shared/contract/identifiers.ts';
import { namespaces } from '../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import type { ComputerFacts, HostReport, LogEntry } from '../../shared/contract/session-log.ts';
import type { SignallingPass } from '../../shared/contract/signalling.ts';
import { openSocketLink } from '../../shared/link/socket-carrier.ts';
import type * as v from 'valibot';

export type Welcome = v.InferOutput<typeof HostWelcome>;

export interface ServerLinkPorts {
  readonly origin: string;
  readonly ticket: Ticket;
  readonly facts: ComputerFacts;
  readonly newId: () => ClientEntryId;
  /** Every entry of the session's log since the host came, in order, each once. */
  readonly onEntry: (entry: LogEntry) => void;
  readonly onViewer: (peer: PeerId) => void;
  /** The session is over, or the server does not know this host any more. */
  readonly onOver: (why: AppError | undefined) => void;
}

export interface ServerLink {
  /** Resolves when the server has let the host in; rejects with what the customer should read. */
  readonly welcome: Promise<Welcome>;
  /** Stored for good or tried again until it is; what is reported has happened already. */
  report(report: HostReport): void;
  openPass(): Promise<SignallingPass>;
  /** Ends the session. Resolves when the server knows, rejects when it cannot be reached. */
  end(feelsWrong: boolean): Promise<void>;
  close(): void;
}

const RETRY_REPORT_MS = 2000;

export function openServerLink(ports: ServerLinkPorts): ServerLink {
  let token: Token | undefined;
  let welcomed: Welcome | undefined;
  let lastSeq = 0;
  let catchingUp: Promise<void> = Promise.resolve();
  let closed = false;
  let admit: (welcome: Welcome) => void = () => {};
  let turnAway: (error: unknown) => void = () => {};
  const welcome = new Promise<Welcome>((resolve, reject) => {
    admit = resolve;
    turnAway = reject;
  });

  const link = openSocketLink({
    origin: ports.origin,
    namespace: namespaces.host,
    door: () =>
      token === undefined
        ? { protocol: PROTOCOL_VERSION, by: 'ticket', ticket: ports.ticket }
        : { protocol: PROTOCOL_VERSION, by: 'token', token },
    onEvent: take,
    onState(state) {
      if (state.at === 'open') void join();
      if (state.at === 'refused') give(state.error);
    },
  });
  const server = createClient(hostContract, link);

  async function join(): Promise<void> {
    try {
      const joined = await server.call('session.join', { facts: ports.facts });
      token = joined.token;
      // What came before is in the session's head already; from here on every entry matters.
      if (!welcomed) lastSeq = joined.session.lastSeq;
      welcomed = joined;
      admit(joined);
      for (const viewer of joined.viewers) ports.onViewer(viewer);
      await catchUp();
    } catch (error) {
      // No answer: the link comes back by itself and joins again. Anything else is final.
      if (error instanceof AppError && error.code !== 'no-answer' && error.code !== 'store-down') give(error);
    }
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
        return ports.onViewer(event.peer);
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
      } catch (error) {
        // The link broke again: joining anew asks again, from the same entry on.
        if (!(error instanceof AppError)) throw error;
      }
    });
    return catchingUp;
  }

  function pass(entry: LogEntry): void {
    lastSeq = entry.seq;
    ports.onEntry(entry);
  }

  async function reportUntilStored(report: HostReport, clientId: ClientEntryId): Promise<void> {
    while (!closed && welcomed) {
      try {
        await server.call('session.report', { session: welcomed.session.id, clientId, report });
        return;
      } catch (error) {
        // Refused for good (the session has ended meanwhile) or not reached: only the second is worth another try.
        if (!(error instanceof AppError)) throw error;
        if (error.code !== 'no-answer' && error.code !== 'store-down') return;
        await new Promise((resolve) => setTimeout(resolve, RETRY_REPORT_MS));
      }
    }
  }

  let reporting: Promise<void> = Promise.resolve();
  return {
    welcome,
    report(report) {
      const clientId = ports.newId();
      reporting = reporting.then(() => reportUntilStored(report, clientId));
    },
    async openPass() {
      const { session } = await welcome;
      return server.call('link.open', { session: session.id });
    },
    async end(feelsWrong) {
      const { session } = await welcome;
      await server.call('session.end', { session: session.id, feelsWrong });
    },
    close() {
      closed = true;
      link.close();
    },
  };
}
