import { sha256Word } from './sha-256-word.ts';

/** The smallest number that does the work: SHA-256 of `<nonce>:<number>` begins with `bits` (at most 24) zero bits. */
export function solveChallenge(nonce: string, bits: number): string {
  for (let answer = 0; ; answer += 1) {
    if (Math.clz32(sha256Word(`${nonce}:${answer}`)) >= bits) return String(answer);
  }
}
