/** Passwords at rest: scrypt, slow on purpose, so it is also done in a line, or hashing itself could keep the server busy. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { AppError } from '../../shared/contract/errors.ts';
import { createFairLine } from './fair-line.ts';
import type { FairLine } from './fair-line.ts';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

const HASH_BYTES = 32;
const current = { logN: 17, r: 8, p: 1 } as const;

const busyText = 'Too many people are signing in at this moment. Try again in a minute.';

/**
 * The line for all hashing of one server: 128 MiB each while it runs, so no more than two at once. Rejects with
 * `too-many-tries` when too many wait.
 */
export function createHashLine(): FairLine {
  return createFairLine({ atOnce: 2, waiting: 50, refuse: () => new AppError('too-many-tries', { text: busyText }) });
}

/** A hash to store: `scrypt$17$8$1$<salt>$<hash>`. To be called in the line. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await stretch(password, salt, current);
  return ['scrypt', current.logN, current.r, current.p, salt.toString('base64url'), hash.toString('base64url')].join(
    '$',
  );
}

/**
 * Whether a password fits a stored hash. With `undefined` (no such account) it takes as long and says no, so that nobody
 * can learn from the clock which accounts exist. To be called in the line.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [kind, logN, r, p, salt, hash] = (stored ?? nobody).split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined)
    throw new Error('A stored password hash is damaged');
  const expected = Buffer.from(hash, 'base64url');
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const actual = await stretch(password, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(actual, expected) && stored !== undefined;
}

const nobody = `scrypt$${current.logN}$${current.r}$${current.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

function stretch(password: string, salt: Buffer, cost: { logN: number; r: number; p: number }): Promise<Buffer> {
  const N = 2 ** cost.logN;
  // The same letters typed on another keyboard or system must give the same password: NFKC, as RFC 8265 does.
  return derive(password.normalize('NFKC'), salt, HASH_BYTES, { N, r: cost.r, p: cost.p, maxmem: 160 * N * cost.r });
}
