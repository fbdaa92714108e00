/** How often one network may ask for help: enough for an office, too little to fill every rep's list (H-62). */
import { AppError } from '../../shared/contract/errors.ts';
import type { Clock } from '../config/clock.ts';
import { createTokenBucket } from '../edge/token-bucket.ts';
import type { TokenBucket } from '../edge/token-bucket.ts';

const asks = { burst: 30, perSecond: 1 / 20 };
/** After this time a bucket is full again, and need not be remembered. */
const refilledMs = (asks.burst / asks.perSecond) * 1000;
/** On this machine are its own users, and everybody who comes through a proxy that is not named as trusted. */
const thisMachine: ReadonlySet<string> = new Set(['127.0.0.1', '0:0:0:0::/64']);

export interface AskLimit {
  /** Counts one request. @throws AppError `too-many-tries` */
  take(address: string): void;
}

/** Kept in memory: a restart forgives, and what it guards is the reps' patience, not a secret. */
export function createAskLimit(clock: Clock): AskLimit {
  const buckets = new Map<string, { readonly bucket: TokenBucket; usedAt: number }>();
  return {
    take(address) {
      if (thisMachine.has(address)) return;
      const now = clock.now();
      const known = buckets.get(address)?.bucket ?? createTokenBucket(asks, now);
      // Taken out and put in again, so that the map stays in the order of use and its old end can be forgotten.
      buckets.delete(address);
      buckets.set(address, { bucket: known, usedAt: now });
      for (const [old, { usedAt }] of buckets) {
        if (now - usedAt < refilledMs) break;
        buckets.delete(old);
      }
      if (!known.take(now)) {
        throw new AppError('too-many-tries', { text: 'Many requests came from your network. Try again in a minute.' });
      }
    },
  };
}
