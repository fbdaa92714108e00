import { notServedYet } from '../native/platform-unavailable.ts';
import type { ScreenCapture } from './screen-capture.ts';

/**
 * Opens the screen of this computer for reading.
 * @param display the X display, such as `:0`; systems without displays ignore it
 * @throws PlatformUnavailable in words for the customer when this computer cannot do it
 */
export async function openScreenCapture(
  display: string,
  platform: NodeJS.Platform = process.platform,
): Promise<ScreenCapture> {
  if (platform === 'win32') {
    const { Win32ScreenCapture } = await import('./win32-screen-capture.ts');
    return new Win32ScreenCapture();
  }
  if (platform !== 'linux') throw notServedYet('Reading the screen', platform);
  // Loaded only here, because loading it binds libraries that other systems do not have.
  const { X11ScreenCapture } = await import('./x11-screen-capture.ts');
  return new X11ScreenCapture(display);
}
