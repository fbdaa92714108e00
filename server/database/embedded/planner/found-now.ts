import type { Condition } from '../query/condition.ts';
import { matches } from '../query/matches.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { all, breath, firstOf, mapped } from '../turns.ts';
import type { Breath, Steps } from '../turns.ts';
import { decode } from '../values/codec.ts';
import { search } from './search.ts';
import type { Found, Search } from './search.ts';

/**
 * The first document found, as it is at this moment: nothing comes between this and what is done with it, up to the next breath. One
 * that others changed while the search gave way to them, so that it no longer matches, is looked for anew.
 */
export function* firstNow(collection: StoredCollection | undefined, wanted: Search): Steps<Found | undefined> {
  for (;;) {
    const found = yield* firstOf(search(collection, { ...wanted, limit: 1 }));
    if (found === undefined || collection === undefined) return undefined;
    const now = asItIsNow(collection, found.record, wanted.filter);
    if (now !== undefined) return now;
  }
}

/** The same as a flow of one document or none. */
export function* oneNow(collection: StoredCollection, wanted: Search): Generator<Found | Breath> {
  const found = yield* firstNow(collection, wanted);
  if (found !== undefined) yield found;
}

/**
 * Every document found, each as it is at the moment it is yielded, with a breath after it. What is to be changed is found before anything
 * changes: a changed key must not be met again further on in its index.
 */
export function* eachNow(collection: StoredCollection, wanted: Search): Generator<Found | Breath> {
  // Each once: a key that others change while the search gives way to them may be met again.
  const records = new Set(yield* all(mapped(search(collection, wanted), ({ record }) => record)));
  for (const record of records) {
    const found = asItIsNow(collection, record, wanted.filter);
    if (found !== undefined) yield found;
    yield breath;
  }
}

function asItIsNow(collection: StoredCollection, record: number, filter: Condition): Found | undefined {
  collection.assertAlive();
  const bytes = collection.read(record);
  if (bytes === undefined) return undefined;
  const document = decode(bytes);
  return matches(filter, document) ? { record, bytes, document } : undefined;
}
