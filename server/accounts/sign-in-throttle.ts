/**
 * Slows down whoever guesses passwords, by address, and more so at an account that is under attack. Counted in the store, so that neither a restart nor
 * a second server process forgives anything.
 */
import { AppError } from '../../shared/contract/errors.ts';
import type { Clock } from '../config/clock.ts';
import { isDuplicateKey, isTypeMismatch } from '../documents/write-refusals.ts';
import type { SignInThrottleModel } from './sign-in-throttle-model.ts';

const WINDOW_MS = 15 * 60_000;
/** Tries of one address, whatever accounts it tries. */
const MAX_BY_ADDRESS = 30;
/** Tries of one address at one account. */
const MAX_AT_ACCOUNT = 10;
/** The same for an account at which many tries were made from wherever. */
const MAX_AT_ACCOUNT_UNDER_ATTACK = 3;
/** From so many on an account counts as under attack. */
const ATTACK = 10;
/** Codes of the second step that one address may try at one account. */
const MAX_CODES_THERE = 10;
/** Six-digit codes that addresses from which nobody ever signed in to the account may try together. */
const MAX_CODES_OF_STRANGERS = 20;

export interface SignInThrottle {
  /**
   * Counts one try before the password is looked at, so that tries made at the same moment count too. Throws
   * `too-many-tries` when this address has made too many. However many others made, an address that is not over its own
   * limit is heard: otherwise anybody could lock the owner out (H-5). The returned function takes the try back, for one
   * that was right.
   */
  begin(userId: string, address: string): Promise<() => Promise<void>>;
  /**
   * The same for a code of the second step, by somebody who has shown the right password. The owner's own places are never
   * refused for what strangers tried, and a recovery code, which nobody can guess, is not held against them all.
   */
  beginCode(tried: {
    readonly account: string;
    readonly address: string;
    readonly isKnownPlace: boolean;
    readonly isSixDigits: boolean;
  }): Promise<() => Promise<void>>;
  /** What this process remembers of those that are over a limit: a flood of tries must not become one of queries. */
  isOver(userId: string, address: string): boolean;
}

/** Counts are kept for so much longer than they count: the store clears them by its own clock, which somebody may set. */
const KEPT_MS = 2 * 3_600_000;

/** Remembered in memory; what is forgotten for want of room is known to the store. */
const MOST_REMEMBERED = 20_000;

export function createSignInThrottle(model: SignInThrottleModel, clock: Clock): SignInThrottle {
  const over = new Set<string>();
  let remembered = 0;

  function idsOf(userId: string, address: string) {
    const window = Math.floor(clock.now() / WINDOW_MS);
    if (window !== remembered || over.size > MOST_REMEMBERED) over.clear();
    remembered = window;
    const account = userId.toLowerCase();
    return {
      byAddress: `address:${address}:${window}`,
      there: `pair:${account} ${address}:${window}`,
      atAccount: `account:${account}:${window}`,
      expiresAt: (window + 2) * WINDOW_MS + KEPT_MS,
    };
  }

  return {
    async begin(userId, address) {
      const { byAddress, there, atAccount, expiresAt } = idsOf(userId, address);
      const refuseOver = async (id: string, max: number) => {
        if ((await count(id, 1, expiresAt)) <= max) return;
        over.add(id);
        throw new AppError('too-many-tries');
      };
      // An address that is over its limit says nothing about the account: what it still tries is not counted there.
      await refuseOver(byAddress, MAX_BY_ADDRESS);
      const isAttacked = (await count(atAccount, 1, expiresAt)) > ATTACK;
      await refuseOver(there, isAttacked ? MAX_AT_ACCOUNT_UNDER_ATTACK : MAX_AT_ACCOUNT);
      return async () => {
        for (const id of [byAddress, there, atAccount]) await count(id, -1, expiresAt);
      };
    },
    async beginCode({ account, address, isKnownPlace, isSixDigits }) {
      const window = Math.floor(clock.now() / WINDOW_MS);
      const expiresAt = (window + 2) * WINDOW_MS + KEPT_MS;
      const there = `code:${account} ${address}:${window}`;
      const strangers = `codes:${account}:${window}`;
      const counted: [string, number][] = [[there, MAX_CODES_THERE]];
      if (!isKnownPlace && isSixDigits) counted.push([strangers, MAX_CODES_OF_STRANGERS]);
      for (const [id, most] of counted) {
        if ((await count(id, 1, expiresAt)) > most) throw new AppError('too-many-tries');
      }
      return async () => {
        for (const [id] of counted) await count(id, -1, expiresAt);
      };
    },
    isOver(userId, address) {
      const { byAddress, there } = idsOf(userId, address);
      return over.has(byAddress) || over.has(there);
    },
  };

  async function count(id: string, change: 1 | -1, expiresAtMs: number): Promise<number> {
    const update = { $inc: { count: change }, $setOnInsert: { expiresAt: new Date(expiresAtMs) } };
    const options = { upsert: true, returnDocument: 'after', lean: true } as const;
    try {
      return (await model.findOneAndUpdate({ _id: id }, update, options))?.count ?? 1;
    } catch (error) {
      // A count that is no number cannot be counted up: it begins anew, and nobody is kept out by it.
      if (isTypeMismatch(error)) await model.deleteOne({ _id: id });
      // Two first tries at the same moment: one of the two upserts finds the document made by the other.
      else if (!isDuplicateKey(error)) throw error;
      return (await model.findOneAndUpdate({ _id: id }, update, options))?.count ?? 1;
    }
  }
}
