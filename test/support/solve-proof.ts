/** Does the work of a challenge as a determined visitor would: with the system's own SHA-256. */
import { createHash } from 'node:crypto';
import type { ProofChallenge, ProofOfWork } from '../../shared/contract/proof-of-work.ts';
import { leadingZeroBits } from '../../server/proof/challenge.ts';

export function solveProof({ challenge, nonce, bits }: ProofChallenge): ProofOfWork {
  for (let answer = 0; ; answer += 1) {
    const work = createHash('sha256').update(`${nonce}:${answer}`).digest();
    if (leadingZeroBits(work) >= bits) return { challenge, answer: String(answer) };
  }
}
