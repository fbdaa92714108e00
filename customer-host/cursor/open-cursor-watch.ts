import { notServedYet } from '../native/platform-unavailable.ts';
import type { CursorWatch } from './cursor-watch.ts';

/**
 * Starts watching the mouse pointer of a display.
 * @throws PlatformUnavailable in words for the customer when this computer cannot do it
 */
export async function openCursorWatch(
  display: string,
  platform: NodeJS.Platform = process.platform,
): Promise<CursorWatch> {
  if (platform === 'win32') {
    const { Win32CursorWatch } = await import('./win32-cursor-watch.ts');
    return new Win32CursorWatch();
  }
  if (platform !== 'linux') throw notServedYet('Showing the mouse pointer', platform);
  const { X11CursorWatch } = await import('./x11-cursor-watch.ts');
  return new X11CursorWatch(display);
}
