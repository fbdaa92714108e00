/** The embedded store on a folder of its own, as the server starts it, with the server's models and the plain driver. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import { openDatabase } from '../../../server/database/open-database.ts';
import { logEntryModels } from '../../../server/session-log/log-entry-model.ts';
import type { LogEntryModels } from '../../../server/session-log/log-entry-model.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { childrenOf } from '../figures/processor-time.ts';

export interface BenchStore {
  readonly connection: Connection;
  readonly entries: LogEntryModels['entries'];
  /** The store's process as it runs now: after an end by force it is another one. */
  pid(): number;
  close(): Promise<void>;
}

const projectRoot = resolve(import.meta.dirname, '../../..');
const program = join(projectRoot, 'dist/server/embedded-store.js');

/** Opens it; a new folder gets every collection and index that the two models have. */
export async function openBenchStore(
  dataFolder: string,
  options: { readonly monitorCommands?: boolean } = {},
): Promise<BenchStore> {
  await (built ??= promisify(execFile)(process.execPath, [join(projectRoot, 'scripts/build.mjs'), 'server']));
  const silent = { info: () => {}, error: () => {} };
  const embeddedProgram = { command: process.execPath, args: [program] };
  const database = await openDatabase({ dataFolder, log: silent, searchPath: '', embeddedProgram });
  const connection = await createConnection(database.uri, {
    ...options,
    autoIndex: false,
    bufferCommands: false,
    minHeartbeatFrequencyMS: 50,
  }).asPromise();
  const { entries } = logEntryModels(connection);
  await sessionModel(connection).createIndexes();
  await entries.createIndexes();
  return {
    connection,
    entries,
    pid: () => childrenOf(process.pid).find((child) => isStoreOf(child, dataFolder)) ?? 0,
    async close() {
      await connection.close();
      await database.close();
    },
  };
}

let built: Promise<unknown> | undefined;

function isStoreOf(pid: number, dataFolder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataFolder);
  } catch {
    // It has ended in the meantime.
    return false;
  }
}
