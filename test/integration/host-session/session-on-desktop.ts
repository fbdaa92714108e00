/** A whole session on real parts: server, customer's page, rep, the host program on a desktop, and the customer there. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { randomId } from '../../../server/secrets/random.ts';
import type { Role } from '../../../shared/contract/account.ts';
import type { ConsentAsk } from '../../../shared/contract/consent.ts';
import type { Ticket } from '../../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import type { EntryKind, LogEntry } from '../../../shared/contract/session-log.ts';
import { openNodeViewer } from '../../support/node-viewer.ts';
import type { NodeViewer } from '../../support/node-viewer.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, Rep, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { startXDisplay, until } from '../customer-host-x11/x-display.ts';
import type { XDisplay } from '../customer-host-x11/x-display.ts';
import { aLiveSession, allowSessions } from '../server-sessions/sessions-for-tests.ts';
import { helper, seatCustomer } from './hand-and-windows.ts';
import type { CustomerAtDesk } from './hand-and-windows.ts';
import { watchInjectedInput } from './injected-input.ts';
import type { InjectedInput } from './injected-input.ts';

const projectRoot = join(import.meta.dirname, '../../..');
const HOST_WITHIN_MS = 20_000;

export interface Office {
  readonly server: ServerProcess;
  readonly administrator: Administrator;
  readonly ana: RepLink;
  /** Ana's account, for signing in once more. */
  readonly account: Rep;
  close(): Promise<void>;
}

interface OfficeOptions {
  readonly role?: Role;
  /** Of the server, by the names of its environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A server with one rep, Ana Petrescu of Fern Street Library. */
export async function openOffice({ role = 'representative', settings = {} }: OfficeOptions = {}): Promise<Office> {
  const server = await startServerProcess({ settings: { PREPARE_HOST: 'no', ...settings } });
  const administrator = await finishSetUp(server, { organisation: helper.organisation });
  await allowSessions(administrator, 5);
  const account = await createRep(administrator, { displayName: helper.name, role });
  const ana = await repOnline(server, account);
  return {
    server,
    administrator,
    ana,
    account,
    async close() {
      ana.close();
      await server.stop();
    },
  };
}

export interface SessionOnDesktop {
  readonly session: SessionHead['id'];
  /** What the host came with. */
  readonly ticket: Ticket;
  readonly customer: CustomerLink;
  readonly screen: XDisplay;
  readonly atDesk: CustomerAtDesk;
  readonly injected: InjectedInput;
  readonly host: HostProcess;
  ask(ask?: Partial<ConsentAsk>): Promise<void>;
  /** The rep asks and the customer clicks Yes on the desktop. */
  grant(ask?: Partial<ConsentAsk>): Promise<void>;
  answerOnPage(answer: 'yes' | 'no'): Promise<void>;
  viewer(): Promise<NodeViewer>;
  /** A viewer that shows the screen and may use both hands. */
  controlling(): Promise<NodeViewer>;
  log(): Promise<readonly LogEntry[]>;
  /** Waits for an entry of this kind; the `nth` one, from 1. */
  logged(kind: EntryKind, nth?: number, withinMs?: number): Promise<LogEntry>;
  /** Ends everything; `serverIsGone` when the rep's link leads nowhere any more. */
  end(serverIsGone?: 'serverIsGone'): Promise<void>;
}

export interface HostProcess {
  readonly output: () => string;
  readonly isRunning: () => boolean;
  /** Resolves with the exit code once it has ended by itself; rejects after `withinMs`. */
  ended(withinMs?: number): Promise<number | null>;
  /** As a desktop that goes down asks its programs to end. */
  terminate(): void;
  kill9(): void;
}

let sessions = 0;

/** The customer has said yes on the page and started the host; it asks nothing yet unless `ask` is given. */
export async function startSessionOnDesktop(
  { server, ana }: Pick<Office, 'server' | 'ana'>,
  ask?: Partial<ConsentAsk>,
  hostVariables: NodeJS.ProcessEnv = {},
) {
  const screen = await startXDisplay({ nested: true, windowManager: true, width: 1280, height: 800 });
  const viewers: NodeViewer[] = [];
  const { customer, session } = await aLiveSession(server, ana, `Marta ${(sessions += 1)}`);
  const { ticket } = await customer.call('host.ticket', { session });
  const askNow = async (changes: Partial<ConsentAsk> = {}) => {
    const asked: ConsentAsk = { scope: 'view', devices: 'both', minutes: 15, ...changes };
    await ana.call('consent.ask', { session, clientId: randomId(), ask: asked });
  };
  if (ask) await askNow(ask);
  const child = spawn(process.execPath, ['--import', 'tsx', 'customer-host/main.ts'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      DISPLAY: screen.display,
      REMOTEHELP_HOST_SERVER: server.origin,
      REMOTEHELP_HOST_NAME: `RemoteHelp-${ticket}`,
      ...hostVariables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const host = hostProcess(child);
  const injected = watchInjectedInput(screen.display);
  const atDesk = await seatCustomer(screen);
  const log = async () => (await customer.call('log.after', { session, seq: 0 })).entries;
  const logged = async (kind: EntryKind, nth = 1, withinMs = 8000): Promise<LogEntry> => {
    let found: LogEntry | undefined;
    const look = async () => {
      found = (await log()).filter((entry) => entry.kind === kind)[nth - 1];
      return found !== undefined;
    };
    await until(`the log's entry ${kind}`, look, withinMs).catch(async (cause: unknown) => {
      const kinds = (await log()).map((entry) => entry.kind).join(' ');
      throw new Error(`No ${kind} (${nth}) in the log: ${kinds}. The host says: ${host.output()}`, { cause });
    });
    if (!found) throw new Error('unreachable: until has found it');
    return found;
  };
  const grant = async (changes: Partial<ConsentAsk> = {}) => {
    const before = (await log()).filter(({ kind }) => kind === 'granted').length;
    await askNow(changes);
    await atDesk.answer(changes.scope === 'control' ? /use your/ : /see your screen/, 'yes');
    await logged('granted', before + 1);
  };
  const viewer = async () => {
    const opened = await openNodeViewer(server, ana, session);
    viewers.push(opened);
    return opened;
  };
  const desktop: SessionOnDesktop = {
    session,
    ticket,
    customer,
    screen,
    atDesk,
    injected,
    host,
    ask: askNow,
    grant,
    async answerOnPage(answer) {
      await customer.call('consent.answer', { session, clientId: randomId(), answer, minutes: 15 });
    },
    viewer,
    async controlling() {
      await grant({ scope: 'control' });
      const opened = await viewer();
      await opened.hears('open');
      // The hand has just clicked Yes, so that what is left of its movement may have paused control.
      await until('control to be free', () => opened.state?.hands === 'controlling');
      return opened;
    },
    log,
    logged,
    async end(serverIsGone) {
      for (const opened of viewers) await opened.stop();
      injected.close();
      atDesk.close();
      if (host.isRunning()) host.kill9();
      await host.ended();
      if (!serverIsGone) await endSession(ana, session);
      customer.close();
      await screen.stop();
    },
  };
  try {
    await logged('host-joined', 1, HOST_WITHIN_MS);
    return desktop;
  } catch (error) {
    await desktop.end();
    throw error;
  }
}

async function endSession(ana: RepLink, session: SessionHead['id']): Promise<void> {
  try {
    await ana.call('sessions.end', { session });
  } catch (error) {
    // Ended by the test itself, as most are, or given to somebody else.
    if (!(error instanceof Error && 'code' in error && ['session-ended', 'not-found'].includes(String(error.code))))
      throw error;
  }
}

function hostProcess(child: ChildProcess): HostProcess {
  let output = '';
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    output: () => output,
    isRunning,
    async ended(withinMs = 10_000) {
      if (isRunning()) await once(child, 'exit', { signal: AbortSignal.timeout(withinMs) });
      return child.exitCode;
    },
    terminate: () => void child.kill('SIGTERM'),
    kill9: () => void child.kill('SIGKILL'),
  };
}
