import type { Database } from 'better-sqlite3';
import { UUID } from 'bson';

import { StoreError } from '../errors.ts';
import { decode, encode } from '../values/codec.ts';
import { areEqual } from '../values/compare.ts';
import { CommitGroup } from './commit-group.ts';
import { openFile } from './file.ts';
import { idIndexDefinition, indexDefinition } from './index-definition.ts';
import type { IndexDefinition } from './index-definition.ts';
import { StoredCollection } from './stored-collection.ts';
import type { StoredIndex } from './stored-index.ts';

type CollectionRow = { id: number; database: string; name: string; uuid: Buffer };
type IndexRow = { id: number; collection: number; name: string; definition: Buffer; multikey: number };

/** Pages (4 KiB each) that a backup copies before others are served again. */
const backupStepPages = 500;

/** The whole store: its collections by namespace (`database.collection`), and transactions. */
export class Store {
  readonly #file: Database;
  readonly #commits: CommitGroup;
  readonly #collections = new Map<string, StoredCollection>();

  private constructor(file: Database) {
    this.#file = file;
    this.#commits = new CommitGroup(file, () => this.#rereadMultikey());
  }

  /** Opens the file and reads its catalogue. @throws StoreFileError as `openFile` does. */
  static open(path: string): Store {
    const store = new Store(openFile(path));
    store.#readCatalogue();
    return store;
  }

  /** Runs `work` whole, or not at all when it throws. It is on the disk when `settled` says so. */
  write<Result>(work: () => Result): Result {
    try {
      return this.#commits.run(work);
    } catch (cause) {
      throw translated(cause);
    }
  }

  /**
   * Copies everything, as it is at one moment, into a new file, in steps between which others are served. Resolves with the number of pages.
   * Rejects, and leaves no file, when `isWanted` says that nobody waits for it any longer.
   */
  async backup(path: string, isWanted: () => boolean): Promise<number> {
    const progress = () => {
      if (!isWanted()) throw new Error('nobody waits for it any longer');
      return backupStepPages;
    };
    const { totalPages } = await this.#commits.whileCopying(() => this.#file.backup(path, { progress }));
    if (totalPages === 0) throw new Error('nothing was copied');
    return totalPages;
  }

  /** After a write that came to nothing an index may be marked in memory and not in the file; it would then never be marked there. */
  #rereadMultikey(): void {
    const marked = new Set(this.#file.prepare<[], number>('SELECT id FROM indexes WHERE multikey = 1').pluck().all());
    for (const { indexes } of this.#collections.values())
      for (const index of indexes) index.isMultikey = marked.has(index.id);
  }

  /** How often writes that had been done came to nothing. */
  get timesLost(): number {
    return this.#commits.timesLost;
  }

  /**
   * Resolves when everything written so far is on the disk. Rejects when something came to nothing since `timesLost` was `lostBefore`:
   * then nothing that was read or written since may be told either, however many turns it took.
   */
  async settled(lostBefore: number): Promise<void> {
    try {
      await this.#commits.settled(lostBefore);
    } catch (cause) {
      throw translated(cause);
    }
  }

  /** Ends the file; the write-ahead log is folded into it. */
  close(): void {
    this.#commits.commit();
    this.#file.close();
  }

  /** For changes that are also kept in memory: durable when this returns, so that file and memory never differ. */
  #writeAlone<Result>(work: () => Result): Result {
    try {
      return this.#commits.runAlone(work);
    } catch (cause) {
      throw translated(cause);
    }
  }

  /** The collection, or undefined when it is not there. */
  find(namespace: string): StoredCollection | undefined {
    return this.#collections.get(namespace);
  }

  /** All collections of a database, by name. */
  list(database: string): { name: string; collection: StoredCollection }[] {
    return [...this.#collections]
      .filter(([namespace]) => namespace.startsWith(`${database}.`))
      .map(([namespace, collection]) => ({ name: namespace.slice(database.length + 1), collection }));
  }

  /** All collections of all databases. */
  all(): StoredCollection[] {
    return [...this.#collections.values()];
  }

  /** The collection, made when it is not there. Call it outside of `write`. */
  findOrCreate(database: string, name: string): StoredCollection {
    const there = this.find(`${database}.${name}`);
    if (there !== undefined) return there;
    checkName(database, name);
    const uuid = new UUID();
    const collection = this.#writeAlone(() => {
      const { lastInsertRowid } = this.#file
        .prepare('INSERT INTO collections (database, name, uuid) VALUES (?, ?, ?)')
        .run(database, name, uuid.buffer);
      const id = Number(lastInsertRowid);
      this.#file.exec(`CREATE TABLE documents_${id} (record INTEGER PRIMARY KEY, bytes BLOB NOT NULL)`);
      const made = new StoredCollection(this.#file, id, `${database}.${name}`, uuid);
      made.indexes.push(this.#makeIndex(made, idIndexDefinition()));
      return made;
    });
    this.#collections.set(collection.namespace, collection);
    return collection;
  }

  /** Makes and fills an index. Returns false when the very same one is there; conflicts are MongoDB's 85 and 86. */
  createIndex(collection: StoredCollection, definition: IndexDefinition): boolean {
    for (const index of collection.indexes) if (isSameIndex(index.definition, definition)) return false;
    const index = this.#writeAlone(() => {
      const made = this.#makeIndex(collection, definition);
      collection.fill(made);
      return made;
    });
    collection.indexes.push(index);
    return true;
  }

  /** Takes an index away. */
  dropIndex(collection: StoredCollection, index: StoredIndex): void {
    this.#writeAlone(() => {
      this.#file.prepare('DELETE FROM indexes WHERE id = ?').run(index.id);
      this.#file.exec(`DROP TABLE entries_${index.id}`);
    });
    index.isDropped = true;
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
  }

  /** Takes collections away with all that is in them, in one transaction. */
  drop(collections: readonly StoredCollection[]): void {
    this.#writeAlone(() => {
      for (const collection of collections) {
        for (const index of collection.indexes) this.#file.exec(`DROP TABLE entries_${index.id}`);
        this.#file.exec(`DROP TABLE documents_${collection.id}`);
        this.#file.prepare('DELETE FROM indexes WHERE collection = ?').run(collection.id);
        this.#file.prepare('DELETE FROM collections WHERE id = ?').run(collection.id);
      }
    });
    for (const collection of collections) {
      collection.isDropped = true;
      this.#collections.delete(collection.namespace);
    }
  }

  #makeIndex(collection: StoredCollection, definition: IndexDefinition): StoredIndex {
    const { lastInsertRowid } = this.#file
      .prepare('INSERT INTO indexes (collection, name, definition) VALUES (?, ?, ?)')
      .run(collection.id, definition.name, encode(definition.document));
    const id = Number(lastInsertRowid);
    this.#file.exec(
      `CREATE TABLE entries_${id} (key BLOB NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (key, record)) WITHOUT ROWID`,
    );
    return collection.openIndex(id, definition, false);
  }

  #readCatalogue(): void {
    const byId = new Map<number, StoredCollection>();
    for (const row of this.#file.prepare<[], CollectionRow>('SELECT * FROM collections ORDER BY id').all()) {
      const collection = new StoredCollection(this.#file, row.id, `${row.database}.${row.name}`, new UUID(row.uuid));
      byId.set(row.id, collection);
      this.#collections.set(collection.namespace, collection);
    }
    for (const row of this.#file.prepare<[], IndexRow>('SELECT * FROM indexes ORDER BY id').all()) {
      const definition = row.name === '_id_' ? idIndexDefinition() : indexDefinition(decode(row.definition));
      const collection = byId.get(row.collection);
      collection?.indexes.push(collection.openIndex(row.id, definition, row.multikey === 1));
    }
  }
}

function checkName(database: string, name: string): void {
  const isGood =
    name !== '' && !name.includes('\0') && !name.includes('$') && !name.startsWith('system.') && !name.startsWith('.');
  if (!isGood || !/^[^/\\. "$\0]{1,63}$/.test(database)) {
    throw new StoreError('InvalidNamespace', `Invalid namespace specified '${database}.${name}'`);
  }
}

function isSameIndex(there: IndexDefinition, wanted: IndexDefinition): boolean {
  const isSameKey = areEqual(Object.entries(there.key).flat(), Object.entries(wanted.key).flat());
  const isSameName = there.name === wanted.name;
  if (!isSameKey && !isSameName) return false;
  if (there.name === '_id_' && isSameKey) return true;
  if (!isSameKey) {
    throw new StoreError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index, with another key: ${wanted.name}`,
    );
  }
  const isSame = areEqual({ ...there.document, name: '' }, { ...wanted.document, name: '' });
  if (isSame && isSameName) return true;
  if (isSame) throw new StoreError('IndexOptionsConflict', `Index already exists with a different name: ${there.name}`);
  const isOtherFilter = !areEqual(
    there.document['partialFilterExpression'],
    wanted.document['partialFilterExpression'],
  );
  if (isOtherFilter && !isSameName) return false;
  throw new StoreError(
    isSameName ? 'IndexKeySpecsConflict' : 'IndexOptionsConflict',
    `An equivalent index already exists with other options: ${there.name}`,
  );
}

function translated(cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return cause;
  if (cause.code === 'SQLITE_FULL' || cause.code === 'SQLITE_IOERR_WRITE')
    return new StoreError('OutOfDiskSpace', 'there is no room on the disk: not everything was written');
  if (cause.code.startsWith('SQLITE_'))
    return new StoreError('InternalError', `the database file: ${cause.message} (${cause.code})`);
  return cause;
}
