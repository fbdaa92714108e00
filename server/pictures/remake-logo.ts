/** A logo of somebody's making becomes a picture of our own making: small, of one kind, and with nothing else in it. */
import sharp from 'sharp';
import { AppError } from '../../shared/contract/errors.ts';
import { pictureType } from './picture-type.ts';

const MAX_BYTES = 300_000;
/** A few bytes can claim a picture of any size; more pixels than this are never unpacked. */
const MAX_PIXELS = 16_000_000;
const WITHIN_SECONDS = 10;
/** Twice what pages draw. */
const SIZE = { width: 480, height: 160 } as const;

const refused = 'That is no PNG, JPEG or WebP picture that can be read. Choose another file.';

/**
 * Reads a PNG, JPEG or WebP given in base64 and gives a WebP, also in base64: upright, at most 480 × 160, without
 * metadata. What a file is counts, not what it is called, so an SVG is refused.
 * @throws AppError `invalid`, `too-large`
 */
export async function remakeLogo(base64: string): Promise<string> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MAX_BYTES) throw new AppError('too-large', { text: 'The logo is larger than 300 kB.' });
  if (pictureType(bytes) === undefined) throw new AppError('invalid', { text: refused });
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) {
      throw new AppError('too-large', { text: 'The logo has more than 16 million pixels. Make it smaller.' });
    }
    const made = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: WITHIN_SECONDS })
      .autoOrient()
      .resize({ ...SIZE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90, alphaQuality: 100 })
      .toBuffer();
    return made.toString('base64');
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('invalid', { text: refused, cause: error });
  }
}
