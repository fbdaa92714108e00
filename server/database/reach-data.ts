import { existsSync, realpathSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';

import { CannotStart } from '../cannot-start.ts';
import { openDatabase, socketIn, uriOfSocket } from './open-database.ts';
import { settleFolderKind } from './store-kind.ts';
import type { DatabaseLog } from './store-process.ts';

/** Which data are meant. */
export type DataPlace = { dataFolder: string; mongodbUri?: string | undefined; searchPath: string };

/** Data that a command works on. `isServed`: a running server has them open. */
export type ReachedData = {
  db: Db;
  kind: 'uri' | 'mongod' | 'embedded';
  isServed: boolean;
  close: () => Promise<void>;
};

const selectionBoundMs = 5000;

/**
 * Reaches the data for a command: through the running server's store when there is one, else by opening them.
 * @throws CannotStart with what to do, when they cannot be opened or reached
 */
export async function reachData(place: DataPlace, log: DatabaseLog): Promise<ReachedData> {
  try {
    if (place.mongodbUri !== undefined) return await connected(place.mongodbUri, 'uri', false, async () => undefined);
    const socket = await servedSocket(place.dataFolder);
    if (socket !== undefined) {
      const kind = settleFolderKind(place.dataFolder, undefined);
      return await connected(uriOfSocket(socket), kind, true, async () => undefined);
    }
    const own = await openDatabase({ ...place, log });
    return await connected(own.uri, own.kind, false, own.close);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`The data cannot be opened: ${reason}`, { cause });
  }
}

/** Whether anything was ever stored in the folder, by a store that is started here. */
export function hasData(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'store.json'));
}

/** The socket on which a running store of this folder answers, or undefined. */
export async function servedSocket(dataFolder: string): Promise<string | undefined> {
  const there = socketIn(dataFolder);
  if (!existsSync(there)) return undefined;
  const path = realpathSync(there);
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(path);
    });
    // Nobody listens: a socket that a killed store left behind.
    socket.once('error', () => resolve(undefined));
  });
}

async function connected(
  uri: string,
  kind: ReachedData['kind'],
  isServed: boolean,
  closeStore: () => Promise<void>,
): Promise<ReachedData> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: selectionBoundMs });
  try {
    await client.connect();
  } catch (cause) {
    await client.close();
    await closeStore();
    throw cause;
  }
  return {
    db: client.db(),
    kind,
    isServed,
    close: async () => {
      await client.close();
      await closeStore();
    },
  };
}
