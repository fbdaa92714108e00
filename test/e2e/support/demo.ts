/** `npm run demo` as a process, with eyes in its browsers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { until } from '../../integration/customer-host-x11/x-display.ts';

const projectRoot = resolve(import.meta.dirname, '../../..');

export interface Demo {
  output(): string;
  /** Resolves once this was printed, with its parts; rejects after `withinMs`, or when the demo ends before. */
  says(form: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  /** A page that one of the two people has open, by the end of its path. */
  page(whose: 'representative' | 'customer', path: string): Promise<Page>;
  /** Sends a signal to all of it, as a terminal does on Ctrl+C; resolves when everything that writes has gone. */
  end(signal: 'SIGINT' | 'SIGTERM'): Promise<void>;
  /** npm's exit code, `null` when a signal ended it, once everything that writes to its output has gone. */
  readonly ended: Promise<number | null>;
  /** Command lines of processes that still have to do with the demo's folder. */
  left(): string[];
}

/** A demo in a folder and on a port of its own. */
export function runDemo(folder: string, environment: NodeJS.ProcessEnv, words: readonly string[] = []): Demo {
  const child = spawn('npm', ['run', 'demo', '--', `--folder=${folder}`, '--port=0', '--debug', ...words], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => {
    isOver = true;
    return code ?? null;
  });
  const watched: Browser[] = [];
  return {
    output: () => text,
    ended,
    async says(form, withinMs = 10_000) {
      let found: RegExpExecArray | null = null;
      await until(
        `the demo to say ${String(form)}`,
        () => {
          found = form.exec(text);
          return found !== null || isOver;
        },
        withinMs,
      ).catch((cause: unknown) => {
        throw new Error(text, { cause });
      });
      if (found === null) throw new Error(`The demo ended without saying ${String(form)}: ${text}`);
      return found;
    },
    async page(whose, path) {
      const place = join(folder, 'browsers', whose, 'DevToolsActivePort');
      await until('the browser', () => existsSync(place));
      const [port = '', way = ''] = readFileSync(place, 'utf8').split('\n');
      const browserWSEndpoint = `ws://127.0.0.1:${port}${way}`;
      const browser = await puppeteer.connect({ browserWSEndpoint, defaultViewport: null });
      watched.push(browser);
      const isIt = (url: string) => /^(?:http|chrome-extension):/.test(url) && url.endsWith(path);
      const target = await browser.waitForTarget((each) => isIt(each.url()), { timeout: 15_000 });
      return target.asPage();
    },
    async end(signal) {
      for (const browser of watched.splice(0)) await browser.disconnect();
      if (!isOver && child.pid !== undefined) process.kill(-child.pid, signal);
      await ended;
    },
    left: () =>
      readdirSync('/proc')
        .filter((pid) => /^\d+$/.test(pid) && hasToDoWith(pid, folder))
        .map(commandLine),
  };
}

function hasToDoWith(pid: string, folder: string): boolean {
  return pid !== String(process.pid) && (commandLine(pid).includes(folder) || read(pid, 'environ').includes(folder));
}

function commandLine(pid: string): string {
  return read(pid, 'cmdline').replaceAll('\0', ' ');
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    // It ended while the list was read.
    return '';
  }
}
