/** SHA-256 of what comes bit by bit, such as a file of any size. `crypto.subtle` takes only what is whole in memory. */
import { blockBytes, compress, firstState } from './sha-256-rounds.ts';

/** A hash under way. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** Of everything so far, in hex; more may follow. */
  hex(): string;
}

export function createSha256(): Sha256 {
  const state = firstState();
  const schedule = new Uint32Array(64);
  const block = new Uint8Array(blockBytes);
  let inBlock = 0;
  let total = 0;

  function take(of: Uint32Array, from: Uint8Array, at: number): void {
    for (let word = 0, byte = at; word < 16; word += 1, byte += 4)
      schedule[word] =
        ((from[byte] ?? 0) << 24) |
        ((from[byte + 1] ?? 0) << 16) |
        ((from[byte + 2] ?? 0) << 8) |
        (from[byte + 3] ?? 0);
    compress(of, schedule);
  }

  return {
    update(bytes) {
      total += bytes.length;
      let at = 0;
      if (inBlock > 0) {
        at = Math.min(blockBytes - inBlock, bytes.length);
        block.set(bytes.subarray(0, at), inBlock);
        inBlock += at;
        if (inBlock < blockBytes) return;
        take(state, block, 0);
        inBlock = 0;
      }
      for (; at + blockBytes <= bytes.length; at += blockBytes) take(state, bytes, at);
      block.set(bytes.subarray(at));
      inBlock = bytes.length - at;
    },
    hex() {
      const last = new Uint8Array(inBlock + 9 <= blockBytes ? blockBytes : 2 * blockBytes);
      last.set(block.subarray(0, inBlock));
      last[inBlock] = 0x80;
      const view = new DataView(last.buffer);
      view.setUint32(last.length - 8, Math.floor(total / 2 ** 29));
      view.setUint32(last.length - 4, (total * 8) % 2 ** 32);
      const end = state.slice();
      for (let at = 0; at < last.length; at += blockBytes) take(end, last, at);
      return Array.from(end, (word) => word.toString(16).padStart(8, '0')).join('');
    },
  };
}
