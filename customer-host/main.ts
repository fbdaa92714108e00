/**
 * The customer host: one session on this computer, from its ticket to its own removal. Installed, it is also what
 * browsers start to speak to.
 */
import { homedir } from 'node:os';
import type { Ticket } from '../shared/contract/identifiers.ts';
import type { Removal } from '../shared/contract/removal.ts';
import type { HostFailure } from '../shared/contract/session-log.ts';
import { openDesktop } from './desktop/open-desktop.ts';
import { isWayland } from './desktop/wayland.ts';
import { readRecord, mayCall } from './install/installed-record.ts';
import { runCommand } from './install/run-command.ts';
import { createLauncher } from './launch/launcher.ts';
import { createViewerCalls } from './link/viewer-calls.ts';
import { chooseMode } from './native-messaging/choose-mode.ts';
import { serveBrowser } from './native-messaging/serve-browser.ts';
import { startDetached, startedTicket } from './native-messaging/start-detached.ts';
import { downloadFolders } from './package/download-folders.ts';
import { ticketInExecutableName } from './package/executable-name.ts';
import { removalOf, removeDownload } from './package/self-removal.ts';
import { isPackaged, serverAddress } from './package/server-address.ts';
import { openTools } from './tools/open-tools.ts';
import { awaitWelcome } from './session/await-welcome.ts';
import { declineSession } from './session/decline-session.ts';
import { repsHere } from './session/reps-here.ts';
import { startHostSession } from './session/host-session.ts';
import type { HostSession } from './session/host-session-ports.ts';
import { newClientEntryId } from './session/new-id.ts';
import { createServerClock } from './session/server-clock.ts';
import { openServerLink } from './session/server-link.ts';
import { isOfDesktop, noticeOf, troubleOf } from './session/trouble.ts';
import { runEnvironment } from './config.ts';
import { endNotice, helperOf, troubleNotice } from './texts/en.ts';
import type { HostWindows } from './windows/host-windows.ts';
import { openHostWindows } from './windows/open-host-windows.ts';

/** How long the customer's hand must be still before control comes back. */
const STILL_FOR_MS = 2000;

const environment = runEnvironment();
const installed = readRecord(process.execPath);
let windows: HostWindows | undefined;

let exitCode = 1;

runAsAsked()
  .then((code) => {
    exitCode = code;
  })
  .catch(async (error: unknown) => {
    console.error('The host cannot go on:', error instanceof Error ? error.message : '');
    if (isOfDesktop(error)) await decline('no-desktop');
    // Its ticket is worth nothing; any other download can still serve.
    if (troubleOf(error) === 'ticketRefused') removeTraces();
    await windows?.notice(noticeOf(error)).answered;
  })
  .finally(() => {
    windows?.close();
    // libwebrtc's threads would hang a process that merely runs out of work.
    process.exit(exitCode);
  });

/** The code that the process ends with. */
async function runAsAsked(): Promise<number> {
  const { variables } = environment;
  const mode = chooseMode(environment.words);
  if (mode.at === 'session') return run();
  if (mode.at === 'command') return runCommand(mode, serverAddress(variables), variables);
  await serveBrowser({
    input: process.stdin,
    output: process.stdout,
    isOurs: installed !== undefined && mayCall(installed, mode.caller),
    start: (ticket) => startDetached(process.execPath, ticket, variables),
  });
  return 0;
}

async function run(): Promise<number> {
  const { display = '', variables } = environment;
  const onDesktop = openHostWindows({ platform: process.platform, display, now: () => performance.now() });
  windows = onDesktop;
  const server = serverAddress(variables);
  const ticket = ownTicket();
  if (!ticket) {
    await onDesktop.notice(troubleNotice('noTicket')).answered;
    return 1;
  }
  if (await isWayland(variables, display)) {
    await Promise.all([decline('wayland'), onDesktop.notice(troubleNotice('wayland')).answered]);
    return 1;
  }
  const desktop = await openDesktop(display);
  let session: HostSession | undefined;
  const clock = createServerClock({ wall: () => Date.now(), steady: () => performance.now() });
  const link = openServerLink({
    origin: server.origin,
    authority: server.authority,
    ticket,
    facts: desktop.facts,
    newId: newClientEntryId,
    onEntry: (entry) => session?.onEntry(entry),
    onReps: (head) => session?.onReps(head),
    onViewer: (peer) => (session ? session.onViewer(peer) : early.push(peer)),
    onViewersRevoked: () => calls.hangUp(),
    onOver: () => session?.stop(),
  });
  const early: Parameters<HostSession['onViewer']>[0][] = [];
  const calls = createViewerCalls({ ...server, openPass: () => link.openPass() });
  try {
    const name = server.organisation ?? new URL(server.origin).host;
    const welcome = await awaitWelcome(onDesktop, link, { name, origin: server.origin });
    if (!welcome) {
      removeTraces();
      return 0;
    }
    clock.set(welcome.serverTime);
    const helper = helperOf(welcome.rep.displayName, welcome.organisation.name);
    // The ticket is spent: the download can serve nobody any more, and whatever happens from here on, it is gone.
    const removal = removeTraces();
    if (removal) link.report({ kind: 'host-removed', removal });
    session = startHostSession({
      helper,
      reps: repsHere(welcome.session),
      windows: onDesktop,
      desktop,
      launch: createLauncher(process.platform, environment.variables),
      tools: openTools(),
      calls,
      server: link,
      now: clock.now,
      startedAt: welcome.session.startedAt,
      firstAsk: welcome.session.ask,
      stillForMs: STILL_FOR_MS,
    });
    for (const peer of early) session.onViewer(peer);
    desktop.onLost(() => session?.stop());
    endOnSignals(session);
    endOnFaults(session);
    const usage = await session.over;
    await onDesktop.notice(endNotice({ helper, ...usage, isInstalled: installed !== undefined })).answered;
    return 0;
  } finally {
    calls.close();
    link.close();
    desktop.close();
  }
}

function ownTicket(): Ticket | undefined {
  return (
    startedTicket(environment.variables) ??
    ticketInExecutableName(isPackaged() ? process.execPath : environment.executableName)
  );
}

/** Whoever waits for this host learns that it does not come. */
async function decline(reason: HostFailure): Promise<void> {
  const ticket = ownTicket();
  if (ticket) await declineSession({ ...serverAddress(environment.variables), ticket }, reason);
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
      windows?.close();
      process.exit(1);
    });
  }
}

/** The download goes as soon as it has served; the program runs on without its file. Says what went; an installed one stays. */
function removeTraces(): Removal | undefined {
  if (!isPackaged()) return undefined;
  if (installed !== undefined) return { program: false, archive: false, installed: true };
  const report = removeDownload(process.execPath, downloadFolders(homedir()));
  for (const path of report.kept) console.error('This could not be removed:', path);
  return removalOf(report);
}
