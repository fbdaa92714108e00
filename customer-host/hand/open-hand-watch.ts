import { notServedYet } from '../native/platform-unavailable.ts';
import type { HandWatch } from './hand-watch.ts';

/**
 * Starts watching for the customer's own hand on a display.
 * @throws PlatformUnavailable in words for the customer when this computer cannot do it; then nothing may be controlled
 */
export async function openHandWatch(display: string, platform: NodeJS.Platform = process.platform): Promise<HandWatch> {
  if (platform === 'win32') {
    const { Win32HandWatch } = await import('./win32-hand-watch.ts');
    return new Win32HandWatch();
  }
  if (platform !== 'linux') throw notServedYet('Noticing the customer’s own hand', platform);
  const { X11HandWatch } = await import('./x11-hand-watch.ts');
  return new X11HandWatch(display);
}
