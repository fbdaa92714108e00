import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { LiveBoard } from '../../shared/contract/live-board.ts';
import type { Clock } from '../config/clock.ts';
import type { Today } from './statistics-service.ts';

/** Counted anew no sooner: boards ask every few seconds, and half a minute old is new enough for the sum of a day. */
const FRESH_MS = 30_000;
/** So many different questions are remembered: one for each circle of reps that somebody looks at. */
const MOST_KNOWN = 50;

/** Everybody who asks the same within half a minute shares one count. */
export function shareToday(
  count: (reps: readonly AccountId[] | undefined) => Promise<Today>,
  clock: Clock,
): (reps: readonly AccountId[] | undefined) => Promise<LiveBoard['today']> {
  const known = new Map<string, { readonly at: number; readonly counted: Promise<Today> }>();
  return async (reps) => {
    const key = reps?.join(' ') ?? 'all';
    const now = clock.now();
    let shared = known.get(key);
    if (shared === undefined || now - shared.at >= FRESH_MS) {
      if (known.size >= MOST_KNOWN) known.clear();
      shared = { at: now, counted: count(reps) };
      known.set(key, shared);
      // What failed is not remembered; whoever asked hears of it.
      shared.counted.catch(() => known.delete(key));
    }
    const { requests, answered, quick, gaveUp } = await shared.counted;
    return { requests, answered, quick, gaveUp };
  };
}
