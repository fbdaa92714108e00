import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';

const run = promisify(execFile);

/**
 * A desktop inside a desktop. What xdotool does on the outer one arrives on the inner one from "Xephyr virtual mouse"
 * and "keyboard", like a person's hand; what it does on the inner one itself comes from an XTEST device.
 */
export interface NestedDisplay {
  readonly inner: string;
  /** The customer's own hand, as xdotool arguments. */
  hand(...orders: string[]): Promise<void>;
  /** A program that injects input, as xdotool arguments. */
  inject(...orders: string[]): Promise<void>;
  /** Divides the inner screen into monitors, each 'name geometry output' as in `xrandr --setmonitor`. */
  arrangeMonitors(...monitors: string[]): Promise<void>;
  /** What is on the inner screen now. */
  picture(): Promise<Picture>;
  /** Ends the inner X server only, as when the customer logs out. */
  endInner(): Promise<void>;
  close(): Promise<void>;
}

/** A picture of the screen. */
export interface Picture {
  /** The colour of a pixel as #rrggbb. */
  at(x: number, y: number): string;
}

/** Starts Xvfb with Xephyr in it; rejects when one of them does not answer within 10 s. */
export async function openNestedDisplay(width = 1280, height = 800): Promise<NestedDisplay> {
  const outer = await startServer('Xvfb', ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {});
  const inner = await startServer('Xephyr', ['-screen', `${width}x${height}`, '-nolisten', 'tcp', '-br'], {
    DISPLAY: outer.display,
  });
  await xdotool(outer.display, ['mousemove', '5', String(height - 5)]);
  return {
    inner: inner.display,
    hand: (...orders) => xdotool(outer.display, orders),
    inject: (...orders) => xdotool(inner.display, orders),
    arrangeMonitors: (...monitors) => arrangeMonitors(inner.display, monitors),
    picture: () => takePicture(inner.display),
    endInner: () => end(inner.process),
    async close() {
      await end(inner.process);
      await end(outer.process);
    },
  };
}

/** Waits until the condition holds; rejects with `what` after the bound. */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean, boundMs = 5000): Promise<void> {
  const endsAt = performance.now() + boundMs;
  while (!(await holds())) {
    if (performance.now() > endsAt) throw new Error(`It did not happen within ${boundMs} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function startServer(
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<{ display: string; process: ChildProcess }> {
  // The server chooses a free number itself and tells it once it answers.
  const child = spawn(program, ['-displayfd', '3', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const told = child.stdio[3];
  if (!told) throw new Error('No pipe for the display number');
  const timeout = AbortSignal.timeout(10_000);
  try {
    const [text]: unknown[] = await once(told, 'data', { signal: timeout });
    return { display: `:${String(text).trim()}`, process: child };
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error(`${program} does not start`, { cause });
  }
}

async function xdotool(display: string, orders: readonly string[]): Promise<void> {
  await run('xdotool', [...orders], { env: { ...process.env, DISPLAY: display }, timeout: 10_000 });
}

async function arrangeMonitors(display: string, monitors: readonly string[]): Promise<void> {
  const xrandr = (...args: string[]): Promise<unknown> => run('xrandr', ['--display', display, ...args]);
  for (const name of ['left', 'right']) await xrandr('--delmonitor', name).catch(() => 'there was none of this name');
  const output = /^(\S+) connected/m.exec((await run('xrandr', ['--display', display])).stdout)?.[1] ?? 'none';
  for (const monitor of monitors) await xrandr('--setmonitor', ...monitor.replace('screen', output).split(' '));
}

async function takePicture(display: string): Promise<Picture> {
  const { stdout } = await run('import', ['-window', 'root', '-display', display, 'png:-'], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 10_000,
  });
  const png = PNG.sync.read(stdout);
  return {
    at(x, y) {
      const start = (y * png.width + x) * 4;
      return `#${png.data.subarray(start, start + 3).toString('hex')}`;
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit', { signal: AbortSignal.timeout(5000) });
  child.kill();
  await gone;
}
