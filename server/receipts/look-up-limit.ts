/** How often one address may come with a link that leads nowhere: right ones cost nothing. */
import { AppError } from '../../shared/contract/errors.ts';
import { addressKey } from '../codes/address-key.ts';
import type { Clock } from '../config/clock.ts';
import { createTokenBucket } from '../edge/token-bucket.ts';
import type { TokenBucket } from '../edge/token-bucket.ts';

/** Whoever has cut a link off while copying it has enough; who tries tokens out has not. */
const wrongTries = { burst: 20, perSecond: 1 / 30 };
/** After this time a bucket is full again, and need not be remembered. */
const refilledMs = (wrongTries.burst / wrongTries.perSecond) * 1000;

export interface LookUpLimit {
  /** Looks something up; what is not found is counted. @throws AppError `too-many-tries` */
  look<Found>(address: string, find: () => Promise<Found | undefined>): Promise<Found | undefined>;
}

/** Kept in memory: a restart forgives, and 128 bits cannot be guessed anyway. It keeps a flood from the store. */
export function createLookUpLimit(clock: Clock): LookUpLimit {
  const tries = new Map<string, { readonly bucket: TokenBucket; readonly usedAt: number }>();

  function bucketOf(address: string, now: number): TokenBucket {
    const key = addressKey(address);
    const bucket = tries.get(key)?.bucket ?? createTokenBucket(wrongTries, now);
    // Taken out and put in again, so that the map stays in the order of use and its old end can be forgotten.
    tries.delete(key);
    tries.set(key, { bucket, usedAt: now });
    for (const [old, { usedAt }] of tries) {
      if (now - usedAt < refilledMs) break;
      tries.delete(old);
    }
    return bucket;
  }

  return {
    async look(address, find) {
      const now = clock.now();
      const bucket = bucketOf(address, now);
      if (bucket.waitMs(now) > 0) throw new AppError('too-many-tries');
      const found = await find();
      if (found === undefined) bucket.take(now);
      return found;
    },
  };
}
