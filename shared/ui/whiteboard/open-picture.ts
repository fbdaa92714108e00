/** Opens a picture of this computer for the board: looked at before it is unpacked, made smaller, written anew. */
import { pictureSize } from '../../contract/picture-size.ts';
import { boardLimits } from '../../contract/whiteboard.ts';

/** A picture as it can be handed to the server. */
export interface OpenedPicture {
  readonly type: string;
  /** In base64. */
  readonly data: string;
  readonly width: number;
  readonly height: number;
  readonly name: string;
}

/** Why it cannot be opened. */
export type PictureFault = 'noPicture' | 'pictureTooLarge' | 'pictureBroken';

const mostFileBytes = 40_000_000;
/** Unpacked, each is four bytes: a picture of a few kilobytes can be gigabytes. */
const mostPixels = 50_000_000;
const smallestPart = 0.2;

/** Written anew, so nothing that a camera noted beside the picture goes along. */
export async function openPicture(file: Blob & { readonly name?: string }): Promise<OpenedPicture | PictureFault> {
  if (file.size > mostFileBytes) return 'pictureTooLarge';
  const size = pictureSize(new Uint8Array(await file.arrayBuffer()));
  if (size === undefined) return 'noPicture';
  if (size.width * size.height > mostPixels) return 'pictureTooLarge';
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    // The browser cannot decode it, whatever is wrong with it.
    return 'pictureBroken';
  }
  try {
    const fits = Math.min(1, boardLimits.pictureEdge / Math.max(bitmap.width, bitmap.height));
    for (let part = 1; part >= smallestPart; part *= 0.75) {
      const written = await writeAnew(bitmap, fits * part);
      if (written !== undefined) return { ...written, name: (file.name ?? '').slice(0, 120) };
    }
    return 'pictureTooLarge';
  } finally {
    bitmap.close();
  }
}

async function writeAnew(bitmap: ImageBitmap, part: number): Promise<Omit<OpenedPicture, 'name'> | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * part));
  canvas.height = Math.max(1, Math.round(bitmap.height * part));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  for (const [type, quality] of [
    ['image/png', undefined],
    ['image/webp', 0.9],
    ['image/webp', 0.75],
    ['image/jpeg', 0.8],
  ] as const) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
    // Whoever cannot write a type writes PNG instead, which has been tried.
    if (blob === null || blob.type !== type || blob.size > boardLimits.pictureBytes) continue;
    return { type, data: await base64Of(blob), width: canvas.width, height: canvas.height };
  }
  return undefined;
}

async function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader();
  const read = new Promise<string>((done, fail) => {
    reader.addEventListener('load', () => done(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => fail(new Error('A picture that was just written cannot be read.')));
  });
  reader.readAsDataURL(blob);
  const address = await read;
  return address.slice(address.indexOf(',') + 1);
}
