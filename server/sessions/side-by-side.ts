/** Enough to keep the store busy, and few enough to leave it to others too. */
const AT_ONCE = 20;

/** Does the work for each, some at a time: one after the other, a start with hundreds of sessions would wait for each trip to the store. */
export async function sideBySide<Item>(items: Iterable<Item>, work: (item: Item) => Promise<unknown>): Promise<void> {
  // Shared by all workers, each of which takes the next one.
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
