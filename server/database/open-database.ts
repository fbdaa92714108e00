import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { keepRunning } from './keep-running.ts';
import { findMongod, refuseUnfinishedRestore, settleFolderKind } from './store-kind.ts';
import type { DatabaseLog, ProgramCall } from './store-process.ts';

/** A database to connect to. `lost` resolves with the reason when it ends for good by itself; `close` ends it, and may be called twice. */
export type OpenDatabase = {
  uri: string;
  kind: 'uri' | 'mongod' | 'embedded';
  lost: Promise<string>;
  close: () => Promise<void>;
};

/** What opening takes. What may be left out has a default; `signal` closes the database. */
export type OpenDatabaseOptions = {
  dataFolder: string;
  log: DatabaseLog;
  mongodbUri?: string | undefined;
  /** Where `mongod` is looked for, as the system's PATH lists folders. Empty: nowhere. */
  searchPath: string;
  /** The embedded store's program; its own arguments are appended. */
  embeddedProgram?: ProgramCall | undefined;
  /** The time between two looks for expired documents, in milliseconds. */
  ttlIntervalMs?: number | undefined;
  /** The longest wait for readiness, in milliseconds. */
  readyBoundMs?: number | undefined;
  signal?: AbortSignal | undefined;
};

/** The database's name on the embedded store and on a mongod that was started here. */
const databaseName = 'remotehelp';
const longestSocketPath = 99;
const socketName = 'mongodb-0.sock';

/** Where the running store of a data folder listens, or where a link to it lies. */
export function socketIn(dataFolder: string): string {
  return join(dataFolder, socketName);
}

/** The address of a store that listens on a socket. */
export function uriOfSocket(path: string): string {
  return `mongodb://${encodeURIComponent(path)}/${databaseName}`;
}

/** The embedded store's file in a data folder. */
export function storeFileIn(dataFolder: string): string {
  return join(dataFolder, 'remotehelp.sqlite');
}

/**
 * Opens the database: `mongodbUri` when there is one; else the store the data folder began with; in a new folder a `mongod` found on the
 * path, else the embedded store. Resolves when it answers.
 * @throws Error with a sentence for the administrator: file damaged, from a newer version, in use, or the program did not start.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  if (options.mongodbUri !== undefined && options.mongodbUri !== '') {
    return { uri: options.mongodbUri, kind: 'uri', lost: new Promise(() => undefined), close: async () => undefined };
  }
  if (process.platform === 'win32') {
    throw new Error('The embedded store does not run on Windows yet. Set MONGODB_URI to a MongoDB.');
  }
  refuseUnfinishedRestore(options.dataFolder);
  const mongod = findMongod(options.searchPath);
  const kind = settleFolderKind(options.dataFolder, mongod);
  if (kind === 'mongod' && mongod === undefined) {
    throw new Error(
      `${options.dataFolder} belongs to a mongod, and there is none on the PATH. Install it, or choose another data folder.`,
    );
  }
  const socket = makeSocketPlace(options.dataFolder);
  const program =
    kind === 'embedded' ? embeddedCall(options, socket.path) : mongodCall(options, mongod ?? '', socket.path);
  try {
    return await openChild(options, kind, program, socket);
  } catch (cause) {
    socket.remove();
    throw cause;
  }
}

async function openChild(
  options: OpenDatabaseOptions,
  kind: 'mongod' | 'embedded',
  program: ProgramCall,
  socket: SocketPlace,
): Promise<OpenDatabase> {
  const isReady =
    kind === 'embedded'
      ? (line: string) => line === 'ready'
      : (line: string) => line.includes('Waiting for connections');
  const running = await keepRunning({
    program,
    name: kind === 'embedded' ? 'embedded store' : 'mongod',
    isReady,
    readyBoundMs: options.readyBoundMs ?? 20_000,
    log: options.log,
  });
  socket.announce();
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= running.close().finally(socket.remove));
  if (options.signal?.aborted === true) await close();
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  return { uri: uriOfSocket(socket.path), kind, lost: running.lost, close };
}

function embeddedCall(options: OpenDatabaseOptions, socketPath: string): ProgramCall {
  const { command, args } = options.embeddedProgram ?? defaultProgram();
  const file = storeFileIn(options.dataFolder);
  const interval = String(options.ttlIntervalMs ?? 60_000);
  return { command, args: [...args, '--file', file, '--socket', socketPath, '--ttl-interval-ms', interval] };
}

/** Bundled, the store's program lies beside the server's; from the sources it is run by tsx. */
function defaultProgram(): ProgramCall {
  const bundled = fileURLToPath(new URL('./embedded-store.js', import.meta.url));
  if (existsSync(bundled)) return { command: process.execPath, args: [bundled] };
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return {
    command: process.execPath,
    args: ['--import', tsx, fileURLToPath(new URL('./embedded/main.ts', import.meta.url))],
  };
}

function mongodCall(options: OpenDatabaseOptions, mongod: string, socketPath: string): ProgramCall {
  const folder = join(options.dataFolder, 'mongod');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { command: mongod, args: ['--dbpath', folder, '--bind_ip', socketPath, '--filePermissions', '0600'] };
}

/** In the data folder the socket may be another server's, whose folder this is; the store itself takes its own away. */
const leaveIt = (): void => undefined;

type SocketPlace = { path: string; announce: () => void; remove: () => void };

/**
 * The socket lies in the data folder, which only its owner can enter; where that path is too long, in a folder of its own like that, to which a link in
 * the data folder leads once the store has the folder.
 */
function makeSocketPlace(dataFolder: string): SocketPlace {
  chmodSync(dataFolder, 0o700);
  const near = socketIn(dataFolder);
  if (Buffer.byteLength(near) <= longestSocketPath) return { path: near, announce: leaveIt, remove: leaveIt };
  const folder = mkdtempSync(join(tmpdir(), 'remotehelp-'));
  const path = join(folder, socketName);
  const announce = (): void => {
    rmSync(near, { force: true });
    symlinkSync(path, near);
  };
  return { path, announce, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
