/** The first word of a SHA-256, for short texts of which very many are tried. Pure. */
import { blockBytes, compress, firstState } from '../../../../shared/link/sha-256-rounds.ts';

const schedule = new Uint32Array(64);

/** The first 32 bits of the SHA-256 of an ASCII text of at most 55 characters, as an unsigned number. */
export function sha256Word(text: string): number {
  fillSchedule(text);
  const state = firstState();
  compress(state, schedule);
  return state[0] ?? 0;
}

/** One block: the text, a one bit, zeros, and the text's length in bits. */
function fillSchedule(text: string): void {
  if (text.length > blockBytes - 9) throw new Error('This text does not fit into one block.');
  schedule.fill(0, 0, 16);
  for (let at = 0; at < text.length; at += 1) put(at, text.charCodeAt(at));
  put(text.length, 0x80);
  schedule[15] = text.length * 8;
}

function put(at: number, byte: number): void {
  const word = at >> 2;
  schedule[word] = (schedule[word] ?? 0) | (byte << (24 - (at & 3) * 8));
}
