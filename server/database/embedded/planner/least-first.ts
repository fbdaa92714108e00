/** A binary heap: whatever is in it, the least comes out first. */
export class LeastFirst<Item> {
  readonly #items: Item[] = [];
  readonly #isBefore: (left: Item, right: Item) => boolean;

  constructor(isBefore: (left: Item, right: Item) => boolean) {
    this.#isBefore = isBefore;
  }

  add(item: Item): void {
    let place = this.#items.push(item) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.#swapUnlessInOrder(above, place)) return;
      place = above;
    }
  }

  /** Takes the least out; undefined when nothing is left. */
  take(): Item | undefined {
    const [least] = this.#items;
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return least;
    this.#items[0] = last;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const right = left + 1;
      const below = this.#isBeforeAt(right, left) ? right : left;
      if (!this.#swapUnlessInOrder(place, below)) return least;
      place = below;
    }
  }

  #isBeforeAt(left: number, right: number): boolean {
    const [one, other] = [this.#items[left], this.#items[right]];
    return one !== undefined && other !== undefined && this.#isBefore(one, other);
  }

  #swapUnlessInOrder(above: number, below: number): boolean {
    const [upper, lower] = [this.#items[above], this.#items[below]];
    if (upper === undefined || lower === undefined || !this.#isBefore(lower, upper)) return false;
    this.#items[above] = lower;
    this.#items[below] = upper;
    return true;
  }
}
