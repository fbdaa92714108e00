import { createBatches } from './in-batches.ts';

/**
 * Finds records by a key, those that are sought at the same time in one trip: when thousands come back in one moment, each
 * asks the same few questions of itself. On a quiet server nothing waits, and no answer is older than its question.
 * `find` gives every record that has one of the keys, and of those with the same key the order is kept.
 */
export function findTogether<Key, Found>(
  find: (keys: readonly Key[]) => Promise<readonly Found[]>,
  keyOf: (found: Found) => Key | undefined,
): (key: Key) => Promise<readonly Found[]> {
  return createBatches(async (keys: readonly Key[]) => {
    const byKey = new Map<Key, Found[]>(keys.map((key) => [key, []]));
    for (const found of await find([...byKey.keys()])) {
      const key = keyOf(found);
      if (key !== undefined) byKey.get(key)?.push(found);
    }
    return keys.map((key) => ({ result: byKey.get(key) ?? [] }));
  });
}
