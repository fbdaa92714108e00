/** Yielded by work that others may now interrupt: nothing is half done. */
export class Breath {
  readonly kind = 'breath';
}

/** The one that everybody yields. */
export const breath = new Breath();

/** Work that takes breaths and ends with a result. */
export type Steps<Result> = Generator<Breath, Result>;

/** Items of which the next may need several breaths. */
export type Flow<Item> = Iterable<Item | Breath>;

const turnMs = 5;

/** How long the work of one request has the process for itself before the others have theirs. */
export class Turn {
  #startedMs = 0;

  start(): void {
    this.#startedMs = performance.now();
  }

  spentMs(): number {
    return performance.now() - this.#startedMs;
  }

  isOver(): boolean {
    return this.spentMs() >= turnMs;
  }
}

/** Working time that is left; time in which others had their turn does not count. Undefined is without end. */
export type TimeLeft = { leftMs: number | undefined };

/** What bounds a request's work: its time, looked up after each turn, and whether anybody still waits for the result. */
export type WorkBounds = { context: { time: TimeLeft }; isWanted: () => boolean; onTimeout: () => Error };

/**
 * Does the work turn by turn: after each turn every other request that has arrived has its own. Resolves with the result, or with
 * undefined when nobody wants it any longer.
 */
export async function inTurns<Result>(
  steps: Steps<Result>,
  turn: Turn,
  { context, isWanted, onTimeout }: WorkBounds,
): Promise<Result | undefined> {
  let isDone = false;
  try {
    for (;;) {
      turn.start();
      let step = steps.next();
      while (step.done !== true && !turn.isOver()) step = steps.next();
      const { time } = context;
      if (time.leftMs !== undefined) time.leftMs -= turn.spentMs();
      if (step.done === true) {
        isDone = true;
        return step.value;
      }
      if (time.leftMs !== undefined && time.leftMs <= 0) throw onTimeout();
      await othersTurn();
      if (!isWanted()) return undefined;
    }
  } finally {
    // Work that is left in the middle lets go of what it holds, such as its cursor.
    if (!isDone) endEarly(steps);
  }
}

/** Ends work in the middle: what it holds it lets go of. */
export function endEarly(steps: Iterator<unknown>): void {
  steps.return?.();
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The items that pass, changed; breaths pass by. */
export function* mapped<Item, Result>(items: Flow<Item>, change: (item: Item) => Result): Generator<Result | Breath> {
  for (const item of items) yield item instanceof Breath ? breath : change(item);
}

/** The items that meet a condition. */
export function* filtered<Item>(items: Flow<Item>, isMeant: (item: Item) => boolean): Generator<Item | Breath> {
  for (const item of items) if (item instanceof Breath || isMeant(item)) yield item;
}

/** Shows every item to `look`, and ends. */
export function* eachOf<Item>(items: Flow<Item>, look: (item: Item) => void): Steps<void> {
  for (const item of items) {
    if (item instanceof Breath) yield breath;
    else look(item);
  }
}

/** All items in one array. */
export function* all<Item>(items: Flow<Item>): Steps<Item[]> {
  const collected: Item[] = [];
  yield* eachOf(items, (item) => collected.push(item));
  return collected;
}

/** The first item, or undefined when there is none; the others are not asked for. */
export function* firstOf<Item>(items: Flow<Item>): Steps<Item | undefined> {
  for (const item of items) {
    if (!(item instanceof Breath)) return item;
    yield breath;
  }
  return undefined;
}

/** A breath after every so many items, for sources that work fast but have many. */
export function* breathing<Item>(items: Iterable<Item>, itemsPerBreath = 256): Generator<Item | Breath> {
  let count = 0;
  for (const item of items) {
    yield item;
    count += 1;
    if (count % itemsPerBreath === 0) yield breath;
  }
}
