/** Reads a chosen file as the server takes a logo. */

const taken = new Set(['image/png', 'image/jpeg', 'image/webp']);
/** Below what the server takes, so that most files are sent as they are. */
const MAX_BYTES = 290_000;
const MAX_WIDTH = 960;
const MAX_HEIGHT = 320;

/** The picture in base64, made smaller where the file is large; `undefined` for a file that is no such picture. */
export async function readLogo(file: File): Promise<string | undefined> {
  if (!taken.has(file.type)) return undefined;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return undefined;
  try {
    return await toBase64(file.size <= MAX_BYTES ? file : await smaller(picture));
  } finally {
    picture.close();
  }
}

async function smaller(picture: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, MAX_WIDTH / picture.width, MAX_HEIGHT / picture.height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
}

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
