/** Pictures of our own making of a picture from outside: what people see of it in a chat. */
import sharp from 'sharp';
import { pictureType } from '../pictures/picture-type.ts';

/** A few bytes can claim a picture of any size; more pixels than this are never unpacked. Phones make fifty million. */
const MAX_PIXELS = 64_000_000;
/** A larger file is given on like any other, without a picture. */
const MAX_BYTES = 30_000_000;
const WITHIN_SECONDS = 15;
/** In pixels of either edge: in a bubble at twice its density, and opened. */
const SMALL = 560;
const LARGE = 1600;

export interface Previews {
  /** Of the picture as it stands upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** WebP in base64, without metadata. */
  readonly small: string;
  readonly large: string;
}

/** One after the other: an unpacked picture takes much memory. */
let line: Promise<unknown> = Promise.resolve();

/** Of a PNG, JPEG or WebP; `undefined` for what cannot or should not be unpacked. `read` gives all bytes. */
export function makePreviews(bytes: number, read: () => Promise<Buffer>): Promise<Previews | undefined> {
  if (bytes > MAX_BYTES) return Promise.resolve(undefined);
  const made = line.then(async () => make(await read()));
  line = made.catch(() => {
    // Whoever waits for it hears of it; the next one is not held up.
  });
  return made;
}

async function make(bytes: Buffer): Promise<Previews | undefined> {
  if (pictureType(bytes) === undefined) return undefined;
  try {
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (facts.width * facts.height > MAX_PIXELS) return undefined;
    const isTurned = (facts.orientation ?? 1) >= 5;
    const [width, height] = isTurned ? [facts.height, facts.width] : [facts.width, facts.height];
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: WITHIN_SECONDS })
      .autoOrient();
    const large = await upright
      .resize({ width: LARGE, height: LARGE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer();
    const small = await sharp(large)
      .resize({ width: SMALL, height: SMALL, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 76 })
      .toBuffer();
    return { width, height, small: small.toString('base64'), large: large.toString('base64') };
  } catch {
    // Cut off, damaged, or made to hurt: it is a file like any other, and nobody looks into it here.
    return undefined;
  }
}
