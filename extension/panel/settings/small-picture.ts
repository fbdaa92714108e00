/** Edge of the stored picture in px: twice the largest size in which it is shown, for sharp screens. */
const EDGE_PX = 192;

/**
 * A picture of a person from a file of any size: the middle square of it, 192 px, as base64 of a JPEG, at most some
 * 30 kB. `undefined` when the browser cannot read it as a picture.
 */
export async function smallPicture(file: File): Promise<string | undefined> {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    // Whatever the file is, it is no picture that a browser can draw.
    return undefined;
  }
  const edge = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = EDGE_PX;
  canvas.height = EDGE_PX;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  // JPEG knows no transparency: without a ground, what is see-through would turn black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, EDGE_PX, EDGE_PX);
  const left = (bitmap.width - edge) / 2;
  const top = (bitmap.height - edge) / 2;
  context.drawImage(bitmap, left, top, edge, edge, 0, 0, EDGE_PX, EDGE_PX);
  bitmap.close();
  return canvas.toDataURL('image/jpeg', 0.86).split(',')[1];
}
