/** Work that a browser does before it may go on where guesses or floods come in: it costs a person a moment, a crowd its day. */
import * as v from 'valibot';
import { operation } from './contract.ts';
import { Moment } from './text.ts';

/** What the work is for; a proof for one opens no other. */
export const ProofPurpose = v.picklist(['code', 'request']);
export type ProofPurpose = v.InferOutput<typeof ProofPurpose>;

/** The most leading zero bits that are ever asked for. */
export const MOST_PROOF_BITS = 24;

/**
 * What to work on: find a number so that the SHA-256 of `<nonce>:<number>` begins with `bits` zero bits. `challenge` is
 * the server's own, signed word about it, and goes back unchanged.
 */
export const ProofChallenge = v.strictObject({
  challenge: v.pipe(v.string(), v.maxLength(200)),
  nonce: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
  bits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PROOF_BITS)),
  expiresAt: Moment,
});
export type ProofChallenge = v.InferOutput<typeof ProofChallenge>;

/** The work done, for one use. `answer` is the number that was found, in decimal digits. */
export const ProofOfWork = v.strictObject({
  challenge: ProofChallenge.entries.challenge,
  answer: v.pipe(v.string(), v.regex(/^(?:0|[1-9][0-9]{0,9})$/)),
});
export type ProofOfWork = v.InferOutput<typeof ProofOfWork>;

export const customerProofOperations = {
  /** Asked for after something was refused with `proof-needed`. */
  'proof.challenge': operation(v.strictObject({ purpose: ProofPurpose }), ProofChallenge),
};
