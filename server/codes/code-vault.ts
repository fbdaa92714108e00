/** How connection codes are kept: found by a keyed hash, shown to the rep again from a sealed copy. */
import { createHmac } from 'node:crypto';
import { createSeal, keyFor } from '../secrets/seal.ts';
import type { Seal } from '../secrets/seal.ts';

export interface CodeVault extends Seal {
  /** The id under which a code is stored. Without the server's secret a million tries would undo a plain hash. */
  idOf(code: string): string;
}

/** Makes the vault of a server's secret (32 bytes). */
export function createCodeVault(secret: Uint8Array): CodeVault {
  const idKey = keyFor(secret, 'code id');
  return {
    idOf: (code) => createHmac('sha256', idKey).update(code).digest('base64url'),
    ...createSeal(secret, 'code seal'),
  };
}
