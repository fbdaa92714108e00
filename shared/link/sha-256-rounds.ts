/**
 * The inner part of SHA-256 (FIPS 180-4). Not `crypto.subtle`: that is missing on pages that came over http, answers each hash by a promise, and so is
 * many times slower where hundreds of thousands are needed. Pure.
 */
const rounds = Uint32Array.from(fractions(64, Math.cbrt));
const start = Uint32Array.from(fractions(8, Math.sqrt));

/** Bytes that are hashed at once. */
export const blockBytes = 64;

/** The state before anything was hashed. */
export function firstState(): Uint32Array {
  return start.slice();
}

/** Takes one block into the state. The first 16 words of `schedule` are the block; the others are worked out here. */
export function compress(state: Uint32Array, schedule: Uint32Array): void {
  for (let at = 16; at < 64; at += 1) {
    const far = schedule[at - 15] ?? 0;
    const near = schedule[at - 2] ?? 0;
    const s0 = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
    const s1 = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
    schedule[at] = ((schedule[at - 16] ?? 0) + s0 + (schedule[at - 7] ?? 0) + s1) | 0;
  }
  // One by one, because whole files are hashed with this, and taking an array apart costs as much as the rounds.
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  let f = word(state, 5);
  let g = word(state, 6);
  let h = word(state, 7);
  for (let round = 0; round < 64; round += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = word(state, 0) + a;
  state[1] = word(state, 1) + b;
  state[2] = word(state, 2) + c;
  state[3] = word(state, 3) + d;
  state[4] = word(state, 4) + e;
  state[5] = word(state, 5) + f;
  state[6] = word(state, 6) + g;
  state[7] = word(state, 7) + h;
}

function word(state: Uint32Array, at: number): number {
  return (state[at] ?? 0) | 0;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The constants of the standard: the first 32 bits of the fractions of roots of the first primes. */
function fractions(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}
