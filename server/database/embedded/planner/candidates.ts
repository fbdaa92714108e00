import type { StoredCollection, StoredDocument } from '../storage/stored-collection.ts';
import type { IndexEntry, KeyRange, StoredIndex } from '../storage/stored-index.ts';
import type { Plan } from './plan.ts';

const firstChunk = 16;
const largestChunk = 256;

/**
 * The documents that a plan leads to, each once, read in growing chunks: between two chunks other commands may write, so a cursor holds
 * no lock. `examined` counts keys read.
 */
export function* candidates(
  collection: StoredCollection,
  plan: Plan,
  examined: { keys: number },
): Generator<StoredDocument> {
  if (plan.kind === 'collection') yield* inNaturalOrder(collection, plan.backwards);
  else yield* inIndex(collection, plan.index, plan.ranges, plan.backwards, examined);
}

function* inNaturalOrder(collection: StoredCollection, backwards: boolean): Generator<StoredDocument> {
  let last: number | undefined;
  for (let chunk = firstChunk; ; chunk = Math.min(chunk * 2, largestChunk)) {
    collection.assertAlive();
    const documents = collection.readInOrder(last, backwards, chunk);
    yield* documents;
    last = documents.at(-1)?.record;
    if (documents.length < chunk) return;
  }
}

function* inIndex(
  collection: StoredCollection,
  index: StoredIndex,
  ranges: readonly KeyRange[],
  backwards: boolean,
  examined: { keys: number },
): Generator<StoredDocument> {
  const seen = new Set<number>();
  const mayRepeat = index.isMultikey;
  for (const range of backwards ? ranges.toReversed() : ranges) {
    let last: IndexEntry | undefined;
    for (let chunk = firstChunk; ; chunk = Math.min(chunk * 2, largestChunk)) {
      collection.assertAlive();
      if (!collection.indexes.includes(index)) return;
      const entries = index.read(range, last, backwards, chunk);
      for (const entry of entries) {
        examined.keys += 1;
        if (mayRepeat && seen.has(entry.record)) continue;
        if (mayRepeat) seen.add(entry.record);
        yield entry;
      }
      last = entries.at(-1);
      if (entries.length < chunk) break;
    }
  }
}
