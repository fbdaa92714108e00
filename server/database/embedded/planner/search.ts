import { StoreError } from '../errors.ts';
import type { Condition } from '../query/condition.ts';
import { documentKeys } from '../query/index-keys.ts';
import type { KeyPattern } from '../query/index-keys.ts';
import { matches } from '../query/matches.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { decode } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { candidates } from './candidates.ts';
import { plan } from './plan.ts';
import type { Plan } from './plan.ts';

/** What is looked for. `limit` undefined is no limit. `deadlineMs` is on the clock of `Date.now`. */
export type Search = {
  filter: Condition;
  sort: KeyPattern;
  skip: number;
  limit: number | undefined;
  hint: unknown;
  deadlineMs: number | undefined;
};

/** A document that was found. */
export type Found = { record: number; bytes: Uint8Array; document: BsonDocument };

/** How much work a search was, for explain. */
export type Examined = { keys: number; documents: number };

/** A search for everything that meets a filter. */
export function searchFor(filter: Condition, options: Partial<Search> = {}): Search {
  return { filter, sort: [], skip: 0, limit: undefined, hint: undefined, deadlineMs: undefined, ...options };
}

const maxSortBytes = 100 * 1024 * 1024;
const documentsPerClockLook = 128;

/** Yields what is found, lazily unless it must be sorted. A collection that is not there holds nothing. */
export function* search(
  collection: StoredCollection | undefined,
  wanted: Search,
  examined: Examined = { keys: 0, documents: 0 },
): Generator<Found> {
  if (collection === undefined) return;
  const chosen = plan(collection, wanted.filter, wanted.sort, wanted.hint);
  const found = matching(collection, chosen, wanted, examined);
  const ordered = chosen.sorted ? found : sorted(found, wanted);
  yield* window(ordered, wanted.skip, wanted.limit);
}

function* matching(collection: StoredCollection, chosen: Plan, wanted: Search, examined: Examined): Generator<Found> {
  for (const { record, bytes } of candidates(collection, chosen, examined)) {
    examined.documents += 1;
    if (examined.documents % documentsPerClockLook === 0) checkDeadline(wanted.deadlineMs);
    const document = decode(bytes);
    if (matches(wanted.filter, document)) yield { record, bytes, document };
  }
}

function checkDeadline(deadlineMs: number | undefined): void {
  if (deadlineMs !== undefined && Date.now() > deadlineMs)
    throw new StoreError('MaxTimeMSExpired', 'operation exceeded time limit');
}

type Keyed = { key: Buffer; place: number; record: number; bytes: Uint8Array };

/** Sorts in memory, keeping only as many as can still come out; equal ones stay in the order they were found. */
function* sorted(found: Iterable<Found>, wanted: Search): Generator<Found> {
  const keep = wanted.limit === undefined ? undefined : wanted.skip + wanted.limit;
  let kept: Keyed[] = [];
  let bytesKept = 0;
  let place = 0;
  for (const { record, bytes, document } of found) {
    const [key = Buffer.alloc(0)] = documentKeys(wanted.sort, document).keys;
    kept.push({ key, place, record, bytes });
    bytesKept += bytes.length + key.length;
    place += 1;
    if (keep !== undefined && kept.length >= 2 * keep + 100) {
      kept = kept.sort(byKey).slice(0, keep);
      bytesKept = kept.reduce((sum, one) => sum + one.bytes.length + one.key.length, 0);
    }
    if (bytesKept > maxSortBytes) {
      throw new StoreError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Sort exceeded memory limit of ${maxSortBytes} bytes; an index would serve it`,
      );
    }
  }
  for (const { record, bytes } of kept.sort(byKey)) yield { record, bytes, document: decode(bytes) };
}

function byKey(left: Keyed, right: Keyed): number {
  return Buffer.compare(left.key, right.key) || left.place - right.place;
}

function* window(found: Iterable<Found>, skip: number, limit: number | undefined): Generator<Found> {
  if (limit === 0) return;
  let place = 0;
  for (const one of found) {
    place += 1;
    if (place <= skip) continue;
    yield one;
    if (limit !== undefined && place >= skip + limit) return;
  }
}
