import type { Rectangle } from './rectangle.ts';

const bytesPerPixel = 4;
/** As in FrameDiff, which looks into these areas again: finer ones would be compared twice. */
const bandRows = 16;
const cellPixels = 64;

/**
 * Where two frames of the same size differ, for systems that do not say what was drawn. Bands above each other that
 * changed are one area. An unchanged screen costs one comparison.
 */
export function changedAreas(before: Buffer, after: Buffer, width: number, height: number): Rectangle[] {
  const areas: Rectangle[] = [];
  if (before.equals(after)) return areas;
  let open: Rectangle | undefined;
  for (let top = 0; top < height; top += bandRows) {
    const rows = Math.min(bandRows, height - top);
    const found = changeInBand(before, after, width, top, rows);
    if (!found) {
      open = undefined;
    } else if (open) {
      const right = Math.max(open.x + open.width, found.right);
      open.x = Math.min(open.x, found.left);
      open.width = right - open.x;
      open.height += rows;
    } else {
      open = { x: found.left, y: top, width: found.right - found.left, height: rows };
      areas.push(open);
    }
  }
  return areas;
}

/** From the first to the last column of cells that differ in some row. */
function changeInBand(
  before: Buffer,
  after: Buffer,
  width: number,
  top: number,
  rows: number,
): { left: number; right: number } | undefined {
  const rowBytes = width * bytesPerPixel;
  const differs = (start: number, end: number): boolean => before.compare(after, start, end, start, end) !== 0;
  if (!differs(top * rowBytes, (top + rows) * rowBytes)) return undefined;
  let left = width;
  let right = 0;
  for (let row = top; row < top + rows; row += 1) {
    const start = row * rowBytes;
    if (!differs(start, start + rowBytes)) continue;
    const cellDiffers = (x: number): boolean =>
      differs(start + x * bytesPerPixel, start + Math.min(x + cellPixels, width) * bytesPerPixel);
    let x = 0;
    while (x < left && !cellDiffers(x)) x += cellPixels;
    left = Math.min(left, x);
    x = Math.floor((width - 1) / cellPixels) * cellPixels;
    while (x + cellPixels > right && !cellDiffers(x)) x -= cellPixels;
    right = Math.max(right, Math.min(x + cellPixels, width));
  }
  return { left, right };
}
