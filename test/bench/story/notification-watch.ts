/** Sees on the rep's session bus when a notification has been put on the screen. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import type { RepDesk } from '../../e2e/support/rep-desk.ts';

export interface NotificationWatch {
  /**
   * Resolves to the moment (`Date.now()` with fractions) when the notification service answered the next new
   * notification: it is on the screen then.
   */
  next(withinMs: number): Promise<number>;
  stop(): void;
}

export async function watchNotifications(desk: RepDesk): Promise<NotificationWatch> {
  const rules = ["interface='org.freedesktop.Notifications',member='Notify'", "type='method_return'"];
  const child = spawn('dbus-monitor', ['--session', '--profile', ...rules], {
    env: { ...process.env, ...desk.environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const calls = new Set<string>();
  let waiting: ((moment: number) => void) | undefined;
  let isReady = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    isReady = true;
    // Columns: kind, seconds, serial, sender, destination, then the path or the serial that is answered.
    const [kind, seconds, serial, sender, destination, answered] = line.split('\t');
    if (kind === 'mc' && line.endsWith('Notify')) calls.add(`${sender} ${serial}`);
    if (kind !== 'mr' || !calls.delete(`${destination} ${answered}`)) return;
    waiting?.(Number(seconds) * 1000);
    waiting = undefined;
  });
  await until('the bus monitor', () => isReady);
  return {
    next(withinMs) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`No notification within ${withinMs} ms`)), withinMs);
        waiting = (moment) => {
          clearTimeout(timer);
          resolve(moment);
        };
      });
    },
    stop: () => void child.kill('SIGTERM'),
  };
}
