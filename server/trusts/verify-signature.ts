/** Whether a customer's browser holds the private half of a key. */
import { createPublicKey, verify } from 'node:crypto';

/** `publicKey` is SPKI and `signature` the two numbers of ECDSA P-256 with SHA-256, both base64url. A key that is none verifies nothing. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return false;
    const bytes = Buffer.from(signature, 'base64url');
    return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes);
  } catch {
    // What was sent as a key is none: nobody can have signed with it.
    return false;
  }
}
