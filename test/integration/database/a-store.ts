import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Collection, Db } from 'mongodb';
import { openDatabase } from '../../../server/database/open-database.ts';
import type { OpenDatabase, OpenDatabaseOptions } from '../../../server/database/open-database.ts';

/** A MongoDB to run the store's tests on instead of the embedded store: `npm test -- integration … --uri=mongodb://…`. */
const mongoUri = process.env['STORE_TEST_URI'];

/** A running store with a driver connected to it. */
export type AnyStore = {
  uri: string;
  client: MongoClient;
  db: Db;
  /** A fresh collection that no other test uses. */
  collection: () => Collection;
  end: () => Promise<void>;
};

/** A running embedded store, with what only it has. */
export type AStore = AnyStore & { folder: string; database: OpenDatabase; errors: string[] };

/** A test of what only holds for the embedded store, such as a refusal. On a MongoDB it counts as skipped. */
export function anEmbeddedStoreOnly(title: string, test: () => Promise<void>): void {
  if (mongoUri === undefined) it(title, test);
  else it(title);
}

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

/** The store that tests run on: the embedded one, or the MongoDB that was named, with a database that goes at the end. */
export async function startAnyStore(): Promise<AnyStore> {
  if (mongoUri === undefined) return await startStore();
  const { client, db, collection } = await connected(mongoUri, `test-${randomUUID().slice(0, 8)}`);
  const end = async (): Promise<void> => {
    await db.dropDatabase();
    await client.close();
  };
  return { uri: mongoUri, client, db, collection, end };
}

/** Starts the embedded store in its own process and connects the real driver to it. */
export async function startStore(folder = aFolder()): Promise<AStore> {
  const errors: string[] = [];
  const database = await openDatabase(storeOptions(folder, errors));
  const driver = await connected(database.uri, undefined);
  const end = async (): Promise<void> => {
    await driver.client.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...driver, uri: database.uri, folder, database, errors, end };
}

async function connected(uri: string, name: string | undefined) {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 5000 }).connect();
  const db = client.db(name);
  return { client, db, collection: () => db.collection(`c${(collections += 1)}`) };
}

/** Ends the store and removes what it has made. */
export async function endStore(store: AnyStore): Promise<void> {
  await store.end();
}
