/** Texts that the server must be able to read again, such as a code that is shown twice: encrypted with its own secret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

export interface Seal {
  seal(text: string): string;
  /** `undefined` when it was sealed with another secret or for another purpose, or is damaged. */
  open(sealed: string): string | undefined;
}

/** The key that follows from a server's secret (32 bytes) for one purpose: what is sealed for one opens for no other. */
export function keyFor(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `remotehelp ${purpose}`, 32));
}

/** Seals for one purpose, such as `mail password` (AES-256-GCM). */
export function createSeal(secret: Uint8Array, purpose: string): Seal {
  const key = keyFor(secret, purpose);
  return {
    seal(text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        // The data were moved without their secret: what was sealed has to be given again.
        return undefined;
      }
    },
  };
}
