import { notServedYet } from '../native/platform-unavailable.ts';
import type { InputInjector } from './input-injector.ts';

/**
 * Opens mouse and keyboard of a display for injecting. Keys that a killed host left behind are put right.
 * @throws PlatformUnavailable in words for the customer when this computer cannot do it
 */
export async function openInputInjector(
  display: string,
  platform: NodeJS.Platform = process.platform,
): Promise<InputInjector> {
  if (platform === 'win32') {
    const { Win32InputInjector } = await import('./win32-input-injector.ts');
    return new Win32InputInjector();
  }
  if (platform !== 'linux') throw notServedYet('Using mouse and keyboard', platform);
  const { X11InputInjector } = await import('./x11-input-injector.ts');
  return new X11InputInjector(display);
}
