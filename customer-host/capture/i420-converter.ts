import wrtc from '@roamhq/wrtc';

const bytesPerPixel = 4;
/** Rows turned at a time: even, and few enough (307 kB of a 1080p screen) to stay in the processor's cache throughout. */
const rowsInStrip = 40;

/** Turns a whole frame into the planes that the video encoder takes. */
export type I420Converter = (pixels: Buffer, width: number, height: number, target: Uint8ClampedArray) => void;

/**
 * Makes a converter of screen pixels (blue, green, red, nothing; rows without gaps) to I420. Width and height are those
 * of the screen; the planes have them rounded down to even, because I420 has one colour for four pixels, so `target`
 * must have `evenWidth * evenHeight * 3 / 2` bytes (else it throws).
 */
export function createI420Converter(): I420Converter {
  let size = { width: 0, height: 0 };
  let strips: Strip[] = [];
  return (pixels, width, height, target) => {
    if (size.width !== width || size.height !== height) {
      size = { width, height };
      strips = stripsFor(width - (width % 2), height - (height % 2));
    }
    const planes = planesIn(target, strips);
    for (const strip of strips) {
      swapRedAndBlue(pixels, width, strip);
      wrtc.nonstandard.rgbaToI420(strip.rgba, strip.i420);
      copyPlanes(strip, planes);
    }
  };
}

/** Some rows of the screen, with memory for their pixels and their planes: wrtc wants each in a whole buffer. */
interface Strip {
  readonly firstRow: number;
  readonly rows: number;
  readonly width: number;
  readonly rgba: { readonly width: number; readonly height: number; readonly data: Uint8Array<ArrayBuffer> };
  readonly i420: { readonly width: number; readonly height: number; readonly data: Uint8Array<ArrayBuffer> };
}

/** All strips of a screen share the memory of the first; only a last one with fewer rows has its own. */
function stripsFor(width: number, height: number): Strip[] {
  const strips: Strip[] = [];
  for (let firstRow = 0; firstRow < height; firstRow += rowsInStrip) {
    const rows = Math.min(rowsInStrip, height - firstRow);
    const alike = strips[0]?.rows === rows ? strips[0] : createStrip(width, rows);
    strips.push({ ...alike, firstRow });
  }
  return strips;
}

function createStrip(width: number, rows: number): Strip {
  const shape = { width, height: rows };
  const rgba = { ...shape, data: new Uint8Array(width * rows * bytesPerPixel) };
  const i420 = { ...shape, data: new Uint8Array((width * rows * 3) / 2) };
  return { firstRow: 0, rows, width, rgba, i420 };
}

/**
 * Swapping pixel by pixel takes 6 ms a frame in JavaScript. Copied one byte later, each word holds (junk, B, G, R),
 * and turning words round, which Node does natively, leaves (R, G, B, junk). Nobody reads the junk.
 */
function swapRedAndBlue(pixels: Buffer, sourceWidth: number, { firstRow, rows, width, rgba }: Strip): void {
  const words = Buffer.from(rgba.data.buffer);
  const rowsInRun = sourceWidth === width ? rows : 1;
  for (let row = 0; row < rows; row += rowsInRun) {
    const from = (firstRow + row) * sourceWidth * bytesPerPixel;
    pixels.copy(words, row * width * bytesPerPixel + 1, from, from + width * rowsInRun * bytesPerPixel - 1);
  }
  words.swap32();
}

/** Luma for each pixel, then one plane and another with a colour for each square of four. */
interface Planes {
  readonly y: Uint8ClampedArray;
  readonly u: Uint8ClampedArray;
  readonly v: Uint8ClampedArray;
}

function planesIn(bytes: Uint8ClampedArray, strips: readonly Strip[]): Planes {
  const pixels = strips.reduce((sum, { rows, width }) => sum + rows * width, 0);
  if (bytes.length !== (pixels * 3) / 2) {
    throw new RangeError(`The planes of ${pixels} pixels have ${(pixels * 3) / 2} bytes, not ${bytes.length}`);
  }
  return {
    y: bytes.subarray(0, pixels),
    u: bytes.subarray(pixels, (pixels * 5) / 4),
    v: bytes.subarray((pixels * 5) / 4),
  };
}

function copyPlanes({ firstRow, rows, width, i420 }: Strip, target: Planes): void {
  const pixels = rows * width;
  const before = firstRow * width;
  target.y.set(i420.data.subarray(0, pixels), before);
  target.u.set(i420.data.subarray(pixels, (pixels * 5) / 4), before / 4);
  target.v.set(i420.data.subarray((pixels * 5) / 4), before / 4);
}
