import { Breath, breath } from '../turns.ts';
import type { Flow, Steps } from '../turns.ts';
import { LeastFirst } from './least-first.ts';

const runLength = 2048;
const itemsPerBreath = 256;

/**
 * Sorts many items without ever working long without a breath: short runs are sorted at once and merged as the result is read.
 * Equal items keep their order.
 */
export class MergeSort<Item> {
  #runs: Item[][] = [];
  #open: Item[] = [];
  readonly #compare: (left: Item, right: Item) => number;

  constructor(compare: (left: Item, right: Item) => number) {
    this.#compare = compare;
  }

  add(item: Item): void {
    this.#open.push(item);
    if (this.#open.length === runLength) this.#closeRun();
  }

  /** The items in order, with a breath now and then. Adds nothing after this. */
  sorted(): Generator<Item | Breath> {
    this.#closeRun();
    const runs = this.#runs;
    this.#runs = [];
    return merged(runs, this.#compare);
  }

  #closeRun(): void {
    if (this.#open.length > 0) this.#runs.push(this.#open.sort(this.#compare));
    this.#open = [];
  }
}

type Head<Item> = { item: Item; place: number; rest: Iterator<Item | Breath> };

/** Merges sources that are each in order into one; of equal items those of the earlier source come first. */
export function* merged<Item>(
  sources: readonly Flow<Item>[],
  compare: (left: Item, right: Item) => number,
): Generator<Item | Breath> {
  const heads = new LeastFirst<Head<Item>>(
    (left, right) => (compare(left.item, right.item) || left.place - right.place) < 0,
  );
  for (const [place, source] of sources.entries()) yield* advance(heads, source[Symbol.iterator](), place);
  for (let count = 1; ; count += 1) {
    const least = heads.take();
    if (least === undefined) return;
    yield least.item;
    yield* advance(heads, least.rest, least.place);
    if (count % itemsPerBreath === 0) yield breath;
  }
}

function* advance<Item>(heads: LeastFirst<Head<Item>>, rest: Iterator<Item | Breath>, place: number): Steps<void> {
  for (;;) {
    const next = rest.next();
    if (next.done === true) return;
    if (!(next.value instanceof Breath)) return heads.add({ item: next.value, place, rest });
    yield breath;
  }
}
