/** The customer host: one session on this computer, from its ticket to its own removal. */
import { openDesktop } from './desktop/open-desktop.ts';
import { createViewerCalls } from './link/viewer-calls.ts';
import { ticketInExecutableName } from './package/executable-name.ts';
import { removeDownload } from './package/self-removal.ts';
import { isPackaged, serverAddress } from './package/server-address.ts';
import { newClientEntryId } from './session/new-id.ts';
import { startHostSession, type HostSession } from './session/host-session.ts';
import { openServerLink, type ServerLink } from './session/server-link.ts';
import { runEnvironment } from './config.ts';
import { connectingNotice, endNotice, troubleNotice, type Helper } from './texts/en.ts';
import type { HostWindows } from './windows/host-windows.ts';
import { openHostWindows } from './windows/open-host-windows.ts';
import { troubleOf } from './session/trouble.ts';

/** How long the customer's hand must be still before control comes back. */
const STILL_FOR_MS = 2000;

const environment = runEnvironment();
const windows = openHostWindows({
  platform: process.platform,
  display: environment.display,
  now: () => performance.now(),
});

run(windows)
  .catch(async (error: unknown) => {
    console.error('The host cannot go on:', error instanceof Error ? error.message : '');
    const trouble = troubleOf(error);
    // Without an answer from the server the same download can be tried again; otherwise it has served.
    if (trouble !== 'noServer' && trouble !== 'untrustedServer') removeTraces();
    await windows.notice(troubleNotice(trouble)).answered;
  })
  .finally(() => {
    windows.close();
    // libwebrtc's threads would hang a process that merely runs out of work.
    process.exit(0);
  });

async function run(windows: HostWindows): Promise<void> {
  const server = serverAddress(environment.variables);
  const ticket = ticketInExecutableName(isPackaged() ? process.execPath : environment.executableName);
  if (!ticket) {
    await windows.notice(troubleNotice('noTicket')).answered;
    return;
  }
  const desktop = await openDesktop(environment.display ?? '');
  const connecting = windows.notice(connectingNotice(server.organisation ?? new URL(server.origin).host));
  let session: HostSession | undefined;
  let offsetMs = 0;
  let startedAt = Date.now() - performance.now();
  // The later of two clocks: one can be set back, the other stands still while the computer sleeps. Neither may make a
  // consent last longer than the customer said.
  const now = () => Math.floor(Math.max(Date.now(), startedAt + performance.now())) + offsetMs;

  const link = openServerLink({
    origin: server.origin,
    authority: server.authority,
    ticket,
    facts: desktop.facts,
    newId: newClientEntryId,
    onEntry: (entry) => session?.onEntry(entry),
    onViewer: (peer) => (session ? session.onViewer(peer) : early.push(peer)),
    onViewersRevoked: () => calls.hangUp(),
    onOver: () => session?.stop(),
  });
  const early: Parameters<HostSession['onViewer']>[0][] = [];
  const calls = createViewerCalls({ ...server, openPass: () => link.openPass() });
  try {
    const welcome = await admitted(link, connecting.answered);
    if (!welcome) return removeTraces();
    startedAt = Date.now() - performance.now();
    offsetMs = welcome.serverTime - Date.now();
    const helper = helperOf(welcome.rep.displayName, welcome.organisation.name);
    // The ticket is spent: the download can serve nobody any more, and whatever happens from here on, it is gone.
    removeTraces();
    session = startHostSession({
      helper,
      windows,
      desktop,
      calls,
      server: link,
      now,
      startedAt: welcome.session.startedAt,
      firstAsk: welcome.session.ask,
      stillForMs: STILL_FOR_MS,
    });
    connecting.close();
    for (const peer of early) session.onViewer(peer);
    desktop.onLost(() => session?.stop());
    endOnSignals(session);
    endOnFaults(session);
    const usage = await session.over;
    await windows.notice(endNotice({ helper, ...usage })).answered;
  } finally {
    connecting.close();
    calls.close();
    link.close();
    desktop.close();
  }
}

/** The server's welcome; nothing when the customer cancelled meanwhile. */
async function admitted(link: ServerLink, cancelled: Promise<string>) {
  const cancel = cancelled.then((answer) => (answer === 'cancel' ? undefined : new Promise<never>(() => {})));
  return Promise.race([link.welcome, cancel]);
}

function helperOf(name: string, organisation: string): Helper {
  return { name, firstName: name.split(/\s/)[0] ?? name, organisation };
}

function endOnSignals(session: HostSession): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => session.stop());
}

/** A bug of ours must not leave somebody's hands on this computer: keys are let go and the session ends, then the host. */
function endOnFaults(session: HostSession): void {
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.once(fault, (error: unknown) => {
      console.error('The host ends because of a fault:', error instanceof Error ? error.stack : '');
      session.stop();
      windows.close();
      process.exit(1);
    });
  }
}

/** The download goes as soon as it has served; the program runs on without its file. */
function removeTraces(): void {
  if (!isPackaged()) return;
  for (const path of removeDownload(process.execPath).kept) console.error('This could not be removed:', path);
}
