import type { HostWindows } from './host-windows.ts';
import { HostWindowsError } from './host-windows.ts';
import { windowsOn } from './desk-windows.ts';
import { openX11Desk } from './x11/x11-desk.ts';

/** Where the windows shall open. */
export interface WindowsSettings {
  readonly platform: NodeJS.Platform;
  /** X display such as ':0'; the one of the customer's session. */
  readonly display: string | undefined;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** The host's windows on this computer. Throws HostWindowsError, with words for the customer, where there can be none. */
export function openHostWindows(settings: WindowsSettings): HostWindows {
  if (settings.platform !== 'linux') {
    throw new HostWindowsError('RemoteHelp cannot show its windows on this system yet. It runs on Linux for now.');
  }
  if (settings.display === undefined || settings.display === '') {
    throw new HostWindowsError('RemoteHelp found no desktop. Start it from your own desktop session.');
  }
  return windowsOn(openX11Desk(settings.display), settings.now);
}
