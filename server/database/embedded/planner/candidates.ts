import type { StoredCollection, StoredDocument } from '../storage/stored-collection.ts';
import type { IndexEntry, KeyRange, StoredIndex } from '../storage/stored-index.ts';
import { Breath, breath, mapped } from '../turns.ts';
import type { Flow } from '../turns.ts';
import { merged } from './merge-sort.ts';
import type { IndexPlan, Plan, PlannedRange } from './plan.ts';

const firstChunk = 8;
const largestChunk = 256;
const chunkBytes = 256 * 1024;

/** How much work a search was, for explain. */
export type Examined = { keys: number; documents: number };

/**
 * The documents that a plan leads to, each once, read in growing chunks. After each chunk comes a breath, in which other commands may
 * write: a cursor holds no lock.
 */
export function* candidates(
  collection: StoredCollection,
  plan: Plan,
  examined: Examined,
): Generator<StoredDocument | Breath> {
  if (plan.kind === 'collection') yield* inNaturalOrder(collection, plan.backwards);
  else if (plan.kind === 'index') yield* inIndex(collection, plan, examined, new Set(), plan.index.isMultikey);
  else {
    const seen = new Set<number>();
    for (const branch of plan.branches) yield* inIndex(collection, branch, examined, seen, true);
  }
}

function* inNaturalOrder(collection: StoredCollection, backwards: boolean): Generator<StoredDocument | Breath> {
  let last: number | undefined;
  for (let chunk = firstChunk; ;) {
    collection.assertAlive();
    const documents = collection.readInOrder(last, backwards, chunk);
    yield* documents;
    last = documents.at(-1)?.record;
    if (documents.length < chunk) return;
    chunk = nextChunk(chunk, documents);
    yield breath;
  }
}

function* inIndex(
  collection: StoredCollection,
  { index, ranges, backwards, isMerged }: IndexPlan,
  examined: Examined,
  seen: Set<number>,
  mayRepeat: boolean,
): Generator<StoredDocument | Breath> {
  const inOrder = backwards ? ranges.toReversed() : ranges;
  const sources = inOrder.map((range) => inRange(collection, index, range, backwards));
  for (const entry of isMerged ? mergedBySuffix(sources, inOrder, backwards) : inTurn(sources)) {
    if (!(entry instanceof Breath)) {
      examined.keys += 1;
      if (mayRepeat && seen.has(entry.record)) continue;
      if (mayRepeat) seen.add(entry.record);
    }
    yield entry;
  }
}

function* inTurn<Item>(sources: readonly Iterable<Item>[]): Generator<Item> {
  for (const source of sources) yield* source;
}

/** The entries of ranges that are pinned to different values, in the order of what comes after these values. */
function* mergedBySuffix(
  sources: readonly Flow<IndexEntry>[],
  ranges: readonly PlannedRange[],
  backwards: boolean,
): Generator<IndexEntry | Breath> {
  const sign = backwards ? -1 : 1;
  const withSuffix = sources.map((source, place) =>
    mapped(source, (entry) => ({ entry, suffix: entry.key.subarray(ranges[place]?.pinnedBytes ?? 0) })),
  );
  const inOrder = merged(withSuffix, (left, right) => sign * Buffer.compare(left.suffix, right.suffix));
  yield* mapped(inOrder, ({ entry }) => entry);
}

function* inRange(
  collection: StoredCollection,
  index: StoredIndex,
  range: KeyRange,
  backwards: boolean,
): Generator<IndexEntry | Breath> {
  let last: IndexEntry | undefined;
  for (let chunk = firstChunk; ;) {
    collection.assertAlive();
    index.assertAlive();
    const entries = index.read(range, last, backwards, chunk);
    yield* entries;
    last = entries.at(-1);
    if (entries.length < chunk) return;
    chunk = nextChunk(chunk, entries);
    yield breath;
  }
}

/** Twice as many, unless they are so large that reading them would take long and much memory. */
function nextChunk(chunk: number, read: readonly { bytes: Buffer }[]): number {
  const bytes = read.reduce((sum, one) => sum + one.bytes.length, 0);
  const fitting = Math.max(1, Math.floor((chunkBytes * read.length) / Math.max(bytes, 1)));
  return Math.min(chunk * 2, largestChunk, fitting);
}
