/** Judges and makes passwords. Advice only: the one rule, ten characters, is the contract's. */

export type PasswordStrength =
  | { readonly at: 'empty' }
  | { readonly at: 'short'; readonly missing: number }
  | { readonly at: 'guessable' | 'fair' | 'strong' };

const MIN_LENGTH = 10;
const favourites = /passw|qwert|asdf|12345|letmein|welcome|admin|remotehelp/i;

/** How hard a password is to guess for somebody who knows `names`: the person's, the organisation's. */
export function judgePassword(password: string, names: readonly string[]): PasswordStrength {
  if (password === '') return { at: 'empty' };
  const length = [...password].length;
  if (password.length < MIN_LENGTH) return { at: 'short', missing: MIN_LENGTH - password.length };
  if (favourites.test(password) || isMostlyName(password, names)) return { at: 'guessable' };
  const different = new Set(password.toLowerCase()).size;
  if (different < 6 || isSequence(password)) return { at: 'guessable' };
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  return { at: length >= 16 || (length >= 12 && kinds >= 3) ? 'strong' : 'fair' };
}

function isMostlyName(password: string, names: readonly string[]): boolean {
  const words = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  return words.some((word) => password.toLowerCase().includes(word) && password.length - word.length < 8);
}

/* Three in four steps go to the next character of the alphabet, or stay. */
function isSequence(password: string): boolean {
  const codes = Array.from(password, (letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, index) => Math.abs(code - (codes[index] ?? 0)) <= 1).length;
  return steps >= (codes.length - 1) * 0.75;
}

/** 32 letters and digits, without l, i and o next to 1 and 0, which paper makes alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz023456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** A password of 100 random bits, such as `k7mqd-29fhx-…`. `fillRandom` fills the bytes with random values. */
export function makePassword(
  fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => void crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(GROUPS * GROUP_LENGTH);
  fillRandom(bytes);
  // 256 is a multiple of 32, so that every letter is as likely as the others.
  const drawn = Array.from(bytes, (byte) => letters.charAt(byte % letters.length)).join('');
  return drawn.match(/.{5}/g)?.join('-') ?? drawn;
}
