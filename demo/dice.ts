/** Chance that falls the same way in every demo, so that pictures of it can be compared. Never for secrets. */
export interface Dice {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True in this share of throws, 0 to 1. */
  happens(share: number): boolean;
  /** One of a list that is not empty. */
  oneOf<T>(list: readonly T[]): T;
}

export function createDice(seed = 20_261_124): Dice {
  let state = seed;
  // Mulberry32: small, and even enough for stories.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    happens: (share) => next() < share,
    oneOf<T>(list: readonly T[]): T {
      const [first, ...rest] = list;
      if (first === undefined) throw new Error('Nothing to choose from');
      return [first, ...rest][between(0, rest.length)] ?? first;
    },
  };
}
