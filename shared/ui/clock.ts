/** Where a component gets its time from; tests hand in one that they advance. */
export type Clock = {
  /** Unix time in ms. */
  now: () => number;
  /** Runs once after `delayMs`; the returned function calls it off, any number of times. */
  after: (delayMs: number, run: () => void) => () => void;
};

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
