import type { Store } from './storage/store.ts';
import type { StoredCollection } from './storage/stored-collection.ts';
import type { StoredIndex } from './storage/stored-index.ts';
import { Turn, breath, inTurns } from './turns.ts';
import type { Steps } from './turns.ts';
import { decode } from './values/codec.ts';
import { encodeKey } from './values/key-writer.ts';
import { rankOf } from './values/kinds.ts';

const documentsPerTransaction = 200;

/** What expiring needs. */
export type ExpiryOptions = {
  store: Store;
  intervalMs: number;
  now: () => Date;
  report: (message: string, cause: unknown) => void;
};

/** Takes away what has expired, now and then every so often. `stop` resolves when nothing of it works any longer. */
export function keepExpiring({ store, intervalMs, now, report }: ExpiryOptions): { stop: () => Promise<void> } {
  let isWanted = true;
  let running: Promise<unknown> | undefined;
  const bounds = {
    context: { time: { leftMs: undefined } },
    isWanted: () => isWanted,
    onTimeout: () => new Error('without end'),
  };
  const look = (): void => {
    running ??= inTurns(removeExpired(store, now()), new Turn(), bounds)
      .catch((cause: unknown) => report('expired documents could not be removed', cause))
      .finally(() => (running = undefined));
  };
  look();
  const timer = setInterval(look, intervalMs);
  return {
    stop: async () => {
      isWanted = false;
      clearInterval(timer);
      await running;
    },
  };
}

/** Takes away every document whose TTL index says that it is over. Values that are no dates never expire. */
function* removeExpired(store: Store, now: Date): Steps<void> {
  for (const collection of store.all()) {
    for (const index of [...collection.indexes]) yield* removeExpiredBy(store, collection, index, now);
  }
}

function* removeExpiredBy(store: Store, collection: StoredCollection, index: StoredIndex, now: Date): Steps<void> {
  const { expireAfterSeconds, pattern } = index.definition;
  if (expireAfterSeconds === undefined) return;
  const descending = pattern[0]?.descending ?? false;
  const threshold = new Date(now.getTime() - expireAfterSeconds * 1000);
  const typeStart = Buffer.from([rankOf.date]);
  const limit = encodeKey(threshold, descending);
  const range = descending ? { low: limit, high: Buffer.from([0x100 - rankOf.date]) } : { low: typeStart, high: limit };
  while (!collection.isDropped && !index.isDropped) {
    const entries = index.read(range, undefined, false, documentsPerTransaction);
    if (entries.length === 0) return;
    const records = new Map(entries.map(({ record, bytes }) => [record, bytes]));
    store.write(() => {
      for (const [record, bytes] of records) collection.remove(record, decode(bytes));
    });
    yield breath;
  }
}
