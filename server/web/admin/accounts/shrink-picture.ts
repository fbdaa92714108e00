const EDGE_PX = 256;
const QUALITY = 0.86;
const KINDS = ['image/png', 'image/jpeg', 'image/webp'];

/**
 * A square JPEG of 256 × 256 px in base64, cut from the middle: what was photographed with twelve megapixels, with the
 * place in its metadata, is never sent. `undefined` for a file that is no PNG, JPEG or WebP picture.
 */
export async function shrinkPicture(file: File): Promise<string | undefined> {
  if (!KINDS.includes(file.type)) return undefined;
  const picture = await createImageBitmap(file).catch(() => {
    // The browser cannot read it, whatever its name says.
    return undefined;
  });
  if (picture === undefined) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = EDGE_PX;
  canvas.height = EDGE_PX;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures.');
  const { x, y, edge } = middleSquare(picture.width, picture.height);
  // JPEG has no transparency: what was clear becomes white, not black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, EDGE_PX, EDGE_PX);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, x, y, edge, edge, 0, 0, EDGE_PX, EDGE_PX);
  picture.close();
  return canvas.toDataURL('image/jpeg', QUALITY).split(',')[1];
}

/** The largest square in the middle of a picture. */
export function middleSquare(width: number, height: number): { x: number; y: number; edge: number } {
  const edge = Math.min(width, height);
  return { x: (width - edge) / 2, y: (height - edge) / 2, edge };
}
