import type { Database, Statement } from 'better-sqlite3';

import { StoreError } from '../errors.ts';
import { documentKeys } from '../query/index-keys.ts';
import type { DocumentKeys } from '../query/index-keys.ts';
import { matches } from '../query/matches.ts';
import { someAt } from '../query/path.ts';
import { breath } from '../turns.ts';
import type { Steps } from '../turns.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { fieldsOfIndex } from './index-definition.ts';
import type { IndexDefinition } from './index-definition.ts';

/** The keys from `low` (included) to `high` (excluded; undefined: no end). */
export type KeyRange = { low: Buffer; high: Buffer | undefined };

/** An entry of an index: the key and the record it leads to, with the document's bytes. */
export type IndexEntry = { key: Buffer; record: number; bytes: Buffer };

type EntryPlace = Pick<IndexEntry, 'key' | 'record'>;

/** So many entries are counted at once. */
const countPortion = 1000;

/** The document's keys in this index; none when it is left out (sparse, partial). */
export function keysInIndex(definition: IndexDefinition, document: BsonDocument): DocumentKeys {
  if (definition.partialFilter !== undefined && !matches(definition.partialFilter, document)) {
    return { keys: [], isMultikey: false, isAbsent: true };
  }
  const keys = documentKeys(definition.pattern, document);
  return definition.sparse && keys.isAbsent ? { ...keys, keys: [] } : keys;
}

/** One index in the file: entries (key, record) in the order of their bytes. */
export class StoredIndex {
  readonly id: number;
  readonly definition: IndexDefinition;
  /** Whether some document has, or had, an array on the index's paths. It never goes back. */
  isMultikey: boolean;
  /** Set when the index is dropped: open cursors on it end with an error. */
  isDropped = false;
  readonly #fields: ReadonlySet<string> | undefined;
  readonly #namespace: string;
  readonly #insert: Statement<[Buffer, number]>;
  readonly #remove: Statement<[Buffer, number]>;
  readonly #holder: Statement<[Buffer], number>;
  readonly #markMultikey: Statement<[number]>;
  readonly #forwards: Statement<[Buffer, Buffer, number, Buffer, number], IndexEntry>;
  readonly #backwards: Statement<[Buffer, Buffer, Buffer, number, number], IndexEntry>;
  readonly #placeAfterPortion: Statement<[Buffer, Buffer, number, Buffer, number], EntryPlace>;
  readonly #countRest: Statement<[Buffer, Buffer, number, Buffer], number>;

  constructor(
    file: Database,
    namespace: string,
    collection: number,
    id: number,
    definition: IndexDefinition,
    isMultikey: boolean,
  ) {
    this.id = id;
    this.definition = definition;
    this.isMultikey = isMultikey;
    this.#fields = fieldsOfIndex(definition);
    this.#namespace = namespace;
    const columns = `SELECT e.key, e.record, d.bytes FROM entries_${id} e JOIN documents_${collection} d ON d.record = e.record`;
    this.#insert = file.prepare(`INSERT OR IGNORE INTO entries_${id} (key, record) VALUES (?, ?)`);
    this.#remove = file.prepare(`DELETE FROM entries_${id} WHERE key = ? AND record = ?`);
    this.#holder = file.prepare<[Buffer], number>(`SELECT record FROM entries_${id} WHERE key = ? LIMIT 1`).pluck();
    this.#markMultikey = file.prepare('UPDATE indexes SET multikey = 1 WHERE id = ?');
    this.#forwards = file.prepare(
      `${columns} WHERE e.key >= ? AND (e.key, e.record) > (?, ?) AND e.key < ? ORDER BY e.key, e.record LIMIT ?`,
    );
    this.#backwards = file.prepare(
      `${columns} WHERE e.key >= ? AND e.key < ? AND (e.key, e.record) < (?, ?) ORDER BY e.key DESC, e.record DESC LIMIT ?`,
    );
    const rest = `FROM entries_${id} WHERE key >= ? AND (key, record) > (?, ?) AND key < ?`;
    this.#placeAfterPortion = file.prepare(`SELECT key, record ${rest} ORDER BY key, record LIMIT 1 OFFSET ?`);
    this.#countRest = file.prepare<[Buffer, Buffer, number, Buffer], number>(`SELECT count(*) ${rest}`).pluck();
  }

  /** Whether a change of these fields can change a document's keys. */
  dependsOn(changed: ReadonlySet<string>): boolean {
    const fields = this.#fields;
    return fields === undefined || [...changed].some((field) => fields.has(field));
  }

  /** @throws StoreError when the index was dropped under an open cursor. */
  assertAlive(): void {
    if (this.isDropped) throw new StoreError('QueryPlanKilled', `index dropped: ${this.definition.name}`);
  }

  /** Refuses (11000) keys that another record than `self` holds in a unique index. Call for all indexes before writing any. */
  checkUnique(keys: readonly Buffer[], self: number | undefined, document: BsonDocument): void {
    if (!this.definition.unique) return;
    const taken = keys.some((key) => {
      const holder = this.#holder.get(key);
      return holder !== undefined && holder !== self;
    });
    if (taken) throw duplicateKey(this.#namespace, this.definition, document);
  }

  /** Adds a record's keys. */
  add(record: number, { keys, isMultikey }: DocumentKeys): void {
    for (const key of keys) this.#insert.run(key, record);
    if (isMultikey && !this.isMultikey) {
      this.isMultikey = true;
      this.#markMultikey.run(this.id);
    }
  }

  /** Takes a record's keys out. */
  remove(record: number, keys: readonly Buffer[]): void {
    for (const key of keys) this.#remove.run(key, record);
  }

  /** Counts the entries of the range, in portions between which others may work. */
  *count(range: KeyRange): Steps<number> {
    const high = range.high ?? beyondAllKeys;
    let last: EntryPlace = { key: range.low, record: -1 };
    for (let counted = 0; ; counted += countPortion) {
      this.assertAlive();
      const next = this.#placeAfterPortion.get(range.low, last.key, last.record, high, countPortion - 1);
      if (next === undefined) return counted + (this.#countRest.get(range.low, last.key, last.record, high) ?? 0);
      last = next;
      yield breath;
    }
  }

  /** Up to `limit` entries of the range in key order, from the entry after `last` on. */
  read(range: KeyRange, last: IndexEntry | undefined, backwards: boolean, limit: number): IndexEntry[] {
    const high = range.high ?? beyondAllKeys;
    if (backwards) return this.#backwards.all(range.low, high, last?.key ?? high, last?.record ?? 0, limit);
    return this.#forwards.all(range.low, last?.key ?? range.low, last?.record ?? -1, high, limit);
  }
}

/** No key starts with a byte as high as this. */
const beyondAllKeys = Buffer.from([0xff]);

function duplicateKey(namespace: string, definition: IndexDefinition, document: BsonDocument): StoreError {
  const keyValue: BsonDocument = {};
  for (const { name, path } of definition.pattern) {
    keyValue[name] = null;
    someAt(document, path, false, (value) => {
      keyValue[name] = value ?? null;
      return true;
    });
  }
  const shown = Object.entries(keyValue).map(([name, value]) => `${name}: ${shownValue(value)}`);
  return new StoreError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${definition.name} dup key: { ${shown.join(', ')} }`,
    { keyPattern: definition.key, keyValue },
  );
}

function shownValue(value: unknown): string {
  if (!hasItsOwnText(value)) return JSON.stringify(value) ?? 'null';
  return 'toHexString' in value ? `ObjectId('${value.toString()}')` : value.toString();
}

/** Values of BSON's classes say themselves how they are written. */
function hasItsOwnText(value: unknown): value is { toString(): string } {
  return typeof value === 'object' && value !== null && ('toHexString' in value || '_bsontype' in value);
}
