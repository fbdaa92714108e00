import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { openDatabase } from '../../../server/database/open-database.ts';
import { storeOptions } from '../database/a-store.ts';

/** Changes what a stopped server has stored, as nobody should. */
export async function tamper(dataFolder: string, change: (db: Db) => Promise<void>): Promise<void> {
  const database = await openDatabase(storeOptions(dataFolder));
  const client = await new MongoClient(database.uri).connect();
  await change(client.db());
  await client.close();
  await database.close();
}
