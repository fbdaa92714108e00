/** How often wrong codes may be tried, by one address and by all together. Six digits live by this. */
import { AppError } from '../../shared/contract/errors.ts';
import type { ProofChallenge, ProofOfWork } from '../../shared/contract/proof-of-work.ts';
import type { Clock } from '../config/clock.ts';
import { bitsAfter } from '../proof/proofs.ts';
import type { Proofs } from '../proof/proofs.ts';
import { addressKey } from './address-key.ts';
import type { GuessModel } from './guess-model.ts';
import { createTryWindow } from './try-window.ts';
import type { GiveBack } from './try-window.ts';

export const budgetWindowMs = 10 * 60_000;
/** Tries of one address within the window. */
export const triesPerAddress = 5;
/** Wrong tries of everybody together within the window; from then on each one costs work. */
export const wrongTriesOverall = 20;
/** Tries with work are counted up to here, to set its price. */
const provedRemembered = 140;
/** Addresses that are over their limit, kept in memory: a flood must not become one of queries. The store knows them all. */
const mostRemembered = 20_000;

/** Who tries. */
export interface Guesser {
  readonly browser: string;
  readonly address: string;
  readonly proof?: ProofOfWork | undefined;
}

export interface GuessBudget {
  /**
   * Takes one try from the address and from everybody, before it is looked at. `giveBack` returns it for a right code.
   * @throws AppError `too-many-tries` for this address; `proof-needed` when everybody's are gone
   */
  take(guesser: Guesser): Promise<{ giveBack(): Promise<void> }>;
  /** The work that a try costs while everybody's are gone: the more is tried, the dearer. */
  challenge(browser: string): Promise<ProofChallenge>;
  /** Until when tries cost work; `null` when they do not. */
  guardedUntil(): Promise<number | null>;
}

export interface GuessBudgetNeeds {
  readonly model: GuessModel;
  readonly proofs: Proofs;
  readonly clock: Clock;
  /** Hears, once a window, that everybody's tries are gone, and until when. */
  readonly onExhausted: (until: number) => void;
}

/** Counted in the store, so that neither a restart nor a second server process forgives anything. */
export function createGuessBudget({ model, proofs, clock, onExhausted }: GuessBudgetNeeds): GuessBudget {
  const tries = createTryWindow(model, budgetWindowMs);
  const over = new Map<string, number>();
  let toldUntil = 0;

  async function takeOfAddress(id: string, now: number): Promise<GiveBack> {
    if ((over.get(id) ?? 0) <= now) {
      over.delete(id);
      const giveBack = await tries.take(id, triesPerAddress, now);
      if (giveBack !== undefined) return giveBack;
      const [oldest = now] = await tries.recent(id, now);
      if (over.size >= mostRemembered) over.clear();
      over.set(id, oldest + budgetWindowMs);
    }
    throw new AppError('too-many-tries');
  }

  async function guardedUntil(): Promise<number | null> {
    const recent = await tries.recent('overall', clock.now());
    return recent.length < wrongTriesOverall ? null : (recent[0] ?? 0) + budgetWindowMs;
  }

  async function tellExhausted(now: number) {
    if (now < toldUntil) return;
    toldUntil = (await guardedUntil()) ?? now;
    if (toldUntil > now) onExhausted(toldUntil);
  }

  async function takeOfAll({ browser, proof }: Guesser, now: number): Promise<GiveBack> {
    const giveBack = proof === undefined ? await tries.take('overall', wrongTriesOverall, now) : undefined;
    if (giveBack !== undefined) return giveBack;
    await tellExhausted(now);
    await proofs.spend({ purpose: 'code', caller: browser }, proof);
    return tries.note('proved', provedRemembered, now);
  }

  return {
    async take(guesser) {
      const now = clock.now();
      const own = `address:${addressKey(guesser.address)}`;
      const giveBackOwn = await takeOfAddress(own, now);
      const giveBackAll = await takeOfAll(guesser, now).catch(async (error: unknown) => {
        await giveBackOwn();
        throw error;
      });
      return {
        async giveBack() {
          await Promise.all([giveBackOwn(), giveBackAll()]);
        },
      };
    },
    async challenge(browser) {
      const lately = await tries.recent('proved', clock.now());
      return proofs.challenge({ purpose: 'code', caller: browser }, bitsAfter(lately.length));
    },
    guardedUntil,
  };
}
