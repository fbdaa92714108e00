/** How one item of a batch came out. */
export type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

/** More than this in one trip would make others wait for it. */
const mostAtOnce = 100;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends what comes one by one in batches: the first at once, and what comes while a batch is under way is the next. On a
 * quiet server nothing waits; the busier it is, the fewer trips it makes. `send` gives an outcome for each item, in their
 * order; when it throws, every item of that batch has failed.
 */
export function createBatches<Item, Result>(
  send: (items: readonly Item[]) => Promise<readonly Outcome<Result>[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let underWay = false;

  async function sendAll() {
    underWay = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      await sendOne(batch);
    }
    underWay = false;
  }

  async function sendOne(batch: readonly Waiting<Item, Result>[]) {
    try {
      const outcomes = await send(batch.map(({ item }) => item));
      for (const [place, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[place] ?? { error: new Error('A batch came back without one of its items.') };
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.result);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!underWay) void sendAll();
    });
}
