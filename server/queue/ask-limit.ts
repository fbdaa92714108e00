/** How often one network may ask for help: an office freely, a crowd at a price, a flood not at all (H-62). */
import { AppError } from '../../shared/contract/errors.ts';
import type { ProofChallenge, ProofOfWork } from '../../shared/contract/proof-of-work.ts';
import type { Clock } from '../config/clock.ts';
import { createTokenBucket } from '../edge/token-bucket.ts';
import type { TokenBucket } from '../edge/token-bucket.ts';
import { bitsAfter } from '../proof/proofs.ts';
import type { Proofs } from '../proof/proofs.ts';

/** Asked for without work. */
const freely = { burst: 10, perSecond: 1 / 30 };
/** Beyond that each request costs the browser work, and so many are taken. */
const withWork = { burst: 100, perSecond: 1 / 6 };
/** After this time both buckets are full again, and need not be remembered. */
const refilledMs = (withWork.burst / withWork.perSecond) * 1000;
/** On this machine are its own users, and everybody who comes through a proxy that is not named as trusted. */
const thisMachine: ReadonlySet<string> = new Set(['127.0.0.1', '0:0:0:0::/64']);

/** Who asks. */
export interface Asker {
  readonly address: string;
  readonly browser: string;
  readonly proof?: ProofOfWork | undefined;
}

interface Network {
  readonly free: TokenBucket;
  readonly worked: TokenBucket;
  /** Proofs used since it was remembered: the price goes by them. */
  proved: number;
  usedAt: number;
}

export interface AskLimit {
  /** Counts one request. @throws AppError `proof-needed`, then `too-many-tries` */
  take(asker: Asker): Promise<void>;
  /** The work for one more request. */
  challenge(asker: Pick<Asker, 'address' | 'browser'>): ProofChallenge;
}

/** Kept in memory: a restart forgives, and what it guards is the reps' patience, not a secret. */
export function createAskLimit({ clock, proofs }: { readonly clock: Clock; readonly proofs: Proofs }): AskLimit {
  const networks = new Map<string, Network>();

  function networkOf(address: string, now: number): Network {
    const known = networks.get(address) ?? {
      free: createTokenBucket(freely, now),
      worked: createTokenBucket(withWork, now),
      proved: 0,
      usedAt: now,
    };
    // Taken out and put in again, so that the map stays in the order of use and its old end can be forgotten.
    networks.delete(address);
    networks.set(address, known);
    known.usedAt = now;
    for (const [old, { usedAt }] of networks) {
      if (now - usedAt < refilledMs) break;
      networks.delete(old);
    }
    return known;
  }

  return {
    async take({ address, browser, proof }) {
      if (thisMachine.has(address)) return;
      const now = clock.now();
      const network = networkOf(address, now);
      if (network.free.take(now)) return;
      if (network.worked.waitMs(now) > 0) {
        throw new AppError('too-many-tries', { text: 'Many requests came from your network. Try again in a minute.' });
      }
      await proofs.spend({ purpose: 'request', caller: browser }, proof);
      network.worked.take(now);
      network.proved += 1;
    },
    challenge: ({ address, browser }) =>
      proofs.challenge({ purpose: 'request', caller: browser }, bitsAfter(networkOf(address, clock.now()).proved)),
  };
}
