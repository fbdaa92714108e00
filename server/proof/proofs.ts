/** Proofs of work: what is asked for, and that each counts once. */
import { AppError } from '../../shared/contract/errors.ts';
import type { ProofChallenge, ProofOfWork } from '../../shared/contract/proof-of-work.ts';
import type { Clock } from '../config/clock.ts';
import { clearedLate } from '../documents/cleared-late.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { Challenges, ProofSubject } from './challenge.ts';
import type { SpentProofModel } from './spent-proof-model.ts';

/**
 * About a quarter of a million hashes: one to three seconds in a browser on a phone of the middle kind, and next to nothing
 * while nobody floods. Every {@link oneBitMoreEach} proofs of a flood double the price.
 */
export const proofBits = 18;
export const oneBitMoreEach = 20;
/** Time for the slowest phone and the highest price. */
export const proofLifeMs = 10 * 60_000;

/** How hard the work is after so many proofs were used lately. Pure. */
export function bitsAfter(usedLately: number): number {
  return proofBits + Math.floor(usedLately / oneBitMoreEach);
}

export interface Proofs {
  challenge(subject: ProofSubject, bits: number): ProofChallenge;
  /**
   * Uses a proof up.
   * @throws AppError `proof-needed` when there is none, or it does not hold, or it was used before
   */
  spend(subject: ProofSubject, proof: ProofOfWork | undefined): Promise<void>;
}

export function createProofs(model: SpentProofModel, challenges: Challenges, clock: Clock): Proofs {
  return {
    challenge: (subject, bits) => challenges.issue(subject, bits, clock.now() + proofLifeMs),
    async spend(subject, proof) {
      const checked = proof && challenges.check(subject, proof, clock.now());
      if (checked === undefined) throw new AppError('proof-needed');
      try {
        await model.create([{ _id: checked.nonce, expiresAt: clearedLate(checked.expiresAt) }]);
      } catch (error) {
        if (isDuplicateKey(error)) throw new AppError('proof-needed', { cause: error });
        throw error;
      }
    },
  };
}
