import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

import Database from 'better-sqlite3';

/** The version of the stored format that this program reads and writes. */
export const formatVersion = 1;

/** Marks the file as ours: the letters RHdb. */
export const applicationId = 0x52486462;

/** Files up to this size are checked from end to end at every start; larger ones when their pages are read. */
const fullCheckBytes = 32 * 1024 * 1024;

const lockWaitMs = 3000;

/** A file that cannot be opened; the message tells the administrator what to do. */
export class StoreFileError extends Error {}

/** Another process has the file open. */
export class StoreFileInUse extends StoreFileError {}

/**
 * Opens or makes the store's file for this process alone. Every commit is on the disk when it returns (WAL, synchronous=FULL).
 * @throws StoreFileError when the file is from a newer version, damaged, not a store, or in use by another process.
 */
export function openFile(path: string): Database.Database {
  refuseLostFile(path);
  refuseForeignFile(path);
  const database = new Database(path, { timeout: lockWaitMs });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('cache_size = -65536');
    checkVersion(database, path);
    return database;
  } catch (cause) {
    database.close();
    throw translated(cause, path);
  }
}

function checkVersion(database: Database.Database, path: string): void {
  const owner = database.pragma('application_id', { simple: true });
  const version = database.pragma('user_version', { simple: true });
  if (owner === 0 && version === 0 && database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0) {
    database.transaction(() => layOut(database)).immediate();
    return;
  }
  if (owner !== applicationId)
    throw new StoreFileError(`${path} is not a RemoteHelp database. Choose another data folder.`);
  if (version !== formatVersion) {
    throw new StoreFileError(
      `${path} has format version ${String(version)}, this RemoteHelp reads version ${formatVersion}. Start the newer RemoteHelp that wrote it.`,
    );
  }
  checkPages(database, path);
  // Takes the lock: from here no other process can open the file. Nothing is written, so that a full disk can still be read.
  database.transaction(() => undefined).immediate();
}

function layOut(database: Database.Database): void {
  database.pragma(`application_id = ${applicationId}`);
  database.pragma(`user_version = ${formatVersion}`);
  database.exec(`
    CREATE TABLE collections (id INTEGER PRIMARY KEY, database TEXT NOT NULL, name TEXT NOT NULL, uuid BLOB NOT NULL, UNIQUE (database, name));
    CREATE TABLE indexes (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, definition BLOB NOT NULL,
      multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name));`);
}

function checkPages(database: Database.Database, path: string): void {
  const pages = Number(database.pragma('page_count', { simple: true }));
  const pageBytes = Number(database.pragma('page_size', { simple: true }));
  if (pages * pageBytes > fullCheckBytes) return;
  const result = database.pragma('quick_check(1)', { simple: true });
  if (result !== 'ok') throw new StoreFileError(damaged(path, String(result)));
}

/** Beside a file that is gone or empty SQLite would throw the write-ahead log away, and begin a new database as if there had never been one. */
function refuseLostFile(path: string): void {
  const isThere = existsSync(path);
  if (isThere && statSync(path).size > 0) return;
  if (!isThere && !existsSync(`${path}-wal`)) return;
  throw new StoreFileError(
    `${path} is ${isThere ? 'empty' : 'missing'} and should hold data. Put a backup of it in its place. If nothing was ever stored here, remove what is left of it.`,
  );
}

/** A file with other content than SQLite's would be refused by SQLite too, but only after a journal was made beside it. */
function refuseForeignFile(path: string): void {
  if (!existsSync(path)) return;
  const header = Buffer.alloc(16);
  const file = openSync(path, 'r');
  const length = readSync(file, header, 0, header.length, 0);
  closeSync(file);
  if (length > 0 && header.toString('latin1') !== 'SQLite format 3\0')
    throw new StoreFileError(damaged(path, 'its first bytes are wrong'));
}

function translated(cause: unknown, path: string): unknown {
  if (!(cause instanceof Database.SqliteError)) return cause;
  if (cause.code.startsWith('SQLITE_BUSY') || cause.code.startsWith('SQLITE_LOCKED')) {
    return new StoreFileInUse(
      `${path} is in use by another process. Stop that RemoteHelp, or choose another data folder.`,
      { cause },
    );
  }
  if (cause.code.startsWith('SQLITE_CORRUPT') || cause.code.startsWith('SQLITE_NOTADB')) {
    return new StoreFileError(damaged(path, cause.message), { cause });
  }
  return new StoreFileError(`${path} cannot be opened: ${cause.message} (${cause.code})`, { cause });
}

function damaged(path: string, why: string): string {
  return `${path} is damaged (${why}). Put a backup of it in its place; RemoteHelp changes nothing in a damaged file.`;
}
