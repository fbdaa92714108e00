/** Lets through `burst` at once and `perSecond` in the long run. */
export interface TokenBucket {
  /** Takes one at `now` (milliseconds); `false` when there is none left. */
  take(now: number): boolean;
}

/** A full bucket at `now`. */
export function createTokenBucket(limit: { burst: number; perSecond: number }, now: number): TokenBucket {
  let left = limit.burst;
  let last = now;
  return {
    take(at) {
      left = Math.min(limit.burst, left + (Math.max(0, at - last) / 1000) * limit.perSecond);
      last = Math.max(last, at);
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
