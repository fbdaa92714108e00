/**
 * The moment of drawing, drawn: 32 black or white squares side by side, most significant bit first, that say in tenths
 * of a millisecond when they were handed to the display. Whoever reads them back knows how old the picture is.
 */
export const barcode = { x: 0, y: 0, bits: 32, squarePixels: 16 } as const;

/** Tenths of a millisecond since 1970, by the clock that pages of a browser on the same machine have too, in 32 bits. */
export function stampNow(): number {
  return Math.floor((performance.timeOrigin + performance.now()) * 10) >>> 0;
}
