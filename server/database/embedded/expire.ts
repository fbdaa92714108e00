import type { Store } from './storage/store.ts';
import type { StoredCollection } from './storage/stored-collection.ts';
import type { StoredIndex } from './storage/stored-index.ts';
import { decode } from './values/codec.ts';
import { encodeKey } from './values/key-writer.ts';
import { rankOf } from './values/kinds.ts';

const batchSize = 500;

/** Takes away every document whose TTL index says that it is over. Returns how many. Values that are no dates never expire. */
export function removeExpired(store: Store, now: Date): number {
  let removed = 0;
  for (const collection of store.all()) {
    for (const index of collection.indexes) removed += removeExpiredBy(store, collection, index, now);
  }
  return removed;
}

function removeExpiredBy(store: Store, collection: StoredCollection, index: StoredIndex, now: Date): number {
  const { expireAfterSeconds, pattern } = index.definition;
  if (expireAfterSeconds === undefined) return 0;
  const descending = pattern[0]?.descending ?? false;
  const threshold = new Date(now.getTime() - expireAfterSeconds * 1000);
  const typeStart = Buffer.from([rankOf.date]);
  const limit = encodeKey(threshold, descending);
  const range = descending ? { low: limit, high: Buffer.from([0x100 - rankOf.date]) } : { low: typeStart, high: limit };
  let removed = 0;
  for (;;) {
    const entries = index.read(range, undefined, false, batchSize);
    if (entries.length === 0) return removed;
    const records = new Map(entries.map(({ record, bytes }) => [record, bytes]));
    store.write(() => {
      for (const [record, bytes] of records) collection.remove(record, decode(bytes));
    });
    removed += records.size;
  }
}
