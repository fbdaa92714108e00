/** Easy Connect: customer and rep trust each other after a session with a code; next time no code is needed. */
import * as v from 'valibot';
import { Presence, RepFace } from './account.ts';
import { Nothing, operation } from './contract.ts';
import { SessionId, Token, TrustId } from './identifiers.ts';
import { OwnInvitation } from './invitation.ts';
import { Moment, optionalLine } from './text.ts';

/** An ECDSA public key on P-256 as SPKI, 91 bytes in base64url. Its private half never leaves the customer's browser. */
export const PublicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{122}$/, 'not a public key'));
/** ECDSA with SHA-256 over {@link signedText}, 64 bytes in base64url. */
export const Signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/, 'not a signature'));

/** What the customer's browser signs: for this trust and this challenge only. The key itself is kept for one origin. */
export function signedText(trust: TrustId, challenge: Token): string {
  return ['remotehelp easy connect', trust, challenge].join('\n');
}

/** Who of the two has agreed so far, after one session. */
export const TrustStanding = v.strictObject({
  /** Whether it can be offered at all: only after a session that began with a code or by invitation. */
  possible: v.boolean(),
  customer: v.boolean(),
  rep: v.boolean(),
});
export type TrustStanding = v.InferOutput<typeof TrustStanding>;

/** A rep whom this browser trusts. */
export const TrustedRep = v.strictObject({ id: TrustId, rep: RepFace, presence: Presence, agreedAt: Moment });
export type TrustedRep = v.InferOutput<typeof TrustedRep>;

/** A customer who may ask this rep directly. */
export const TrustedCustomer = v.strictObject({
  id: TrustId,
  name: v.string(),
  agreedAt: Moment,
  usedAt: v.nullable(Moment),
});
export type TrustedCustomer = v.InferOutput<typeof TrustedCustomer>;

const standing = v.strictObject({ standing: TrustStanding });
const forSession = v.strictObject({ session: SessionId });
const one = v.strictObject({ trust: TrustId });
const changed = v.strictObject({ type: v.literal('trusts.changed'), session: SessionId, standing: TrustStanding });

export const customerTrustOperations = {
  'trusts.of': operation(forSession, standing),
  'trusts.agree': operation(v.strictObject({ session: SessionId, publicKey: PublicKey }), standing),
  'trusts.list': operation(Nothing, v.strictObject({ trusts: v.array(TrustedRep) })),
  'trusts.revoke': operation(one, Nothing),
  /** A question that only the browser's key can answer, once, within a minute. */
  'trusts.challenge': operation(one, v.strictObject({ challenge: Token })),
  /** Asks the rep directly. */
  'trusts.ask': operation(
    v.strictObject({ trust: TrustId, challenge: Token, signature: Signature, message: optionalLine(120) }),
    v.strictObject({ invitation: OwnInvitation }),
  ),
};
export const customerTrustEvents = [changed] as const;

export const repTrustOperations = {
  'trusts.of': operation(forSession, standing),
  'trusts.agree': operation(forSession, standing),
  'trusts.list': operation(Nothing, v.strictObject({ trusts: v.array(TrustedCustomer) })),
  'trusts.revoke': operation(one, Nothing),
};
export const repTrustEvents = [changed] as const;
