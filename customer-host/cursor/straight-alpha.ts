/**
 * Turns pointer pixels as X has them (a 64-bit word each, holding premultiplied ARGB) into straight RGBA bytes, which
 * is what browsers draw.
 */
export function straightAlpha(words: Buffer): Uint8Array {
  const count = Math.floor(words.length / 8);
  const rgba = new Uint8Array(count * 4);
  for (let index = 0; index < count; index += 1) {
    const argb = words.readUInt32LE(index * 8);
    const alpha = argb >>> 24;
    if (alpha === 0) continue;
    rgba[index * 4] = unmultiply((argb >>> 16) & 0xff, alpha);
    rgba[index * 4 + 1] = unmultiply((argb >>> 8) & 0xff, alpha);
    rgba[index * 4 + 2] = unmultiply(argb & 0xff, alpha);
    rgba[index * 4 + 3] = alpha;
  }
  return rgba;
}

function unmultiply(part: number, alpha: number): number {
  return Math.min(255, Math.round((part * 255) / alpha));
}
