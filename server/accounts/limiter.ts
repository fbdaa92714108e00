/** Runs `work` when its turn comes. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `atOnce` run together and `waiting` more wait in order; the next one is refused with the error of `refuse`. */
export function createLimiter(limits: { atOnce: number; waiting: number; refuse: () => Error }): Limiter {
  let running = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (running >= limits.atOnce) {
      if (line.length >= limits.waiting) throw limits.refuse();
      // Whoever finishes hands the place over, so `running` is right without being counted again.
      await new Promise<void>((resolve) => line.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
