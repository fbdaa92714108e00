import { execFileSync } from 'node:child_process';

/** What an X display shows, as RGBA rows from the top, without the pointer. */
export function screenOf(display: string): Buffer {
  return execFileSync('import', ['-window', 'root', '-depth', '8', 'rgba:-'], {
    env: { ...process.env, DISPLAY: display },
    maxBuffer: 64 * 1024 * 1024,
  });
}
