/** A picture as Windows hands it out: four bytes a pixel (blue, green, red, alpha), rows from the top. */
export type WindowsBitmap = { width: number; height: number; pixels: Buffer };

/** What a pixel is shown as that inverts what lies beneath it, which no viewer can do: visible on light and on dark. */
const inverted = 0x80;

/**
 * Turns the two parts of a Windows pointer into straight RGBA. With colour, its alpha counts, or else the mask; without,
 * the mask holds two pictures above each other: what is kept of the screen, and what is inverted in it.
 */
export function iconPixels(
  mask: WindowsBitmap,
  colour: WindowsBitmap | undefined,
): { width: number; height: number; rgba: Uint8Array } {
  return colour ? coloured(mask, colour) : blackAndWhite(mask);
}

function coloured(mask: WindowsBitmap, { width, height, pixels }: WindowsBitmap) {
  const rgba = new Uint8Array(width * height * 4);
  const hasAlpha = pixels.some((part, index) => index % 4 === 3 && part !== 0);
  for (let at = 0; at < rgba.length; at += 4) {
    const isKept = (mask.pixels[at] ?? 0) !== 0;
    const alpha = hasAlpha ? (pixels[at + 3] ?? 0) : isKept ? 0 : 255;
    if (alpha === 0) continue;
    rgba.set([pixels[at + 2] ?? 0, pixels[at + 1] ?? 0, pixels[at] ?? 0, alpha], at);
  }
  return { width, height, rgba };
}

function blackAndWhite({ width, height: both, pixels }: WindowsBitmap) {
  const height = Math.floor(both / 2);
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < rgba.length; at += 4) {
    const isKept = (pixels[at] ?? 0) !== 0;
    const isSet = (pixels[at + rgba.length] ?? 0) !== 0;
    if (isKept && !isSet) continue;
    const shade = isKept ? inverted : isSet ? 255 : 0;
    rgba.set([shade, shade, shade, 255], at);
  }
  return { width, height, rgba };
}
