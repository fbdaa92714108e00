/** A rep's desktop: an X display with a window manager and a notification service, as real desktops have. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { startXDisplay, until } from '../../integration/customer-host-x11/x-display.ts';

export interface RepDesk {
  readonly display: string;
  /** For programs started on this desk: display and session bus. */
  readonly environment: NodeJS.ProcessEnv;
  /** Texts of the notifications that are on the screen or were, newest first: summary and body. */
  notifications(): Promise<readonly string[]>;
  /** Notifications on the screen now. */
  shown(): Promise<number>;
  /** Clicks the newest notification. */
  clickNotification(): Promise<void>;
  /** The rep's own hand: presses the mouse button at this place of the screen. */
  click(x: number, y: number): Promise<void>;
  /** A picture of the whole screen, as PNG. */
  picture(path: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startRepDesk(
  size: { width: number; height: number } = { width: 1400, height: 1000 },
): Promise<RepDesk> {
  const screen = await startXDisplay({ ...size, windowManager: true });
  const bus = await startBus(screen.display);
  const environment = { DISPLAY: screen.display, DBUS_SESSION_BUS_ADDRESS: bus.address };
  const dunst = spawn('dunst', [], { env: { ...process.env, ...environment }, stdio: 'ignore' });
  const ask = (...words: readonly string[]) => run('dunstctl', words, environment);
  const stop = async () => {
    for (const child of [dunst, bus.child]) child.kill('SIGTERM');
    await screen.stop();
  };
  try {
    await until('the notification service', async () => (await ask('is-paused').catch(() => '')).trim() === 'false');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    display: screen.display,
    environment,
    async notifications() {
      const shown = await ask('history');
      return textsOf(shown);
    },
    async shown() {
      return Number((await ask('count', 'displayed')).trim());
    },
    async clickNotification() {
      await ask('action', '0');
    },
    async click(x, y) {
      await screen.run('xdotool', ['mousemove', String(x), String(y), 'click', '1']);
    },
    async picture(path) {
      await screen.run('import', ['-window', 'root', path]);
    },
    stop,
  };
}

function textsOf(history: string): readonly string[] {
  type Field = { data: string };
  const parsed = JSON.parse(history) as { data: { summary: Field; body: Field }[][] };
  return (parsed.data[0] ?? []).map(({ summary, body }) => `${summary.data}\n${body.data}`);
}

async function startBus(display: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...process.env, DISPLAY: display },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let address = '';
  child.stdout.on('data', (chunk: Buffer) => (address += chunk.toString()));
  await until('the session bus', () => address.includes('\n'));
  return { child, address: address.trim() };
}

async function run(command: string, words: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(command, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 5000,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${code}`);
  return output;
}
