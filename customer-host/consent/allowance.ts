/** So much at once, and so much a second in the long run. */
export interface AllowanceLimit {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Allowance {
  /** Takes `count` at `now` (milliseconds); takes nothing and says false when there is less. */
  take(count: number, now: number): boolean;
}

/** Full at the beginning. A clock that goes back gives nothing. */
export function createAllowance({ burst, perSecond }: AllowanceLimit): Allowance {
  let left = burst;
  let last: number | undefined;
  return {
    take(count, now) {
      const elapsedMs = last === undefined ? 0 : Math.max(0, now - last);
      last = now;
      left = Math.min(burst, left + (elapsedMs * perSecond) / 1000);
      if (left < count) return false;
      left -= count;
      return true;
    },
  };
}
