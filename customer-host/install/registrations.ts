/** Where each browser looks for programs that extensions may speak to. Pure. */
import { posix, win32 } from 'node:path';

/** One browser's entry. On Windows a key of the registry names the file. */
export interface Registration {
  readonly browser: string;
  readonly kind: 'chrome' | 'firefox';
  readonly manifest: string;
  readonly registryKey?: string;
}

/** Whom it is for: the person who installs it, or everybody who uses this computer. */
export interface Scope {
  readonly platform: NodeJS.Platform;
  readonly forEverybody: boolean;
  /** Home folder. */
  readonly home: string;
  /** On Windows `%LOCALAPPDATA%` or `%ProgramData%`, elsewhere where programs of the person keep their data. */
  readonly dataHome: string;
}

/** The folder of the host of one server. `name` is its name for browsers. */
export function installFolder({ platform, forEverybody, dataHome }: Scope, name: string): string {
  if (platform === 'win32') return win32.join(dataHome, 'RemoteHelp', name);
  if (!forEverybody) return posix.join(dataHome, 'remotehelp', name);
  return platform === 'darwin' ? posix.join('/Library/RemoteHelp', name) : posix.join('/opt/remotehelp', name);
}

/**
 * Chrome, Chromium, Edge and Firefox, whether they are there or not: one that is installed later finds it too.
 * @see https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging#native-messaging-host-location
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests#manifest_location
 */
export function registrations(scope: Scope, name: string): Registration[] {
  const { platform, forEverybody, home } = scope;
  if (platform === 'win32') return inRegistry(installFolder(scope, name), forEverybody, name);
  const places = platform === 'darwin' ? onMac(forEverybody, home) : onLinux(forEverybody, home);
  return Object.entries(places).map(([browser, folder]) => ({
    browser,
    kind: browser === 'Firefox' ? 'firefox' : 'chrome',
    manifest: posix.join(folder, `${name}.json`),
  }));
}

function onLinux(forEverybody: boolean, home: string): Record<string, string> {
  return forEverybody
    ? {
        Chrome: '/etc/opt/chrome/native-messaging-hosts',
        Chromium: '/etc/chromium/native-messaging-hosts',
        Edge: '/etc/opt/edge/native-messaging-hosts',
        Firefox: '/usr/lib/mozilla/native-messaging-hosts',
      }
    : {
        Chrome: posix.join(home, '.config/google-chrome/NativeMessagingHosts'),
        Chromium: posix.join(home, '.config/chromium/NativeMessagingHosts'),
        Edge: posix.join(home, '.config/microsoft-edge/NativeMessagingHosts'),
        Firefox: posix.join(home, '.mozilla/native-messaging-hosts'),
      };
}

function onMac(forEverybody: boolean, home: string): Record<string, string> {
  const own = posix.join(home, 'Library/Application Support');
  return forEverybody
    ? {
        Chrome: '/Library/Google/Chrome/NativeMessagingHosts',
        Chromium: '/Library/Application Support/Chromium/NativeMessagingHosts',
        Edge: '/Library/Microsoft/Edge/NativeMessagingHosts',
        Firefox: '/Library/Application Support/Mozilla/NativeMessagingHosts',
      }
    : {
        Chrome: posix.join(own, 'Google/Chrome/NativeMessagingHosts'),
        Chromium: posix.join(own, 'Chromium/NativeMessagingHosts'),
        Edge: posix.join(own, 'Microsoft Edge/NativeMessagingHosts'),
        Firefox: posix.join(own, 'Mozilla/NativeMessagingHosts'),
      };
}

function inRegistry(folder: string, forEverybody: boolean, name: string): Registration[] {
  const hive = forEverybody ? 'HKLM' : 'HKCU';
  const keys = {
    Chrome: 'Google\\Chrome',
    Chromium: 'Chromium',
    Edge: 'Microsoft\\Edge',
    Firefox: 'Mozilla',
  };
  return Object.entries(keys).map(([browser, key]) => {
    const kind = browser === 'Firefox' ? 'firefox' : 'chrome';
    return {
      browser,
      kind,
      manifest: win32.join(folder, `${kind}.json`),
      registryKey: `${hive}\\Software\\${key}\\NativeMessagingHosts\\${name}`,
    };
  });
}
