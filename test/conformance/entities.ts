import { MongoClient } from 'mongodb';
import type { Collection, CommandStartedEvent, Db, Document } from 'mongodb';

/** What a case works on, by the names it gives. */
export type Entities = {
  clients: Map<string, MongoClient>;
  databases: Map<string, Db>;
  collections: Map<string, Collection>;
  /** The commands that each client has sent, as far as the case watches them. */
  started: Map<string, CommandStartedEvent[]>;
  close: () => Promise<void>;
};

/** Something that a case needs and this runner, or a standalone, does not have. */
export class NotHere extends Error {}

const unwatched = new Set(['hello', 'ismaster', 'isMaster', 'endSessions', 'ping']);

/** Makes the entities of a case, with clients that are connected to the store. */
export async function makeEntities(uri: string, given: readonly Document[]): Promise<Entities> {
  const entities: Entities = {
    clients: new Map(),
    databases: new Map(),
    collections: new Map(),
    started: new Map(),
    close: async () => {
      for (const client of entities.clients.values()) await client.close();
    },
  };
  for (const entity of given) {
    const [[kind, options] = ['', undefined]] = Object.entries<Document>(entity);
    if (options === undefined) continue;
    if (kind === 'client') await addClient(entities, uri, options);
    else if (kind === 'database')
      entities.databases.set(
        options['id'],
        client(entities, options['client']).db(options['databaseName'], options['databaseOptions']),
      );
    else if (kind === 'collection')
      entities.collections.set(
        options['id'],
        database(entities, options['database']).collection(options['collectionName'], options['collectionOptions']),
      );
    else throw new NotHere(`the runner makes no ${kind}`);
  }
  return entities;
}

async function addClient(entities: Entities, uri: string, options: Document): Promise<void> {
  const id = String(options['id']);
  const made = new MongoClient(uri, {
    monitorCommands: true,
    retryReads: false,
    serverSelectionTimeoutMS: 5000,
    ...clientOptions(options['uriOptions']),
  });
  const ignored: unknown = options['ignoreCommandMonitoringEvents'];
  const events: CommandStartedEvent[] = [];
  made.on('commandStarted', (event) => {
    if (unwatched.has(event.commandName)) return;
    if (!(Array.isArray(ignored) && ignored.includes(event.commandName))) events.push(event);
  });
  entities.started.set(id, events);
  entities.clients.set(id, await made.connect());
}

/** Of the options that cases give, those that a standalone without retries knows. */
function clientOptions(options: Document | undefined): Document {
  const { retryWrites = false, w } = options ?? {};
  return { retryWrites: retryWrites as boolean, ...(w === undefined ? {} : { w: w as number }) };
}

function client(entities: Entities, id: unknown): MongoClient {
  return found(entities.clients, id);
}

function database(entities: Entities, id: unknown): Db {
  return found(entities.databases, id);
}

/** The entity of that name. @throws NotHere */
export function found<Entity>(entities: ReadonlyMap<string, Entity>, id: unknown): Entity {
  const entity = entities.get(String(id));
  if (entity === undefined) throw new NotHere(`the runner knows no entity ${String(id)}`);
  return entity;
}
