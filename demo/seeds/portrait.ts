import { PNG } from 'pngjs';

type Colour = readonly [red: number, green: number, blue: number];

const grounds: readonly Colour[] = [
  [206, 224, 214],
  [226, 214, 198],
  [203, 217, 232],
  [231, 209, 209],
  [218, 211, 229],
  [224, 226, 200],
];
const skins: readonly Colour[] = [
  [122, 78, 52],
  [240, 206, 180],
  [226, 178, 142],
  [198, 140, 100],
  [240, 204, 168],
  [232, 190, 160],
];
const hairs: readonly Colour[] = [
  [30, 24, 22],
  [214, 178, 112],
  [74, 44, 30],
  [40, 30, 28],
  [22, 20, 22],
  [120, 90, 62],
];
const shirts: readonly Colour[] = [
  [11, 95, 120],
  [92, 62, 110],
  [150, 62, 52],
  [44, 92, 64],
  [52, 70, 120],
  [120, 92, 30],
];

const EDGE = 96;

/** So many numbers give different faces. */
export const FACES = 6;

/** A drawn face of nobody, as PNG in base64; another number is another person. */
export function portrait(who: number): string {
  const picture = new PNG({ width: EDGE, height: EDGE });
  for (let y = 0; y < EDGE; y += 1) {
    for (let x = 0; x < EDGE; x += 1) {
      picture.data.set([...colourAt(x / EDGE, y / EDGE, who), 255], (y * EDGE + x) * 4);
    }
  }
  return PNG.sync.write(picture).toString('base64');
}

/** From the front to the back: eyes and mouth, face, hair, neck, shoulders, wall. Lengths in shares of the edge. */
function colourAt(x: number, y: number, who: number): Colour {
  const of = (colours: readonly Colour[]) => colours[who % colours.length] ?? [128, 128, 128];
  const isLong = who % 2 === 0;
  const isDark = inOval(x, y, 0.43, 0.43, 0.02, 0.025) || inOval(x, y, 0.57, 0.43, 0.02, 0.025);
  const isMouth = inOval(x, y, 0.5, 0.53, 0.07, 0.035) && y > 0.535;
  if (isDark || isMouth) return [60, 36, 32];
  const isFringe = y < 0.34 && inOval(x, y, 0.5, 0.36, 0.2, 0.2);
  if (inOval(x, y, 0.5, 0.43, 0.165, 0.2) && !isFringe) return of(skins);
  if (inOval(x, y, 0.5, 0.38, 0.2, 0.22) && y < 0.46) return of(hairs);
  if (isLong && inOval(x, y, 0.5, 0.5, 0.22, 0.26) && y < 0.7) return of(hairs);
  if (Math.abs(x - 0.5) < 0.06 && y > 0.5 && y < 0.72) return of(skins);
  if (inOval(x, y, 0.5, 1.02, 0.36, 0.36)) return of(shirts);
  return of(grounds);
}

function inOval(x: number, y: number, middleX: number, middleY: number, width: number, height: number): boolean {
  return ((x - middleX) / width) ** 2 + ((y - middleY) / height) ** 2 <= 1;
}
