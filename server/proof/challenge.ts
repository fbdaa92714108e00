/** Challenges that the server need not remember: it signs what it asks for, and believes its own signature. Pure but for the nonce. */
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { MOST_PROOF_BITS } from '../../shared/contract/proof-of-work.ts';
import type { ProofChallenge, ProofOfWork, ProofPurpose } from '../../shared/contract/proof-of-work.ts';
import { randomId } from '../secrets/random.ts';

/** What a proof is good for: one thing, for one caller. */
export interface ProofSubject {
  readonly purpose: ProofPurpose;
  /** Who has to do the work; somebody else's work does not count. */
  readonly caller: string;
}

/** A proof that holds. `nonce` tells it from every other one, so that it can be used up. */
export interface CheckedProof {
  readonly nonce: string;
  readonly expiresAt: number;
}

export interface Challenges {
  /** Asks for `bits` leading zero bits, at most {@link MOST_PROOF_BITS}. */
  issue(subject: ProofSubject, bits: number, expiresAt: number): ProofChallenge;
  /** `undefined` for work that was asked of somebody else, is too old, or is not done. */
  check(subject: ProofSubject, proof: ProofOfWork, now: number): CheckedProof | undefined;
}

/** `secret` is the server's own, 32 bytes. */
export function createChallenges(secret: Uint8Array): Challenges {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'remotehelp proof of work', 32));
  const sign = ({ purpose, caller }: ProofSubject, asked: string) =>
    createHmac('sha256', key).update(`${purpose} ${caller} ${asked}`).digest();

  return {
    issue(subject, bits, expiresAt) {
      const nonce = randomId();
      const least = Math.min(Math.max(0, Math.trunc(bits)), MOST_PROOF_BITS);
      const asked = `${nonce}.${least}.${expiresAt}`;
      return { challenge: `${asked}.${sign(subject, asked).toString('base64url')}`, nonce, bits: least, expiresAt };
    },
    check(subject, { challenge, answer }, now) {
      const [nonce = '', bits = '', expiresAt = '', signature = '', ...rest] = challenge.split('.');
      const given = Buffer.from(signature, 'base64url');
      const own = sign(subject, `${nonce}.${bits}.${expiresAt}`);
      if (rest.length > 0 || given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
      if (Number(expiresAt) <= now) return undefined;
      const work = createHash('sha256').update(`${nonce}:${answer}`).digest();
      return leadingZeroBits(work) >= Number(bits) ? { nonce, expiresAt: Number(expiresAt) } : undefined;
    },
  };
}

/** How many bits are zero before the first one that is not. */
export function leadingZeroBits(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24;
}
