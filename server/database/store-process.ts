import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** Where the store's messages go. */
export type DatabaseLog = { info: (message: string) => void; error: (message: string) => void };

/** A program to start, with its arguments. */
export type ProgramCall = { command: string; args: readonly string[] };

/** A started store process. `ended` resolves with a sentence about how it ended, whoever ended it. */
export type StoreProcess = { pid: number; ended: Promise<string>; stop: (boundMs: number) => Promise<void> };

const keptErrorCharacters = 2000;

/**
 * Starts a store's program. Its standard input stays open as long as this process lives, which is how the embedded store sees its end.
 * What it writes to standard error is logged. Nothing is known of its readiness yet: see the `isReady` of `untilReady`.
 */
export function startProcess(
  { command, args }: ProgramCall,
  name: string,
  log: DatabaseLog,
): StoreProcess & { child: ChildProcess } {
  // In a process group of its own: Ctrl-C in the server's terminal ends the server, which then ends the store in good order.
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = `${lastWords}${text}`.slice(-keptErrorCharacters);
    log.error(`${name}: ${text.trimEnd()}`);
  });
  // Writing to a process that has ended is reported by its end already.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (cause) => resolve(`${name} could not be started: ${cause.message}`));
    child.once('close', (code, signal) =>
      resolve(`${name} ended (${signal ?? `code ${code}`}). ${lastWords.trim()}`.trim()),
    );
  });
  return { child, pid: child.pid ?? 0, ended, stop: (boundMs) => stop(child, ended, boundMs) };
}

/** Waits until a line of standard output shows that the process is ready. @throws Error when it ends before, or after `boundMs`. */
export async function untilReady(
  { child, ended }: { child: ChildProcess; ended: Promise<string> },
  isReady: (line: string) => boolean,
  boundMs: number,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<'ready'>((resolve) => {
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop() ?? '';
      if (lines.some(isReady)) resolve('ready');
    });
  });
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`the database was not ready after ${boundMs} ms`), boundMs);
  });
  const outcome = await Promise.race([ready, ended, late]);
  clearTimeout(timer);
  if (outcome === 'ready') return;
  child.kill('SIGKILL');
  throw new Error(outcome);
}

async function stop(child: ChildProcess, ended: Promise<string>, boundMs: number): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), boundMs);
  await ended;
  clearTimeout(timer);
}
