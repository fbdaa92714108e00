import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

import type { Document } from 'bson';
import type { Db } from 'mongodb';

import { CannotStart } from '../../cannot-start.ts';
import { counted } from '../progress.ts';
import type { Progress } from '../progress.ts';
import { documentOf } from './extended-json.ts';
import { readManifest } from './export-folder.ts';
import type { ExportManifest } from './export-folder.ts';

type ExportedCollection = ExportManifest['collections'][number];

const mostDocuments = 1000;
const mostCharacters = 8 * 1024 * 1024;

/** Whether anything is stored in a database. */
export async function isEmptyDatabase(db: Db): Promise<boolean> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if ((await db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) return false;
  }
  return true;
}

/**
 * Reads an export into an empty database: documents first, then the indexes. Returns how many documents.
 * @throws CannotStart when the export is not whole; what was read by then stays, and another import replaces it
 */
export async function importData(db: Db, folder: string, progress: Progress): Promise<number> {
  const { collections } = readManifest(folder);
  for (const { file } of collections) {
    if (!existsSync(join(folder, file)))
      throw new CannotStart(`The export is not whole: ${join(folder, file)} is missing.`);
  }
  let documents = 0;
  for (const collection of collections) documents += await importCollection(db, folder, collection, progress);
  return documents;
}

async function importCollection(
  db: Db,
  folder: string,
  { name, file, documents, indexes }: ExportedCollection,
  progress: Progress,
): Promise<number> {
  await db.createCollection(name);
  let read = 0;
  for await (const batch of batchesOf(join(folder, file))) {
    await db.collection(name).insertMany(batch, { forceServerObjectId: true, ignoreUndefined: false });
    read += batch.length;
    progress.meanwhile(() => `  ${name}: ${counted(read)} of ${counted(documents)} documents`);
  }
  if (read !== documents)
    throw new CannotStart(
      `The export is not whole: ${file} has ${counted(read)} documents, and should have ${counted(documents)}.`,
    );
  // As the driver does not know all that an index may say, the command is given what was listed.
  if (indexes.length > 0) await db.command({ createIndexes: name, indexes: indexes.map(documentOf) });
  progress.say(`  ${name}: ${counted(read)} documents, ${indexes.length} indexes`);
  return read;
}

async function* batchesOf(path: string): AsyncGenerator<Document[]> {
  let batch: Document[] = [];
  let characters = 0;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    if (line === '') continue;
    batch.push(readLine(line, path, number));
    characters += line.length;
    if (batch.length < mostDocuments && characters < mostCharacters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

function readLine(line: string, path: string, number: number): Document {
  try {
    return documentOf(line);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`${path}, line ${number}, is no extended JSON (${reason}). Take another export.`, { cause });
  }
}
