/** How connection codes are kept: found by a keyed hash, shown to the rep again from a sealed copy. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

export interface CodeVault {
  /** The id under which a code is stored. Without the server's secret a million tries would undo a plain hash. */
  idOf(code: string): string;
  seal(code: string): string;
  /** `undefined` when it was sealed with another secret, or is damaged. */
  open(sealed: string): string | undefined;
}

/** Makes the vault of a server's secret (32 bytes). */
export function createCodeVault(secret: Uint8Array): CodeVault {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `remotehelp ${purpose}`, 32));
  const idKey = key('code id');
  const sealKey = key('code seal');
  return {
    idOf: (code) => createHmac('sha256', idKey).update(code).digest('base64url'),
    seal(code) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      const text = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, ivBytes));
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        // The data were moved without their secret: the code still cannot be shown, and the rep makes another one.
        return undefined;
      }
    },
  };
}
