import Database from 'better-sqlite3';

import { CannotStart } from '../../cannot-start.ts';
import { applicationId, formatVersion } from '../embedded/storage/file.ts';
import { idIndexDefinition, indexDefinition } from '../embedded/storage/index-definition.ts';
import { decode } from '../embedded/values/codec.ts';
import { counted } from '../progress.ts';
import type { Progress } from '../progress.ts';
import { ContentsCheck } from './check-contents.ts';
import { checkCollection } from './check-collection.ts';
import type { CataloguedIndex } from './check-collection.ts';
import { Findings } from './findings.ts';

type CollectionRow = { id: number; database: string; name: string };
type IndexRow = { id: number; name: string; definition: Buffer; multikey: number };

/** What a check saw, and what is wrong. */
export type StoreCheck = { findings: Findings; collections: number; documents: number };

/**
 * Checks an embedded store's file from end to end: pages, catalogue, every document against its index entries and the reverse, unique keys, session
 * logs. Nothing in it is changed. @throws CannotStart when another process has the file open
 */
export function checkStoreFile(path: string, progress: Progress): StoreCheck {
  const findings = new Findings();
  const seen = { findings, collections: 0, documents: 0 };
  const file = new Database(path, { readonly: true, fileMustExist: true });
  try {
    if (!isOurs(file, findings)) return seen;
    checkPages(file, findings, progress);
    const contents = new ContentsCheck(findings);
    for (const { id, database, name } of file
      .prepare<[], CollectionRow>('SELECT * FROM collections ORDER BY id')
      .all()) {
      const indexes = readIndexes(file, id, name, findings);
      const documents = checkCollection({ file, id, name, indexes, contents, findings, progress });
      progress.say(`  ${database}.${name}: ${counted(documents)} documents, ${indexes.length} indexes`);
      seen.collections += 1;
      seen.documents += documents;
    }
    contents.finish();
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
    if (cause.code.startsWith('SQLITE_BUSY'))
      throw new CannotStart(`${path} is in use by another process. Stop it, then check again.`, { cause });
    findings.add('file', `The file cannot be read on: ${cause.message} (${cause.code}).`);
  } finally {
    file.close();
  }
  return seen;
}

function isOurs(file: Database.Database, findings: Findings): boolean {
  const owner = file.pragma('application_id', { simple: true });
  const version = file.pragma('user_version', { simple: true });
  if (owner !== applicationId) findings.add('file', 'It is not a RemoteHelp database.');
  else if (version !== formatVersion)
    findings.add('file', `It has format version ${String(version)}; this RemoteHelp reads version ${formatVersion}.`);
  return findings.isEmpty;
}

function checkPages(file: Database.Database, findings: Findings, progress: Progress): void {
  const pages = Number(file.pragma('page_count', { simple: true }));
  progress.say(`  ${counted(pages)} pages`);
  const told = file.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  for (const line of told) if (line !== 'ok') findings.add('file', `The file is damaged: ${line}.`);
}

function readIndexes(file: Database.Database, collection: number, name: string, findings: Findings): CataloguedIndex[] {
  const rows = file
    .prepare<[number], IndexRow>('SELECT * FROM indexes WHERE collection = ? ORDER BY id')
    .all(collection);
  return rows.flatMap((row) => {
    try {
      const definition = row.name === '_id_' ? idIndexDefinition() : indexDefinition(decode(row.definition));
      return [{ id: row.id, definition, isMultikey: row.multikey === 1 }];
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      findings.add('index', `${name}: what its index ${row.name} is cannot be read (${reason}).`);
      return [];
    }
  });
}
