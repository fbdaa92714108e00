/** Wakes when the next consent runs out. */
export interface ExpiryTimer {
  /** In place of what was set before; `undefined` for nothing to wait for. */
  set(inMs: number | undefined): void;
}

export function createExpiryTimer(wake: () => void): ExpiryTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    set(inMs) {
      clearTimeout(timer);
      // A timer holds at most 2^31 ms; consents end far sooner, but the bound is the platform's, not ours.
      timer = inMs === undefined ? undefined : setTimeout(wake, Math.min(inMs, 2 ** 31 - 1));
    },
  };
}
