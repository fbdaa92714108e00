/** Opens the store and connects mongoose to it. */
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import { CannotStart } from './cannot-start.ts';
import type { ServerConfig } from './config/config.ts';
import { migrate } from './database/migrations/migrate.ts';
import { openDatabase } from './database/open-database.ts';
import { onDamage } from './documents/damage.ts';
import type { Log } from './logging/log.ts';

export interface OpenStore {
  readonly connection: Connection;
  readonly kind: 'uri' | 'mongod' | 'embedded';
  /** Resolves with the reason when the store is gone for good. */
  readonly lost: Promise<string>;
  /** Whether it answers, within two seconds. Never rejects. */
  isUp(): Promise<boolean>;
  /** Whether something small can be stored now. Never rejects. */
  canWrite(): Promise<boolean>;
  close(): Promise<void>;
}

/** How long an operation looks for a store that is away before its caller is told `store-down`. */
const FIND_STORE_WITHIN_MS = 3000;
const ANSWER_WITHIN_MS = 2000;
/** Room for this much is room enough to go on: it would be gone again at once otherwise. */
const TRIED_BYTES = 200_000;
/** Between two looks for a store that is away. The driver's own half second would be most of a restart. */
const LOOK_AGAIN_MS = 50;

/** @throws {CannotStart} with a sentence for the operator when the store cannot be opened or reached */
export async function openStore(
  { dataFolder, mongodbUri, searchPath }: Pick<ServerConfig, 'dataFolder' | 'mongodbUri' | 'searchPath'>,
  log: Log,
): Promise<OpenStore> {
  const database = await openDatabase({ dataFolder, mongodbUri, searchPath, log }).catch(sayWhatToMend);
  const connection = createConnection(database.uri, {
    serverSelectionTimeoutMS: FIND_STORE_WITHIN_MS,
    minHeartbeatFrequencyMS: LOOK_AGAIN_MS,
    // Waiting in a queue for a store that is away would make every caller wait; they are told at once instead.
    bufferCommands: false,
    autoIndex: true,
  });
  try {
    const { db } = await connection.asPromise();
    if (db === undefined) throw new Error('there is no database behind the connection');
    await migrate({ db, kind: database.kind, dataFolder, log, now: () => new Date() });
  } catch (error) {
    await connection.close();
    await database.close();
    return sayWhatToMend(error);
  }
  onDamage(connection, (damage) => log.error('A stored document is damaged and is left aside.', { ...damage }));
  return {
    connection,
    kind: database.kind,
    lost: database.lost,
    isUp: () => answers(connection),
    canWrite: () => takesWrites(connection),
    async close() {
      await connection.close();
      await database.close();
    },
  };
}

function sayWhatToMend(cause: unknown): never {
  if (cause instanceof CannotStart) throw cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new CannotStart(`The data cannot be opened: ${reason}`, { cause });
}

async function takesWrites({ db }: Connection): Promise<boolean> {
  const at = { $set: { at: new Date(), padding: ' '.repeat(TRIED_BYTES) } };
  const tried = db?.collection<{ _id: string }>('store_room').updateOne({ _id: 'tried' }, at, { upsert: true });
  return tried === undefined
    ? false
    : tried.then(
        () => true,
        // Whatever kept it from being stored, the answer is no.
        () => false,
      );
}

async function answers(connection: Connection): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  });
  const ping = connection.db?.command({ ping: 1 }).then(
    () => true,
    // Whatever kept it from answering, the answer is no.
    () => false,
  );
  const isUp = await Promise.race([ping ?? false, late]);
  clearTimeout(timer);
  return isUp;
}
