/** When to try again, kept apart from what is tried: growing, jittered, bounded. */
export interface ReconnectPolicy {
  /** Milliseconds to wait before attempt `attempt` (1 is the first after a break). */
  delayMs(attempt: number): number;
}

const FIRST_MS = 300;
const LONGEST_MS = 10_000;

/**
 * Doubles from 0.3 s to 10 s and spreads each wait by a quarter, so that thousands of clients do not return together
 * when a server comes back. `random` gives numbers from 0 up to 1.
 */
export function growingDelays(random: () => number = Math.random): ReconnectPolicy {
  return {
    delayMs(attempt) {
      const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10));
      return Math.round(whole * (0.75 + random() * 0.5));
    },
  };
}
