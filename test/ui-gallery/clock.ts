import type { Clock } from '../../shared/ui/clock.ts';

/** 12 June 2025, 10:11 in Ostervale: the moment all pictures show. */
export const NOW_MS = Date.UTC(2025, 5, 12, 8, 11);

/** Stands still for reading, and lets short waits (arming, skeletons) come true. */
export const stillClock: Clock = {
  now: () => NOW_MS,
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs >= 1000 ? 2 ** 30 : delayMs);
    return () => clearTimeout(timer);
  },
};
