/** Lets through `burst` at once and `perSecond` in the long run. */
export interface TokenBucket {
  /** Takes one at `now` (milliseconds); `false` when there is none left. */
  take(now: number): boolean;
  /** How long it is from `now` until there is one, in milliseconds; 0 when there is. */
  waitMs(now: number): number;
}

/** A full bucket at `now`. */
export function createTokenBucket(limit: { burst: number; perSecond: number }, now: number): TokenBucket {
  let left = limit.burst;
  let last = now;
  const refill = (at: number) => {
    left = Math.min(limit.burst, left + (Math.max(0, at - last) / 1000) * limit.perSecond);
    last = Math.max(last, at);
  };
  return {
    waitMs(at) {
      refill(at);
      return left >= 1 ? 0 : Math.ceil(((1 - left) / limit.perSecond) * 1000);
    },
    take(at) {
      refill(at);
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
