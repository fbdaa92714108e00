/** A customer at their computer: a real desktop with a hand of its own, an editor, and a browser with nothing added. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import { startXDisplay, until, type XDisplay } from '../../integration/customer-host-x11/x-display.ts';
import { startBrowser, type BrowserOptions, type TestBrowser } from './browser.ts';
import { windowTree } from '../../integration/customer-host-x11/window-tree.ts';

const run = promisify(execFile);

export interface Customer extends TestBrowser {
  readonly desktop: XDisplay;
  readonly page: Page;
  /** The customer's own hand, as a physical device: moves there, and presses the button where it says so. */
  moveHand(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** A terminal program that keeps every line typed into it in a file; `typed` reads that file. */
  openNotes(): Promise<{ typed(): string; close(): void }>;
  /** Unpacks and starts the downloaded host as a person does, on a computer with these variables beside its own. */
  runDownload(variables?: NodeJS.ProcessEnv): Promise<RunningHost>;
  /** Answers the host's question on the desktop with the own hand, once it can be answered. */
  answerOnDesktop(answer: 'yes' | 'no'): Promise<void>;
  /** Presses a button of the host's banner: 0 is the rightmost one. */
  pressBanner(fromRight: number): Promise<void>;
  /** Waits until no window of the host is on the desktop. */
  hostWindowsGone(): Promise<void>;
  picture(path: string): Promise<void>;
}

export interface RunningHost {
  readonly process: ChildProcess;
  readonly folder: string;
  /** Files of the download that are still there. */
  left(): readonly string[];
  readonly ended: Promise<number | null>;
  output(): string;
}

/** `start` opens the customer's browser; Chromium unless said otherwise. */
export async function startCustomer(
  address: string,
  start: (options: BrowserOptions) => Promise<TestBrowser> = startBrowser,
): Promise<Customer> {
  const desktop = await startXDisplay({ nested: true, windowManager: true, width: 1280, height: 800 });
  const own = await start({
    environment: { DISPLAY: desktop.display },
    size: { width: 1000, height: 780 },
  });
  const page = (await own.browser.pages())[0] ?? (await own.browser.newPage());
  await page.goto(address);
  const hosts: ChildProcess[] = [];
  const click = async (x: number, y: number) => {
    await desktop.run('xdotool', ['mousemove', String(x), String(y), 'click', '1'], 'outer');
  };
  return {
    ...own,
    desktop,
    page,
    async moveHand(x, y) {
      await desktop.run('xdotool', ['mousemove', String(x), String(y)], 'outer');
    },
    click,
    async openNotes() {
      const folder = mkdtempSync(join(tmpdir(), 'rh-notes-'));
      const file = join(folder, 'notes.txt');
      const args = [
        '-geometry',
        '70x14+30+60',
        '-fa',
        'Noto Sans Mono',
        '-fs',
        '12',
        '-u8',
        '-T',
        'Notes',
        '-e',
        'sh',
        '-c',
        `cat > '${file}'`,
      ];
      const terminal = desktop.start('xterm', args, { LC_ALL: 'C.UTF-8' });
      await until('the notes', () => existsSync(file));
      return {
        typed: () => readFileSync(file, 'utf8'),
        close: () => terminal.kill(),
      };
    },
    async runDownload(variables = {}) {
      const archive = await downloaded(own.downloads);
      await run('tar', ['-xzf', archive], { cwd: own.downloads });
      const name = readdirSync(own.downloads).find((file) => file.startsWith('RemoteHelp-'));
      if (name === undefined) throw new Error('The archive holds no RemoteHelp');
      const child = spawn(join(own.downloads, name), [], {
        cwd: own.downloads,
        env: { ...process.env, DISPLAY: desktop.display, ...variables },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      hosts.push(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
      return {
        process: child,
        folder: own.downloads,
        left: () => (existsSync(own.downloads) ? readdirSync(own.downloads) : []),
        ended,
        output: () => output,
      };
    },
    async answerOnDesktop(answer) {
      // Yes is dead for half a second, and again after the question was covered: a person presses once more.
      for (let press = 1; press <= 5; press += 1) {
        await waitForWindow(desktop, isDialog);
        await new Promise((resolve) => setTimeout(resolve, 700));
        const dialog = await waitForWindow(desktop, isDialog);
        const x = Math.round(dialog.x + dialog.width * (answer === 'yes' ? 0.75 : 0.25));
        await click(x, dialog.y + dialog.height - 26);
        const gone = await until('the answer', async () => !(await windowsOf(desktop)).some(isDialog), 2000).then(
          () => true,
          () => false,
        );
        if (gone) return;
      }
      throw new Error('The question on the desktop did not take an answer');
    },
    async pressBanner(fromRight) {
      const banner = await waitForWindow(desktop, isBanner);
      await click(banner.x + banner.width - 60 - fromRight * 120, banner.y + 20);
    },
    async hostWindowsGone() {
      await until(
        'the end of the host’s windows',
        async () => {
          const windows = await windowsOf(desktop);
          return !windows.some(isDialog) && !windows.some(isBanner);
        },
        20_000,
      );
    },
    async picture(path) {
      await desktop.run('import', ['-window', 'root', path]);
    },
    async close() {
      for (const host of hosts) if (host.exitCode === null && host.signalCode === null) host.kill('SIGKILL');
      await own.close();
      await desktop.stop();
    },
  };
}

async function downloaded(folder: string): Promise<string> {
  let archive: string | undefined;
  await until(
    'the download',
    () => {
      const files = existsSync(folder) ? readdirSync(folder) : [];
      archive = files.find((file) => file.endsWith('.tar.gz'));
      // Firefox puts an empty file in the place first, and a .part beside it until all has come.
      return archive !== undefined && !files.some((file) => file.endsWith('.part'));
    },
    30_000,
  );
  return join(folder, archive ?? '');
}

interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The host's question is 472 pixels wide; its banner is 40 high and lies at the top. */
const isDialog = ({ width, height }: Window) => width === 472 && height > 150;
const isBanner = ({ y, width, height }: Window) => y === 0 && height === 40 && width > 300;

async function waitForWindow(desktop: XDisplay, fits: (window: Window) => boolean): Promise<Window> {
  let found: Window | undefined;
  await until(
    'a window of the host',
    async () => {
      found = (await windowsOf(desktop)).find(fits);
      return found !== undefined;
    },
    20_000,
  );
  if (!found) throw new Error('It is there and is not');
  return found;
}

/** Visible windows directly on the root, from lines such as `0x… "name": (…)  472x350+404+225  +404+225`. */
async function windowsOf(desktop: XDisplay): Promise<Window[]> {
  const tree = await windowTree(desktop);
  return tree.split('\n').flatMap((line) => {
    const match = /^ {5}0x.* (\d+)x(\d+)\+-?\d+\+-?\d+ {2}\+(-?\d+)\+(-?\d+)/.exec(line);
    if (!match) return [];
    const [, width = 0, height = 0, x = 0, y = 0] = match.map(Number);
    return [{ x, y, width, height }];
  });
}
