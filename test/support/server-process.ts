/** The real server as a process of its own, on a data folder and a port of its own. */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const projectRoot = resolve(import.meta.dirname, '../..');
const quickPasswords = pathToFileURL(join(import.meta.dirname, 'quick-passwords.mjs')).href;
const START_WITHIN_MS = 60_000;
/** A server promises to be gone within half a minute. */
const END_WITHIN_MS = 40_000;

export interface ServerProcessOptions {
  /** Kept when given, so that a second server can go on with it; else a new one that `stop` removes. */
  readonly dataFolder?: string;
  /** Any free one unless given. */
  readonly port?: number;
  /** More settings, such as `{ LOG_LEVEL: 'debug' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /**
   * How many times as fast as in earnest passwords are hashed, in the same way otherwise. `1` is for what is about just
   * that, and for a data folder of a server that did so; 1024 unless given.
   */
  readonly passwordsFaster?: 1 | 8;
}

export interface ServerProcess {
  /** Such as `http://localhost:41234`. */
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** The one-time link, as printed; `undefined` when the server has an administrator. */
  readonly setUpLink: string | undefined;
  readonly dataFolder: string;
  /** Everything printed so far, standard output and standard error together. */
  output(): string;
  /** Resolves once `form` was printed, or rejects after `withinMs` with what was printed. */
  printed(form: RegExp, withinMs?: number): Promise<RegExpMatchArray>;
  isRunning(): boolean;
  /**
   * Ends it as an operator would, waits until it and its store are gone, and removes a data folder of its own. Resolves
   * with its exit code, `null` when it was killed.
   */
  stop(): Promise<number | null>;
  /** Kills it without a word, and waits until its store has noticed and is gone too. The data folder stays. */
  kill9(): Promise<void>;
  /** Kills it and its store in the same moment, as a power cut would. The data folder stays. */
  crash(): Promise<void>;
}

/** Starts a server and waits until it serves. Builds the server first when its sources are newer. */
export async function startServerProcess(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  await ensureServerBuilt();
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'rh-test-'));
  const child = runServer([], { ...options, dataFolder });
  const output = collect(child);
  let ended = false;
  const end = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      ended = true;
      done(code);
    }),
  );

  const printed = async (form: RegExp, withinMs = 20_000): Promise<RegExpMatchArray> => {
    const until = performance.now() + withinMs;
    for (;;) {
      const match = form.exec(output());
      if (match !== null) return match;
      if (ended || performance.now() > until) throw new Error(`The server did not print ${String(form)}:\n${output()}`);
      await wait(20);
    }
  };
  const finish = async (signal: 'SIGTERM' | 'SIGKILL', killed: readonly number[] = []) => {
    const family = childrenOf(child.pid);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    if (!ended) child.kill(signal);
    const code = await withBound(end, END_WITHIN_MS, () => `The server did not end:\n${output()}`);
    await untilGone(family);
    return code;
  };

  let origin: string;
  try {
    [, origin = ''] = await printed(/Request page\s+(http\S+)\//, START_WITHIN_MS);
  } catch (error) {
    await finish('SIGKILL');
    throw error;
  }
  return {
    origin,
    port: Number(new URL(origin).port),
    pid: child.pid ?? 0,
    setUpLink: /^\s+(http\S+\/setup#\S+)$/m.exec(output())?.[1],
    dataFolder,
    output,
    printed,
    isRunning: () => !ended,
    async stop() {
      const code = await finish('SIGTERM');
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
      return code;
    },
    kill9: async () => void (await finish('SIGKILL')),
    crash: async () => void (await finish('SIGKILL', childrenOf(child.pid))),
  };
}

/**
 * Runs the server until it ends by itself: a command such as `reset-administrator` on a data folder that no server has
 * open, or a start that cannot go well.
 */
export async function runServerCommand(
  args: readonly string[],
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  await ensureServerBuilt();
  const child = runServer(args, { dataFolder, settings });
  const output = collect(child);
  const end = new Promise<number | null>((done) => child.once('close', done));
  return {
    code: await withBound(end, START_WITHIN_MS, () => `The command did not end:\n${output()}`),
    output: output(),
  };
}

let built: Promise<unknown> | undefined;

/** Builds the server first when its sources are newer. */
export function ensureServerBuilt(): Promise<unknown> {
  return (built ??= promisify(execFile)(process.execPath, [join(projectRoot, 'scripts/build.mjs'), 'server']));
}

function runServer(args: readonly string[], options: ServerProcessOptions & { dataFolder: string }): ChildProcess {
  const { passwordsFaster = 1024 } = options;
  const before = passwordsFaster === 1 ? [] : ['--import', `${quickPasswords}?by=${passwordsFaster}`];
  return spawn(process.execPath, [...before, join(projectRoot, 'dist/server/main.js'), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      HOST: '127.0.0.1',
      PORT: String(options.port ?? 0),
      DATA_FOLDER: options.dataFolder,
      // Not the .env of whoever runs the tests.
      REMOTEHELP_ENV_FILE: '',
      // Preparing the host keeps a core busy for many seconds; the tests that download one say so.
      PREPARE_HOST: 'no',
      ...options.settings,
    },
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const add = (chunk: Buffer) => (text += chunk.toString());
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

/** Process ids of the children, such as the embedded store. Linux tells; elsewhere none are known. */
function childrenOf(pid: number | undefined): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return list.split(' ').filter(Boolean).map(Number);
  } catch {
    // The process has ended already, or this system has no /proc.
    return [];
  }
}

async function untilGone(pids: readonly number[]): Promise<void> {
  const until = performance.now() + END_WITHIN_MS;
  while (pids.some(isAlive)) {
    if (performance.now() > until) throw new Error(`Processes ${pids.join(', ')} outlived their server`);
    await wait(20);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !isZombie(pid);
  } catch {
    // No such process.
    return false;
  }
}

/** Dead, but not yet fetched by whoever inherited it, which says nothing about the process. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''));
  } catch {
    // Gone by now, or a system without /proc, where `kill` has the word.
    return false;
  }
}

async function withBound<T>(promise: Promise<T>, ms: number, complaint: () => string): Promise<T> {
  const timer = new AbortController();
  const late = wait(ms, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error(complaint());
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => {
      // Aborted below: the promise was in time.
    });
    timer.abort();
  }
}
