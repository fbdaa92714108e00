/**
 * Slows down whoever guesses passwords, by account and by address. Counted in the store, so that neither a restart nor
 * a second server process forgives anything.
 */
import { AppError } from '../../shared/contract/errors.ts';
import type { Clock } from '../config/clock.ts';
import { isDuplicateKey } from '../documents/duplicate-key.ts';
import type { SignInThrottleModel } from './sign-in-throttle-model.ts';

const WINDOW_MS = 15 * 60_000;
const MAX_TRIES = { account: 10, address: 30 } as const;

export interface SignInThrottle {
  /**
   * Counts one try before the password is looked at, so that tries made at the same moment count too. Throws
   * `too-many-tries` when there were too many. The returned function takes the try back, for one that was right.
   */
  begin(userId: string, address: string): Promise<() => Promise<void>>;
}

export function createSignInThrottle(model: SignInThrottleModel, clock: Clock): SignInThrottle {
  return {
    async begin(userId, address) {
      const window = Math.floor(clock.now() / WINDOW_MS);
      const counted = [
        { id: `account:${userId.toLowerCase()}:${window}`, max: MAX_TRIES.account },
        { id: `address:${address}:${window}`, max: MAX_TRIES.address },
      ];
      for (const { id, max } of counted) {
        if ((await count(id, 1, (window + 2) * WINDOW_MS)) > max) throw new AppError('too-many-tries');
      }
      return async () => {
        for (const { id } of counted) await count(id, -1, (window + 2) * WINDOW_MS);
      };
    },
  };

  async function count(id: string, change: 1 | -1, expiresAtMs: number): Promise<number> {
    const update = { $inc: { count: change }, $setOnInsert: { expiresAt: new Date(expiresAtMs) } };
    const options = { upsert: true, returnDocument: 'after', lean: true } as const;
    try {
      return (await model.findOneAndUpdate({ _id: id }, update, options))?.count ?? 1;
    } catch (error) {
      // Two first tries at the same moment: one of the two upserts finds the document made by the other.
      if (!isDuplicateKey(error)) throw error;
      return (await model.findOneAndUpdate({ _id: id }, update, options))?.count ?? 1;
    }
  }
}
