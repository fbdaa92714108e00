import type { Condition } from '../query/condition.ts';
import { documentKeys } from '../query/index-keys.ts';
import type { KeyPattern } from '../query/index-keys.ts';
import { matches } from '../query/matches.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { Breath, all, breath, mapped } from '../turns.ts';
import type { Flow } from '../turns.ts';
import { decode } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { candidates } from './candidates.ts';
import type { Examined } from './candidates.ts';
import { MergeSort } from './merge-sort.ts';
import { plan } from './plan.ts';
import type { Plan } from './plan.ts';
import { SortMemory } from './sort-documents.ts';

/** What is looked for. `limit` undefined is no limit. */
export type Search = {
  filter: Condition;
  sort: KeyPattern;
  skip: number;
  limit: number | undefined;
  hint: unknown;
};

/** A document that was found. */
export type Found = { record: number; bytes: Uint8Array; document: BsonDocument };

/** A search for everything that meets a filter. */
export function searchFor(filter: Condition, options: Partial<Search> = {}): Search {
  return { filter, sort: [], skip: 0, limit: undefined, hint: undefined, ...options };
}

/** Yields what is found, lazily unless it must be sorted. A collection that is not there holds nothing. */
export function* search(
  collection: StoredCollection | undefined,
  wanted: Search,
  examined: Examined = { keys: 0, documents: 0 },
): Generator<Found | Breath> {
  if (collection === undefined) return;
  const chosen = plan(collection, wanted.filter, wanted.sort, wanted.hint);
  const found = matching(collection, chosen, wanted, examined);
  const ordered = chosen.sorted ? found : sorted(found, wanted);
  yield* window(ordered, wanted.skip, wanted.limit);
}

function* matching(
  collection: StoredCollection,
  chosen: Plan,
  wanted: Search,
  examined: Examined,
): Generator<Found | Breath> {
  for (const candidate of candidates(collection, chosen, examined)) {
    if (candidate instanceof Breath) {
      yield breath;
      continue;
    }
    examined.documents += 1;
    const { record, bytes } = candidate;
    const document = decode(bytes);
    if (matches(wanted.filter, document)) yield { record, bytes, document };
  }
}

type Keyed = { key: Buffer; record: number; bytes: Uint8Array };

/** Sorts in memory, keeping only as many as can still come out; equal ones stay in the order they were found. */
function* sorted(found: Flow<Found>, wanted: Search): Generator<Found | Breath> {
  const keep = wanted.limit === undefined ? undefined : wanted.skip + wanted.limit;
  const memory = new SortMemory();
  let kept = new MergeSort(byKey);
  let count = 0;
  for (const one of found) {
    if (one instanceof Breath) {
      yield breath;
      continue;
    }
    const [key = Buffer.alloc(0)] = documentKeys(wanted.sort, one.document).keys;
    kept.add({ key, record: one.record, bytes: one.bytes });
    memory.keep(key.length + one.bytes.length);
    count += 1;
    if (keep === undefined || count < 2 * keep + 100) continue;
    const best = yield* all(window(kept.sorted(), 0, keep));
    kept = new MergeSort(byKey);
    memory.clear();
    count = best.length;
    for (const item of best) {
      kept.add(item);
      memory.keep(item.key.length + item.bytes.length);
    }
  }
  yield* mapped(kept.sorted(), ({ record, bytes }) => ({ record, bytes, document: decode(bytes) }));
}

function byKey(left: Keyed, right: Keyed): number {
  return Buffer.compare(left.key, right.key);
}

function* window<Item>(items: Flow<Item>, skip: number, limit: number | undefined): Generator<Item | Breath> {
  if (limit === 0) return;
  let place = 0;
  for (const item of items) {
    if (item instanceof Breath) {
      yield breath;
      continue;
    }
    place += 1;
    if (place <= skip) continue;
    yield item;
    if (limit !== undefined && place >= skip + limit) return;
  }
}
