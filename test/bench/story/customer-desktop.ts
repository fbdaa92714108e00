/**
 * The customer's desktop with the downloaded host on it, and the customer's own hand. The desktop is a Xephyr window
 * inside an Xvfb: only there does a hand differ from injected input, and only a hand may answer the host's dialog.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { YES_ARMED_AFTER_MS } from '../../../customer-host/windows/desk-windows.ts';
import { startXDisplay, until, type XDisplay } from '../../integration/customer-host-x11/x-display.ts';
import type { WorkDay } from './work-day.ts';
import { windowTree } from '../../integration/customer-host-x11/window-tree.ts';

export interface Allowed {
  /** Just before the press that counted, in milliseconds since 1970. */
  readonly pressedAt: number;
  /** Presses before it that the dialog did not take. */
  readonly lostPresses: number;
}

export interface CustomerDesktop {
  readonly display: XDisplay;
  readonly hostPid: number;
  /** Presses the right button of the host's dialog, which allows. */
  allow(): Promise<Allowed>;
  stop(): Promise<void>;
}

/** The width that no other window of the host has. */
const DIALOG_WIDTH = 472;
const BUTTON_MIDDLE = { fromRight: 100, fromBottom: 26 };
const PRESSES = 3;
const ANSWERED_WITHIN_MS = 2000;
const LAST_WORDS_MS = 1500;
const PREPARED_WITHIN_MS = 120_000;

/** The customer has agreed on the page: fetches the host by ticket and runs it on a desktop of this size. */
export async function startCustomerDesktop(
  day: WorkDay,
  session: SessionId,
  size: { readonly width: number; readonly height: number },
): Promise<CustomerDesktop> {
  const folder = mkdtempSync(join(tmpdir(), 'rh-bench-download-'));
  const program = unpack(await download(day, session), folder);
  const display = await startXDisplay({ ...size, nested: true });
  const host = spawn(program, [], {
    cwd: folder,
    env: { ...process.env, DISPLAY: display.display },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = async () => {
    const isGone = () => host.exitCode !== null || host.signalCode !== null;
    host.kill('SIGTERM');
    // Its last words stay on the screen until somebody has read them; nobody will.
    await until('the host’s end', isGone, LAST_WORDS_MS).catch(() => host.kill('SIGKILL'));
    await display.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await day.customer.event('log.appended', ({ entry }) => entry.kind === 'host-joined', 20_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return { display, hostPid: host.pid ?? 0, allow: () => allow(display), stop };
}

/** The server may still be preparing the host: it says so, and is asked again. */
async function download({ server, customer }: WorkDay, session: SessionId): Promise<Buffer> {
  const giveUpAt = Date.now() + PREPARED_WITHIN_MS;
  for (;;) {
    const { ticket } = await customer.call('host.ticket', { session });
    const answer = await fetch(`${server.origin}/host/download`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.origin },
      body: `ticket=${ticket}&system=linux-x64`,
    });
    if (answer.ok) return Buffer.from(await answer.arrayBuffer());
    const problem = `${answer.status} ${await answer.text()}`;
    if (answer.status !== 503 || Date.now() > giveUpAt) throw new Error(`The host could not be fetched: ${problem}`);
    await wait(1000);
  }
}

function unpack(archive: Buffer, folder: string): string {
  writeFileSync(join(folder, 'host.tar.gz'), archive);
  execFileSync('tar', ['xzf', 'host.tar.gz'], { cwd: folder });
  const name = readdirSync(folder).find((file) => file.startsWith('RemoteHelp'));
  if (name === undefined) throw new Error('The download holds no host');
  return join(folder, name);
}

/** A press that the dialog did not take is made again, as people do, and counted. */
async function allow(display: XDisplay): Promise<Allowed> {
  for (let lostPresses = 0; lostPresses < PRESSES; lostPresses += 1) {
    const pressedAt = await pressYes(display);
    const isGone = async () => (await findDialog(display)) === undefined;
    if (await until('the answer', isGone, ANSWERED_WITHIN_MS).then(always, never)) return { pressedAt, lostPresses };
  }
  throw new Error('The host’s dialog takes no answer');
}

async function pressYes(display: XDisplay): Promise<number> {
  let dialog: Box | undefined;
  await until('the host’s dialog', async () => {
    dialog = await findDialog(display);
    return dialog !== undefined;
  });
  if (dialog === undefined) throw new Error('The host shows no dialog');
  const x = dialog.x + dialog.width - BUTTON_MIDDLE.fromRight;
  const y = dialog.y + dialog.height - BUTTON_MIDDLE.fromBottom;
  await display.run('xdotool', ['mousemove', String(x), String(y)], 'outer');
  // The dialog takes no answer that was begun before a person could have read it.
  await wait(2 * YES_ARMED_AFTER_MS);
  const pressedAt = performance.timeOrigin + performance.now();
  await display.run('xdotool', ['click', '1'], 'outer');
  return pressedAt;
}

const always = () => true;
const never = () => false;

async function findDialog(display: XDisplay): Promise<Box | undefined> {
  return dialogIn(await windowTree(display));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines end like `472x310+0+0  +724+385`: the size, the place in the parent, the place on the screen. */
function dialogIn(tree: string): Box | undefined {
  for (const [, width, height, x, y] of tree.matchAll(/(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(\d+)\+(\d+)$/gm)) {
    const box = { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
    if (box.width === DIALOG_WIDTH) return box;
  }
  return undefined;
}
