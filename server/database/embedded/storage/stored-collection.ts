import type { Database, Statement } from 'better-sqlite3';
import type { UUID } from 'bson';

import { StoreError } from '../errors.ts';
import type { DocumentKeys } from '../query/index-keys.ts';
import type { Steps } from '../turns.ts';
import { changedFields, decode } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import type { IndexDefinition } from './index-definition.ts';
import { StoredIndex, keysInIndex } from './stored-index.ts';
import type { KeyRange } from './stored-index.ts';

/** A stored document: its place in the natural order and its bytes. */
export type StoredDocument = { record: number; bytes: Buffer };

/** A document as it is worked with, and as it is stored. */
export type DocumentInBytes = { document: BsonDocument; bytes: Uint8Array };

/** One collection in the file. Every write keeps all indexes in step, and checks all unique keys before it writes anything. */
export class StoredCollection {
  readonly id: number;
  readonly namespace: string;
  readonly uuid: UUID;
  readonly indexes: StoredIndex[] = [];
  /** Set when the collection is dropped: open cursors on it end with an error. */
  isDropped = false;
  readonly #file: Database;
  readonly #insert: Statement<[Uint8Array]>;
  readonly #replace: Statement<[Uint8Array, number]>;
  readonly #remove: Statement<[number]>;
  readonly #read: Statement<[number], Buffer>;
  readonly #forwards: Statement<[number, number], StoredDocument>;
  readonly #backwards: Statement<[number, number], StoredDocument>;

  constructor(file: Database, id: number, namespace: string, uuid: UUID) {
    this.id = id;
    this.namespace = namespace;
    this.uuid = uuid;
    this.#file = file;
    const table = `documents_${id}`;
    this.#insert = file.prepare(`INSERT INTO ${table} (bytes) VALUES (?)`);
    this.#replace = file.prepare(`UPDATE ${table} SET bytes = ? WHERE record = ?`);
    this.#remove = file.prepare(`DELETE FROM ${table} WHERE record = ?`);
    this.#read = file.prepare<[number], Buffer>(`SELECT bytes FROM ${table} WHERE record = ?`).pluck();
    this.#forwards = file.prepare(`SELECT record, bytes FROM ${table} WHERE record > ? ORDER BY record LIMIT ?`);
    this.#backwards = file.prepare(`SELECT record, bytes FROM ${table} WHERE record < ? ORDER BY record DESC LIMIT ?`);
  }

  /** Stores a new document. @throws StoreError 11000 with nothing written. */
  insert(bytes: Uint8Array, document: BsonDocument): void {
    this.assertAlive();
    const keys = this.#checkedKeys(document);
    const record = Number(this.#insert.run(bytes).lastInsertRowid);
    this.indexes.forEach((index, place) => index.add(record, keys[place] ?? noKeys));
  }

  /** Puts a document in the place of another; of each index only what differs is written. @throws StoreError 11000 with nothing written. */
  replace(record: number, before: DocumentInBytes, after: DocumentInBytes): void {
    const changed = changedFields(before.bytes, after.bytes);
    const moves = this.indexes
      .filter((index) => index.dependsOn(changed))
      .map((index) => {
        const was = keysInIndex(index.definition, before.document).keys;
        const is = keysInIndex(index.definition, after.document);
        const added = { ...is, keys: without(is.keys, was) };
        index.checkUnique(added.keys, record, after.document);
        return { index, added, removed: without(was, is.keys) };
      });
    this.#replace.run(after.bytes, record);
    for (const { index, added, removed } of moves) {
      index.remove(record, removed);
      index.add(record, added);
    }
  }

  /** Takes a document out. */
  remove(record: number, document: BsonDocument): void {
    this.#remove.run(record);
    for (const index of this.indexes) index.remove(record, keysInIndex(index.definition, document).keys);
  }

  /** The bytes of a record, or undefined when it is gone. */
  read(record: number): Buffer | undefined {
    return this.#read.get(record);
  }

  /** Up to `limit` documents in natural order, from the one after `last` on. */
  readInOrder(last: number | undefined, backwards: boolean, limit: number): StoredDocument[] {
    if (backwards) return this.#backwards.all(last ?? Number.MAX_SAFE_INTEGER, limit);
    return this.#forwards.all(last ?? -1, limit);
  }

  /** How many documents there are: as many as `_id`s. */
  *count(): Steps<number> {
    const ids = this.indexNamed('_id_');
    return ids === undefined ? 0 : yield* ids.count(everyKey);
  }

  /** Fills a new index from the documents there are. @throws StoreError 11000 when two have one unique key. */
  fill(index: StoredIndex): void {
    let last: number | undefined;
    for (;;) {
      const documents = this.readInOrder(last, false, 500);
      if (documents.length === 0) return;
      for (const { record, bytes } of documents) {
        const document = decode(bytes);
        const keys = keysInIndex(index.definition, document);
        index.checkUnique(keys.keys, record, document);
        index.add(record, keys);
        last = record;
      }
    }
  }

  /** The statements of an index of this collection whose table is there. */
  openIndex(id: number, definition: IndexDefinition, isMultikey: boolean): StoredIndex {
    return new StoredIndex(this.#file, this.namespace, this.id, id, definition, isMultikey);
  }

  /** The index of that name. */
  indexNamed(name: string): StoredIndex | undefined {
    return this.indexes.find((index) => index.definition.name === name);
  }

  /** @throws StoreError when the collection was dropped under an open cursor. */
  assertAlive(): void {
    if (this.isDropped) throw new StoreError('QueryPlanKilled', `collection dropped: ${this.namespace}`);
  }

  #checkedKeys(document: BsonDocument): DocumentKeys[] {
    return this.indexes.map((index) => {
      const keys = keysInIndex(index.definition, document);
      index.checkUnique(keys.keys, undefined, document);
      return keys;
    });
  }
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}

const everyKey: KeyRange = { low: Buffer.alloc(0), high: undefined };
const noKeys: DocumentKeys = { keys: [], isMultikey: false, isAbsent: true };
