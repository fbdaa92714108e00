/** A whole session on Windows: server, customer's page, rep, and the downloaded program under Wine. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { randomId } from '../../../server/secrets/random.ts';
import type { ConsentAsk } from '../../../shared/contract/consent.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import type { EntryKind, LogEntry } from '../../../shared/contract/session-log.ts';
import { openNodeViewer } from '../../support/node-viewer.ts';
import type { NodeViewer } from '../../support/node-viewer.ts';
import type { CustomerLink, RepLink } from '../../support/people.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { windowTree } from '../customer-host-x11/window-tree.ts';
import { aLiveSession } from '../server-sessions/sessions-for-tests.ts';
import type { WineDesktop, WineProgram } from './wine-desktop.ts';

/** Wine starts its services with the first program, on two cores that have other work. */
const hostWithinMs = 60_000;
/** Longer than Yes is dead after its dialog has appeared. */
const armedAfterMs = 600;

export interface SessionInWine {
  readonly session: SessionHead['id'];
  readonly customer: CustomerLink;
  readonly host: WineProgram;
  /** Where a copy of the download lies, if one was wanted. */
  readonly copy: string;
  /** The rep asks; nobody answers yet. */
  ask(ask?: Partial<ConsentAsk>): Promise<void>;
  /** The rep asks and the customer clicks Yes on the desktop. */
  grant(ask?: Partial<ConsentAsk>): Promise<void>;
  viewer(): Promise<NodeViewer>;
  log(): Promise<readonly LogEntry[]>;
  logged(kind: EntryKind, nth?: number): Promise<LogEntry>;
  end(): Promise<void>;
}

interface Window {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What lies on the Windows desktop, by title. */
export async function windowsOn({ screen }: WineDesktop): Promise<Window[]> {
  const tree = await windowTree(screen);
  return [...tree.matchAll(/^ +0x[0-9a-f]+ "(.*)": \(.*\) +(\d+)x(\d+)\S+ +\+(-?\d+)\+(-?\d+)$/gm)].map(
    ([, name = '', width, height, x, y]) => ({
      name: name.replaceAll(/[\u2066-\u2069]/g, ''),
      ...{ width: Number(width), height: Number(height), x: Number(x), y: Number(y) },
    }),
  );
}

/** Waits for a window by its title. */
export async function windowNamed(desktop: WineDesktop, title: RegExp, withinMs = 20_000): Promise<Window> {
  let found: Window | undefined;
  const look = async () => {
    found = (await windowsOn(desktop)).find(({ name }) => title.test(name));
    return found !== undefined;
  };
  await until(`the window ${String(title)}`, look, withinMs).catch(async (cause: unknown) => {
    const names = (await windowsOn(desktop)).map(({ name }) => name).join(' | ');
    throw new Error(`There is no window ${String(title)} among: ${names}`, { cause });
  });
  if (!found) throw new Error('unreachable: until has found it');
  return found;
}

/** The customer's own mouse. */
export async function clickAt({ screen }: WineDesktop, { x, y }: { x: number; y: number }): Promise<void> {
  await screen.run('xdotool', ['mousemove', String(x), String(y)]);
  await pause(60);
  await screen.run('xdotool', ['click', '1']);
}

/** Answers a question of the host by a click, after it has stood for as long as Yes needs. */
export async function answer(desktop: WineDesktop, title: RegExp, said: 'yes' | 'no'): Promise<void> {
  const dialog = await windowNamed(desktop, title);
  const part = said === 'yes' ? 0.75 : 0.25;
  await until(
    `the answer to ${String(title)}`,
    async () => {
      await pause(armedAfterMs);
      await clickAt(desktop, { x: dialog.x + Math.round(dialog.width * part), y: dialog.y + dialog.height - 26 });
      await pause(300);
      return !(await windowsOn(desktop)).some(({ name }) => title.test(name));
    },
    20_000,
  );
}

/** Fetches the program as a browser on Windows does, and starts it from the folder of downloads. */
export async function startSessionInWine(
  desktop: WineDesktop,
  { server, ana }: { server: ServerProcess; ana: RepLink },
  name: string,
  copied?: 'copied',
): Promise<SessionInWine> {
  const { customer, session } = await aLiveSession(server, ana, name);
  const { ticket } = await customer.call('host.ticket', { session });
  const executable = await fetchProgram(server, ticket, desktop.downloads);
  const copy = executable.replace(/\.exe$/, ' (1).exe');
  if (copied) await copyFile(executable, copy);
  const host = desktop.start(desktop.windowsPath(executable));
  const viewers: NodeViewer[] = [];
  const log = async () => (await customer.call('log.after', { session, seq: 0 })).entries;
  const logged = async (kind: EntryKind, nth = 1, withinMs = 15_000): Promise<LogEntry> => {
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
  const ask = async (changes: Partial<ConsentAsk> = {}) => {
    const asked: ConsentAsk = { scope: 'view', devices: 'both', minutes: 15, ...changes };
    await ana.call('consent.ask', { session, clientId: randomId(), ask: asked });
  };
  await logged('host-joined', 1, hostWithinMs);
  return {
    ...{ session, customer, host, copy, ask, log, logged },
    async grant(changes = {}) {
      const before = (await log()).filter(({ kind }) => kind === 'granted').length;
      await ask(changes);
      await answer(desktop, changes.scope === 'control' ? /use your/ : /see your screen/, 'yes');
      await logged('granted', before + 1);
    },
    async viewer() {
      const opened = await openNodeViewer(server, ana, session);
      viewers.push(opened);
      return opened;
    },
    async end() {
      for (const viewer of viewers) await viewer.stop();
      customer.close();
    },
  };
}

/** Saved under the name that the server gives it. */
async function fetchProgram(server: ServerProcess, ticket: string, folder: string): Promise<string> {
  const answered = await fetch(`${server.origin}/host/download`, {
    method: 'POST',
    headers: { Origin: server.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ticket, system: 'windows-x64' }).toString(),
  });
  const fileName = /filename="([^"]+)"/.exec(answered.headers.get('content-disposition') ?? '')?.[1];
  if (!answered.ok || fileName === undefined) throw new Error(`No download: ${answered.status}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, basename(fileName));
  await writeFile(file, Buffer.from(await answered.arrayBuffer()));
  return file;
}

/** What hosts have left in the folder for temporary files. */
export function leftBy({ temporary }: WineDesktop): string[] {
  return existsSync(temporary) ? readdirSync(temporary).filter((name) => name.startsWith('remotehelp-')) : [];
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
