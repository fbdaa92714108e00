import type { Point } from '../drawing.ts';

/** A picture in memory: four bytes a pixel (blue, green, red, unused), rows from the top without gaps. */
export interface PixelPicture {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Lines that a row of pixels is cut into for smooth edges. */
const linesInRow = 4;

/** Fills whole pixels; `colour` as 0xRRGGBB. What lies outside the picture is left out. */
export function fillBox(
  picture: PixelPicture,
  box: { left: number; top: number; width: number; height: number },
  colour: number,
  opacity = 1,
): void {
  const left = Math.max(0, box.left);
  const right = Math.min(picture.width, box.left + box.width);
  const bottom = Math.min(picture.height, box.top + box.height);
  for (let y = Math.max(0, box.top); y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) blend(picture, x, y, colour, opacity);
  }
}

/** Fills a polygon with smooth edges, by the even-odd rule. */
export function fillShape(picture: PixelPicture, points: readonly Point[], colour: number): void {
  const top = Math.max(0, Math.floor(Math.min(...points.map(({ y }) => y))));
  const bottom = Math.min(picture.height, Math.ceil(Math.max(...points.map(({ y }) => y))));
  for (let y = top; y < bottom; y += 1) {
    const covered = new Float64Array(picture.width);
    for (let line = 0; line < linesInRow; line += 1) {
      const crossings = crossingsAt(points, y + (line + 0.5) / linesInRow);
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        cover(covered, crossings[index] ?? 0, crossings[index + 1] ?? 0);
      }
    }
    covered.forEach((share, x) => {
      if (share > 0) blend(picture, x, y, colour, Math.min(1, share / linesInRow));
    });
  }
}

/** Where the polygon's edges cross a height, from the left. */
function crossingsAt(points: readonly Point[], y: number): number[] {
  const found: number[] = [];
  points.forEach((from, index) => {
    const to = points[(index + 1) % points.length];
    if (!to || from.y <= y === to.y <= y) return;
    found.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
  });
  return found.toSorted((a, b) => a - b);
}

/** Adds to each pixel which part of it lies between two places of a line. */
function cover(covered: Float64Array, left: number, right: number): void {
  const start = Math.max(0, left);
  const end = Math.min(covered.length, right);
  for (let x = Math.floor(start); x < end; x += 1) {
    covered[x] = (covered[x] ?? 0) + Math.min(x + 1, end) - Math.max(x, start);
  }
}

function blend({ pixels, width }: PixelPicture, x: number, y: number, colour: number, share: number): void {
  const at = (y * width + x) * 4;
  for (const [part, shift] of [
    [0, 0],
    [1, 8],
    [2, 16],
  ] as const) {
    const before = pixels[at + part] ?? 0;
    pixels[at + part] = Math.round(before + (((colour >> shift) & 0xff) - before) * share);
  }
}
