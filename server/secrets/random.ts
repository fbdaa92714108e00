/** Ids and secrets, all from the system's random source, and the form in which secrets are stored. */
import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { Ticket, Token } from '../../shared/contract/identifiers.ts';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new id: 128 random bits in base64url, 22 characters. Parse it with the id's schema to brand it. */
export function randomId(): string {
  return randomBytes(16).toString('base64url');
}

/** A new branded id, such as `newId(AccountId)`. */
export function newId<Id extends v.GenericSchema<string, string>>(schema: Id): v.InferOutput<Id> {
  return v.parse(schema, randomId());
}

/** A new secret of 256 bits. */
export function newToken(): Token {
  return v.parse(Token, randomBytes(32).toString('base64url'));
}

/** A new single-use secret of 128 bits, safe in any file name. */
export function newTicket(): Ticket {
  return v.parse(Ticket, randomBase32());
}

/** 128 random bits as 26 characters of lower-case base32. */
export function randomBase32(): string {
  return base32Of(randomBytes(17));
}

/** The first 130 bits of 17 bytes as 26 characters of lower-case base32. */
export function base32Of(bytes: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) >> 6n;
  let text = '';
  for (let index = 0; index < 26; index += 1) {
    text += base32.charAt(Number(bits & 31n));
    bits >>= 5n;
  }
  return text;
}

/**
 * What is stored of a secret: its SHA-256 in base64url, 43 characters. Enough for random secrets, which nobody can
 * guess from it; passwords need more (`accounts/password-hash.ts`).
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
