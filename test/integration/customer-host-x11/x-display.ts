import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A real X display for tests; programs are started on it by setting DISPLAY. */
export type XDisplay = {
  /** Display that the host is tested on, such as `:5`. */
  display: string;
  /** With `nested`: the display outside of it, where input is like that of a real hand; else the same as `display`. */
  outerDisplay: string;
  /** Starts a program on the inner display; it is ended by `stop`, if it has not ended by then. */
  start(command: string, args?: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess;
  /** Runs a program to its end and gives what it printed. Rejects when it fails or takes longer than ten seconds. */
  run(command: string, args: readonly string[], where?: 'inner' | 'outer'): Promise<string>;
  /** Ends everything that was started here, and nothing else; twice is harmless. */
  stop(): Promise<void>;
};

export type XDisplayOptions = {
  /** Pixels; 1280 × 720 unless said otherwise. */
  width?: number;
  height?: number;
  /** Runs the tested display as a Xephyr window inside the other one, so that a hand can be told from injected input. */
  nested?: boolean;
  /** Runs openbox on the tested display. */
  windowManager?: boolean;
  /** Further arguments for Xvfb. */
  serverArgs?: readonly string[];
};

const startWithinMs = 10_000;
const runWithinMs = 10_000;
const endWithinMs = 2_000;

/** Starts an X display (Xvfb), and inside it a Xephyr and a window manager where wanted. */
export async function startXDisplay(options: XDisplayOptions = {}): Promise<XDisplay> {
  const { width = 1280, height = 720, nested = false, windowManager = false, serverArgs = [] } = options;
  const started: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    // Last started, first ended: programs before the display they are on.
    for (const child of started.splice(0).toReversed()) await end(child);
  };
  try {
    const common = ['-nolisten', 'tcp', '-noreset', '-dpms', '-s', '0'];
    const screen = ['-screen', '0', `${width}x${height}x24`];
    const outerDisplay = await startServer(started, 'Xvfb', [...screen, ...common, ...serverArgs], {});
    let display = outerDisplay;
    if (nested) {
      const args = ['-screen', `${width}x${height}`, '-no-host-grab', '-nolisten', 'tcp', '-noreset'];
      display = await startServer(started, 'Xephyr', args, { DISPLAY: outerDisplay });
    }
    const start: XDisplay['start'] = (command, args = [], env = {}) => {
      const child = spawn(command, args, { env: { ...process.env, ...env, DISPLAY: display }, stdio: 'ignore' });
      // A missing program shows in the test as whatever was awaited of it; it must not end the test run.
      child.on('error', () => undefined);
      started.push(child);
      return child;
    };
    const run: XDisplay['run'] = (command, args, where = 'inner') =>
      runToEnd(command, args, where === 'inner' ? display : outerDisplay);
    const result: XDisplay = { display, outerDisplay, start, run, stop };
    if (windowManager) {
      start('openbox');
      await until('the window manager', async () =>
        (await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'])).includes('window id'),
      );
    }
    return result;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until `condition` holds, looking every 20 ms; rejects in words when it does not within `withinMs`. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 8_000,
): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error(`Waited ${withinMs} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts an X server on a free display, which the server chooses and tells by a pipe. */
async function startServer(
  started: ChildProcess[],
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const server = spawn(command, ['-displayfd', '3', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  started.push(server);
  let complaints = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-2_000);
  });
  const pipe = server.stdio[3];
  if (!isReadable(pipe)) throw new Error(`${command} has no pipe for its display number.`);
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${command} ${why}. ${complaints}`));
    const timer = setTimeout(() => fail(`did not start within ${startWithinMs} ms`), startWithinMs);
    let answer = '';
    server.once('error', (error) => fail(`could not be started: ${error.message}`));
    server.once('exit', (code) => fail(`ended with ${code}`));
    pipe.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      resolve(`:${answer.trim()}`);
    });
  });
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}

async function runToEnd(command: string, args: readonly string[], display: string): Promise<string> {
  const child = spawn(command, args, {
    env: { ...process.env, DISPLAY: display },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: runWithinMs,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}: ${output}`);
  return output;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), endWithinMs);
  await gone;
  clearTimeout(forced);
}
