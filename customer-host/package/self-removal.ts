import { lstatSync, readdirSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Ticket } from '../../shared/contract/identifiers.ts';
import type { Removal } from '../../shared/contract/removal.ts';
import { ticketInArchiveName, ticketInExecutableName, ticketInFolderName } from './executable-name.ts';

/** What was removed, and what could not be. Paths. */
export interface RemovalReport {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** What the customer is told of it. An archive that was nowhere to be found may still be somewhere. */
export function removalOf({ removed, kept }: RemovalReport): Removal {
  return {
    program: removed.some((path) => ticketInExecutableName(path) !== undefined),
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
    attempt(file, () => unlinkSync(file));
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

function archivesIn(folder: string, ticket: Ticket): string[] {
  return namesIn(folder)
    .filter((name) => ticketInArchiveName(name) === ticket)
    .map((name) => join(folder, name))
    .filter(isOwnFile);
}

function isOwnFile(path: string): boolean {
  try {
    const file = lstatSync(path);
    return file.isFile() && file.uid === process.getuid?.();
  } catch {
    // Gone already.
    return false;
  }
}

/** A file of this name that is not the one we run from was put there by somebody else. */
function isRunningFile(path: string): boolean {
  try {
    const [named, running] = [statSync(path), statSync('/proc/self/exe')];
    return named.ino === running.ino && named.dev === running.dev;
  } catch {
    // No /proc: the name with its ticket has to do.
    return process.platform !== 'linux';
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
