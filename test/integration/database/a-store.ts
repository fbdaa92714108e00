import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Collection, Db } from 'mongodb';
import { openDatabase } from '../../../server/database/open-database.ts';
import type { OpenDatabase, OpenDatabaseOptions } from '../../../server/database/open-database.ts';

/** A running embedded store with a driver connected to it. */
export type AStore = {
  folder: string;
  database: OpenDatabase;
  uri: string;
  client: MongoClient;
  db: Db;
  /** A fresh collection that no other test uses. */
  collection: () => Collection;
  errors: string[];
};

let collections = 0;

/** A new folder for data. */
export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'remotehelp-test-'));
}

/** The options that tests open a store with: no mongod is looked for, errors are kept. */
export function storeOptions(folder: string, errors: string[] = []): OpenDatabaseOptions {
  return {
    dataFolder: folder,
    searchPath: '',
    ttlIntervalMs: 50,
    log: { info: () => undefined, error: (message) => errors.push(message) },
  };
}

/** Starts the real store in its own process and connects the real driver to it. */
export async function startStore(folder = aFolder()): Promise<AStore> {
  const errors: string[] = [];
  const database = await openDatabase(storeOptions(folder, errors));
  const client = await new MongoClient(database.uri, { serverSelectionTimeoutMS: 5000 }).connect();
  const db = client.db();
  return {
    folder,
    database,
    uri: database.uri,
    client,
    db,
    errors,
    collection: () => db.collection(`c${(collections += 1)}`),
  };
}

/** Ends the store and removes its folder. */
export async function endStore(store: AStore): Promise<void> {
  await store.client.close();
  await store.database.close();
  rmSync(store.folder, { recursive: true, force: true });
}
