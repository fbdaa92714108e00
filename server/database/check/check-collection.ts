import type { Database, Statement } from 'better-sqlite3';
import { deserialize } from 'bson';

import { keysInIndex } from '../embedded/storage/stored-index.ts';
import type { IndexDefinition } from '../embedded/storage/index-definition.ts';
import { decode } from '../embedded/values/codec.ts';
import type { BsonDocument } from '../embedded/values/kinds.ts';
import { counted } from '../progress.ts';
import type { Progress } from '../progress.ts';
import type { ContentsCheck } from './check-contents.ts';
import type { Findings } from './findings.ts';

/** An index as the catalogue has it. */
export type CataloguedIndex = { id: number; definition: IndexDefinition; isMultikey: boolean };

/** What checking one collection needs. */
export type CollectionParts = {
  file: Database;
  id: number;
  name: string;
  indexes: readonly CataloguedIndex[];
  contents: ContentsCheck;
  findings: Findings;
  progress: Progress;
};

type DocumentRow = { record: number; bytes: Buffer };
type EntryRow = { key: Buffer; record: number; bytes: Buffer | null };

/** Checks every document of a collection against every index, and every entry against its document. Returns how many documents there are. */
export function checkCollection({ file, id, name, indexes, contents, findings, progress }: CollectionParts): number {
  const checks = indexes.map((index) => new IndexCheck(file, id, name, index, findings));
  let documents = 0;
  for (const { record, bytes } of file
    .prepare<[], DocumentRow>(`SELECT record, bytes FROM documents_${id}`)
    .iterate()) {
    documents += 1;
    progress.meanwhile(() => `  ${name}: ${counted(documents)} documents so far`);
    try {
      const document = decode(bytes);
      for (const check of checks) check.seeDocument(record, document);
      contents.see(name, deserialize(bytes));
    } catch (cause) {
      findings.add(
        'file',
        `${name}: document ${record} is no BSON (${cause instanceof Error ? cause.message : String(cause)}).`,
      );
    }
  }
  for (const check of checks) check.finish();
  return documents;
}

class IndexCheck {
  readonly #file: Database;
  readonly #collection: number;
  readonly #label: string;
  readonly #index: CataloguedIndex;
  readonly #findings: Findings;
  readonly #entry: Statement<[Buffer, number], number>;
  #found = 0;

  constructor(file: Database, collection: number, name: string, index: CataloguedIndex, findings: Findings) {
    this.#file = file;
    this.#collection = collection;
    this.#label = `${name}, index ${index.definition.name}`;
    this.#index = index;
    this.#findings = findings;
    this.#entry = file
      .prepare<[Buffer, number], number>(`SELECT 1 FROM entries_${index.id} WHERE key = ? AND record = ?`)
      .pluck();
  }

  seeDocument(record: number, document: BsonDocument): void {
    const { keys, isMultikey } = keysInIndex(this.#index.definition, document);
    if (isMultikey && !this.#index.isMultikey)
      this.#findings.add(
        'index',
        `${this.#label}: document ${record} has an array there, and the index does not know of any.`,
      );
    for (const key of keys) {
      if (this.#entry.get(key, record) === 1) this.#found += 1;
      else this.#findings.add('index', `${this.#label}: document ${record} is missing in it.`);
    }
  }

  finish(): void {
    const table = `entries_${this.#index.id}`;
    const entries = this.#file.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    if (entries !== this.#found) this.#findStrays(table);
    if (!this.#index.definition.unique) return;
    const twice = `SELECT count(*) FROM (SELECT key FROM ${table} GROUP BY key HAVING count(*) > 1)`;
    const doubled = this.#file.prepare<[], number>(twice).pluck().get() ?? 0;
    if (doubled > 0)
      this.#findings.add('index', `${this.#label}: ${doubled} values that must be unique are there twice.`);
  }

  #findStrays(table: string): void {
    const columns = `SELECT e.key, e.record, d.bytes FROM ${table} e LEFT JOIN documents_${this.#collection} d ON d.record = e.record`;
    for (const { key, record, bytes } of this.#file.prepare<[], EntryRow>(columns).iterate()) {
      if (bytes !== null && keysInIndex(this.#index.definition, decode(bytes)).keys.some((own) => own.equals(key)))
        continue;
      const why = bytes === null ? 'which is not there' : 'which has another value';
      this.#findings.add('index', `${this.#label}: an entry leads to document ${record}, ${why}.`);
    }
  }
}
