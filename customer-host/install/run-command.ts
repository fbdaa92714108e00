/** `install`, `uninstall` and `status`, as a person types them behind the program's name. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_ID, FIREFOX_EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { nativeHostName } from '../../shared/contract/native-host.ts';
import type { Mode } from '../native-messaging/choose-mode.ts';
import { isPackaged } from '../package/server-address.ts';
import type { ServerAddress } from '../package/server-address.ts';
import { installWords as words } from '../texts/install-en.ts';
import { askPackages } from './ask-packages.ts';
import { browsersThatKnow, installHost, installedExecutable, uninstallHost } from './install-host.ts';
import type { InstallPlace } from './install-host.ts';
import type { InstalledRecord } from './installed-record.ts';

type CommandMode = Extract<Mode, { at: 'command' }>;
type Variables = Readonly<Record<string, string | undefined>>;

/** Does it, prints what came of it, and resolves to the program's exit code: 0 when it is as asked. */
export async function runCommand(mode: CommandMode, server: ServerAddress, variables: Variables): Promise<number> {
  const { command, forEverybody } = mode;
  const place = { scope: scopeOf(forEverybody, variables), name: nativeHostName(server.origin) };
  if (command === 'status') return tellStatus(place, server.origin);
  if (forEverybody && process.getuid?.() !== 0 && process.platform !== 'win32') return fail(words.rootOnly);
  try {
    if (command === 'uninstall') {
      uninstallHost(place);
      console.log(words.uninstalled(server.origin));
      return 0;
    }
    if (!isPackaged()) return fail(words.notPackaged);
    installHost(place, process.execPath, await recordFor(server));
    return tellStatus(place, server.origin);
  } catch (error) {
    return fail(words.failed(error instanceof Error ? error.message : String(error)));
  }
}

function tellStatus(place: InstallPlace, origin: string): number {
  const browsers = browsersThatKnow(place);
  if (browsers.length === 0) return fail(words.notInstalled(origin));
  console.log(words.installed(origin, installedExecutable(place), browsers));
  return 0;
}

/** The server's own packages and the build that everybody can load unpacked. */
async function recordFor(server: ServerAddress): Promise<InstalledRecord> {
  const { signedId, storeId, firefox } = await askPackages(server);
  return {
    origin: server.origin,
    chrome: [EXTENSION_ID, signedId, ...(storeId === null ? [] : [storeId])],
    firefox: [FIREFOX_EXTENSION_ID, firefox.id],
  };
}

function scopeOf(forEverybody: boolean, variables: Variables) {
  const { platform } = process;
  const home = homedir();
  const windows = forEverybody ? variables['ProgramData'] : variables['LOCALAPPDATA'];
  const own =
    platform === 'darwin'
      ? join(home, 'Library/Application Support')
      : (variables['XDG_DATA_HOME'] ?? '') || join(home, '.local/share');
  return { platform, forEverybody, home, dataHome: platform === 'win32' ? (windows ?? home) : own };
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
