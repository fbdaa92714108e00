/** How often wrong codes may be tried, by one address and by all together. Six digits live by this. */
import { AppError } from '../../shared/contract/errors.ts';
import type { Clock } from '../config/clock.ts';
import { addressKey } from './address-key.ts';

export const budgetWindowMs = 10 * 60_000;
/** Tries of one address within the window. */
export const triesPerAddress = 5;
/** Wrong tries of everybody together within the window. */
export const wrongTriesOverall = 20;

export interface GuessBudget {
  /**
   * Takes one try from the address and from everybody, before it is looked at. `giveBack` returns it for a right code.
   * @throws AppError `too-many-tries`
   */
  take(address: string): { giveBack(): void };
}

/** `onExhausted` hears, once a window, that everybody's budget is gone, and until when. */
export function createGuessBudget(clock: Clock, onExhausted: (until: number) => void): GuessBudget {
  let overall: number[] = [];
  const byAddress = new Map<string, number[]>();
  let toldUntil = 0;

  function forgetOld(now: number) {
    const isRecent = (at: number) => now - at < budgetWindowMs;
    overall = overall.filter(isRecent);
    for (const [key, tries] of byAddress) {
      const recent = tries.filter(isRecent);
      if (recent.length === 0) byAddress.delete(key);
      else byAddress.set(key, recent);
    }
  }

  function tellExhausted(now: number) {
    if (now < toldUntil) return;
    toldUntil = (overall[0] ?? now) + budgetWindowMs;
    onExhausted(toldUntil);
  }

  return {
    take(address) {
      const now = clock.now();
      forgetOld(now);
      const key = addressKey(address);
      const mine = byAddress.get(key) ?? [];
      if (mine.length >= triesPerAddress) throw new AppError('too-many-tries');
      if (overall.length >= wrongTriesOverall) {
        tellExhausted(now);
        throw new AppError('too-many-tries');
      }
      overall.push(now);
      byAddress.set(key, [...mine, now]);
      return {
        giveBack() {
          const without = (tries: readonly number[]) => tries.toSpliced(tries.lastIndexOf(now), 1);
          if (overall.includes(now)) overall = without(overall);
          const left = byAddress.get(key);
          if (left?.includes(now)) byAddress.set(key, without(left));
        },
      };
    },
  };
}
