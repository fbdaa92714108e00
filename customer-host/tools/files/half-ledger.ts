/** Notes where files lie that are not whole yet, so that the next start finds those of a host that was killed. */
import { lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { isAlive, ownIdentity } from '../../package/process-identity.ts';

/** How a file is called that is not whole yet; it lies beside the place that it is for. */
export const halfName = (id: string) => `.remotehelp-${id}.part`;

export interface HalfLedger {
  /** Before the file is made. */
  note(id: string, path: string): void;
  /** After it is gone, or whole. */
  strike(id: string): void;
}

/** Where to note, the best place first: what lies in a temporary folder may be gone after a restart. */
export function ledgerFolders(): string[] {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return [join(cache, 'remotehelp-files'), join(tmpdir(), `remotehelp-files-${process.getuid?.() ?? 'own'}`)];
}

/** Removes what killed hosts left half done, then notes in the first folder that takes it. */
export function openHalfLedger(folders: readonly string[] = ledgerFolders()): HalfLedger {
  for (const folder of folders) sweep(folder);
  const used = new Map<string, string>();
  return {
    note(id, path) {
      const { pid, startedAt } = ownIdentity();
      for (const [nth, folder] of folders.entries()) {
        try {
          openFolder(folder);
          writeFileSync(join(folder, id), `${pid} ${startedAt}\n${path}`, { mode: 0o600, flag: 'wx' });
          used.set(id, folder);
          return;
        } catch (error) {
          if (nth === folders.length - 1) throw error;
        }
      }
    },
    strike(id) {
      const folder = used.get(id);
      used.delete(id);
      if (folder === undefined) return;
      rmSync(join(folder, id), { force: true });
      removeWhenEmpty(folder);
    },
  };
}

function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwn(folder)) throw new Error(`${folder} belongs to somebody else.`);
}

/** Only this user has written into it, so that nobody else makes us remove anything. */
function isOwn(folder: string): boolean {
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) return false;
  return process.platform === 'win32' || (stats.uid === process.getuid?.() && (stats.mode & 0o077) === 0);
}

function sweep(folder: string): void {
  try {
    if (!isOwn(folder)) return;
    for (const id of readdirSync(folder)) sweepOne(folder, id);
    removeWhenEmpty(folder);
  } catch {
    // Nothing was ever noted there, or it cannot be read: no reason not to start.
  }
}

function sweepOne(folder: string, id: string): void {
  const note = join(folder, id);
  const [owner = '', path = ''] = readFileSync(note, 'utf8').split('\n');
  const [pid, startedAt = ''] = owner.split(' ');
  if (isAlive({ pid: Number(pid), startedAt })) return;
  if (isAbsolute(path) && basename(path) === halfName(id)) {
    try {
      if (lstatSync(path).isFile()) unlinkSync(path);
    } catch {
      // Gone already, or its disk is not there at the moment. A disk that comes back later keeps a file that says whose it is.
    }
  }
  rmSync(note, { force: true });
}

function removeWhenEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another host notes something there.
  }
}
