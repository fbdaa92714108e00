import { execFileSync } from 'node:child_process';
import type { WineDesktop } from './wine-desktop.ts';

/** What an X display shows, as RGBA rows from the top, without the pointer. */
export function screenOf(display: string): Buffer {
  return execFileSync('import', ['-window', 'root', '-depth', '8', 'rgba:-'], {
    env: { ...process.env, DISPLAY: display },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** The colour of one pixel as 0xRRGGBB. */
export function colourAt({ screen, size }: WineDesktop, { x, y }: { x: number; y: number }): number {
  return screenOf(screen.display).readUInt32BE((y * size.width + x) * 4) >>> 8;
}
