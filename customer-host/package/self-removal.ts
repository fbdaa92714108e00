import { lstatSync, readdirSync, renameSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Ticket } from '../../shared/contract/identifiers.ts';
import type { Removal } from '../../shared/contract/session-log.ts';
import { openedProcessFolder } from './process-folder.ts';
import { removeAfterExit } from './remove-after-exit.ts';
import { ticketInArchiveName, ticketInExecutableName, ticketInFolderName } from './executable-name.ts';

/** What was removed, and what could not be. Paths. */
export interface RemovalReport {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** What the customer is told of it. An archive that was nowhere to be found may still be somewhere. */
export function removalOf({ removed, kept }: RemovalReport): Removal {
  const program = removed.some((path) => ticketInExecutableName(path) !== undefined);
  // For Windows the program is the whole download.
  if (program && removed.some((path) => /\.exe$/i.test(path))) return { program, archive: true };
  return {
    program,
    archive:
      removed.some((path) => ticketInArchiveName(path) !== undefined) &&
      !kept.some((path) => ticketInArchiveName(path) !== undefined),
  };
}

/**
 * Removes a downloaded host: the executable, the archive it came in (beside it, in the folder above, or in one of
 * the `downloads` folders) and the folder it
 * was unpacked to if that is named for the same ticket and empty by then. Never anything else: a file counts only with
 * this ticket in its name, as a plain file of this user. `executable` is the file that this process runs from.
 */
export function removeDownload(executable: string, downloads: readonly string[] = []): RemovalReport {
  const removed: string[] = [];
  const kept: string[] = [];
  const ticket = ticketInExecutableName(executable);
  if (ticket === undefined || !isOwnFile(executable) || !isRunningFile(executable))
    return { removed, kept: [executable] };

  const folder = dirname(executable);
  const folders = new Set([folder, dirname(folder), ...downloads]);
  for (const file of [executable, ...[...folders].flatMap((each) => archivesIn(each, ticket))]) {
    attempt(file, () => (file === executable ? removeRunning(file) : unlinkSync(file)));
  }
  // rmdir refuses a folder that is not empty: what the customer put there stays.
  if (ticketInFolderName(folder) === ticket && namesIn(folder).length === 0) attempt(folder, () => rmdirSync(folder));
  return { removed, kept };

  function attempt(path: string, remove: () => void): void {
    try {
      remove();
      removed.push(path);
    } catch {
      // A read-only medium, or somebody else was faster; the report says so.
      kept.push(path);
    }
  }
}

/** Windows removes no program that runs, but lets it be moved; what is in the process's folder goes when it has ended. */
function removeRunning(file: string): void {
  if (process.platform !== 'win32') return unlinkSync(file);
  const folder = openedProcessFolder();
  try {
    if (folder === undefined) throw new Error('no folder to move it to');
    renameSync(file, join(folder, basename(file)));
  } catch {
    // On another disk, for example: it goes from where it is.
    removeAfterExit(file);
  }
}

function archivesIn(folder: string, ticket: Ticket): string[] {
  return namesIn(folder)
    .filter((name) => ticketInArchiveName(name) === ticket)
    .map((name) => join(folder, name))
    .filter(isOwnFile);
}

function isOwnFile(path: string): boolean {
  try {
    const file = lstatSync(path);
    return file.isFile() && (process.getuid === undefined || file.uid === process.getuid());
  } catch {
    // Gone already.
    return false;
  }
}

/** A file of this name that is not the one we run from was put there by somebody else. */
function isRunningFile(path: string): boolean {
  // The name with its ticket has to do where the system does not tell; Windows lets nobody put another file there.
  if (process.platform !== 'linux') return true;
  try {
    const [named, running] = [statSync(path), statSync('/proc/self/exe')];
    return named.ino === running.ino && named.dev === running.dev;
  } catch {
    // No /proc, as in some containers: the file may be anybody's.
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that cannot be read holds nothing that we may remove.
    return [];
  }
}
