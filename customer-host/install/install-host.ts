/** Puts the host where it stays, tells the browsers of it, and takes both back. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { browserManifest } from './browser-manifest.ts';
import { RECORD_FILE } from './installed-record.ts';
import type { InstalledRecord } from './installed-record.ts';
import { installFolder, registrations } from './registrations.ts';
import type { Registration, Scope } from './registrations.ts';

/** The host of one server, on this computer. */
export interface InstallPlace {
  readonly scope: Scope;
  /** For browsers. */
  readonly name: string;
}

/** Where the executable of an installed host lies. */
export function installedExecutable({ scope, name }: InstallPlace): string {
  return join(installFolder(scope, name), scope.platform === 'win32' ? 'RemoteHelp.exe' : 'RemoteHelp');
}

/** Copies `executable` and tells every browser; one that was there is replaced. Throws what the system says. */
export function installHost(place: InstallPlace, executable: string, record: InstalledRecord): void {
  const installed = installedExecutable(place);
  mkdirSync(dirname(installed), { recursive: true, mode: 0o755 });
  // A running one goes on from the file it was started from, which a new one only takes the place of.
  if (executable !== installed) {
    copyFileSync(executable, `${installed}.new`);
    chmodSync(`${installed}.new`, 0o755);
    renameSync(`${installed}.new`, installed);
  }
  writeFileSync(join(dirname(installed), RECORD_FILE), JSON.stringify(record, null, 2), { mode: 0o644 });
  for (const { kind, manifest, registryKey } of registrations(place.scope, place.name)) {
    mkdirSync(dirname(manifest), { recursive: true });
    writeFileSync(manifest, browserManifest(kind, { name: place.name, executable: installed, record }), {
      mode: 0o644,
    });
    if (registryKey !== undefined) registry('add', registryKey, '/ve', '/t', 'REG_SZ', '/d', manifest, '/f');
  }
}

/** Takes back whatever of it is there, and folders that are empty then. */
export function uninstallHost(place: InstallPlace): void {
  const { scope, name } = place;
  for (const { manifest, registryKey } of registrations(scope, name)) {
    if (registryKey !== undefined && isInRegistry(registryKey)) registry('delete', registryKey, '/f');
    rmSync(manifest, { force: true });
    removeEmpty(dirname(manifest));
  }
  const folder = installFolder(scope, name);
  rmSync(folder, { recursive: true, force: true });
  removeEmpty(dirname(folder));
}

/** Which browsers know it now, by their names. */
export function browsersThatKnow({ scope, name }: InstallPlace): string[] {
  return registrations(scope, name)
    .filter(isThere)
    .map(({ browser }) => browser);
}

function isThere({ manifest, registryKey }: Registration): boolean {
  return existsSync(manifest) && (registryKey === undefined || isInRegistry(registryKey));
}

function isInRegistry(key: string): boolean {
  try {
    registry('query', key);
    return true;
  } catch {
    // The system's own way to say that there is no such key.
    return false;
  }
}

function registry(...words: readonly string[]): void {
  execFileSync('reg.exe', words, { stdio: 'ignore', windowsHide: true });
}

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
