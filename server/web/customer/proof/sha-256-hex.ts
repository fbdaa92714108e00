/** The whole SHA-256 of any text. Pure. */
import { blockBytes, compress, firstState } from '../../../../shared/link/sha-256-rounds.ts';

/** Of the text's UTF-8 bytes, in hex. */
export function sha256Hex(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const words = new DataView(bytes.buffer);
  const state = firstState();
  const schedule = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += blockBytes) {
    for (let word = 0; word < 16; word += 1) schedule[word] = words.getUint32(block + word * 4);
    compress(state, schedule);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** Whole blocks: the bytes, a one bit, zeros, and how many bits there were. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / blockBytes) * blockBytes);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  // No text of a page comes near 2^32 bits.
  new DataView(whole.buffer).setUint32(whole.length - 4, bytes.length * 8);
  return whole;
}
