/** Where the time comes from. Handed in, so that rules about time can be tested without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
