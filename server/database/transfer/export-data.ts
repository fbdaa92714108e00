import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { EJSON, deserialize } from 'bson';
import type { Collection, Db } from 'mongodb';
import * as v from 'valibot';

import { CannotStart } from '../../cannot-start.ts';
import { makeEmptyFolder, settle, writeDurably } from '../durable-files.ts';
import { counted } from '../progress.ts';
import type { Progress } from '../progress.ts';
import { lineOf } from './extended-json.ts';
import { fileNameOf, manifestIn } from './export-folder.ts';
import type { ExportManifest } from './export-folder.ts';

type ExportedCollection = ExportManifest['collections'][number];

const RawDocument = v.instance(Uint8Array);

/**
 * Writes a database into a new folder: a file for each collection, one document a line, every type exactly kept. Returns how many documents.
 * @throws CannotStart when the folder is not empty, or a document cannot be written exactly
 */
export async function exportData(db: Db, folder: string, progress: Progress, now: Date): Promise<number> {
  makeEmptyFolder(folder);
  const listed = await db.listCollections({}, { nameOnly: true }).toArray();
  const names = listed.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
  const collections: ExportedCollection[] = [];
  for (const name of names.toSorted()) collections.push(await exportCollection(db.collection(name), folder, progress));
  const manifest: ExportManifest = { remotehelpExport: 1, exportedAt: now.toISOString(), collections };
  writeDurably(manifestIn(folder), `${JSON.stringify(manifest, null, 2)}\n`);
  return collections.reduce((sum, { documents }) => sum + documents, 0);
}

async function exportCollection(
  collection: Collection,
  folder: string,
  progress: Progress,
): Promise<ExportedCollection> {
  const { collectionName: name } = collection;
  const exported = { name, file: fileNameOf(name), documents: 0, indexes: await indexesOf(collection) };
  const path = join(folder, exported.file);
  async function* lines() {
    for await (const bytes of collection.find({}, { raw: true })) {
      yield `${exactLine(name, v.parse(RawDocument, bytes))}\n`;
      exported.documents += 1;
      progress.meanwhile(() => `  ${name}: ${counted(exported.documents)} documents so far`);
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path, { mode: 0o600 }));
  settle(path);
  progress.say(`  ${name}: ${counted(exported.documents)} documents`);
  return exported;
}

function exactLine(collection: string, bytes: Uint8Array): string {
  try {
    return lineOf(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const id = EJSON.stringify(deserialize(bytes)['_id']);
    throw new CannotStart(`The document ${id} of ${collection} cannot be exported: ${reason}. Correct or remove it.`, {
      cause,
    });
  }
}

/** Without the one of `_id`, which every collection has. */
async function indexesOf(collection: Collection): Promise<string[]> {
  const indexes = await collection.listIndexes({ promoteValues: false }).toArray();
  return indexes.filter(({ name }) => name !== '_id_').map((index) => EJSON.stringify(index, { relaxed: false }));
}
