import type { HostWindows } from './host-windows.ts';
import { HostWindowsError } from './host-windows.ts';
import { windowsOn } from './desk-windows.ts';

/** Where the windows shall open. */
export interface WindowsSettings {
  readonly platform: NodeJS.Platform;
  /** X display such as ':0'; the one of the customer's session. */
  readonly display: string | undefined;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** The host's windows on this computer. Rejects with HostWindowsError, with words for the customer, where there can be none. */
export async function openHostWindows({ platform, display, now }: WindowsSettings): Promise<HostWindows> {
  if (platform === 'win32') {
    // Loaded only here, because loading it binds libraries that other systems do not have.
    const { openWin32Desk } = await import('./win32/win32-desk.ts');
    return windowsOn(openWin32Desk(), now);
  }
  if (platform !== 'linux') {
    throw new HostWindowsError(
      'RemoteHelp cannot show its windows on this system yet. It runs on Linux and Windows for now.',
    );
  }
  if (display === undefined || display === '') {
    throw new HostWindowsError('RemoteHelp found no desktop. Start it from your own desktop session.');
  }
  const { openX11Desk } = await import('./x11/x11-desk.ts');
  return windowsOn(openX11Desk(display), now);
}
