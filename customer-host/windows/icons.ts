import type { DrawStep, Point } from './drawing.ts';
import type { HostColour } from './host-colours.ts';

/** A picture of 16 by 16 design pixels. */
export type IconName = 'pointer' | 'keyboard' | 'eye' | 'no' | 'pause' | 'ring';

/** The steps that draw an icon with its top left corner at `at`, on a ground of the colour `ground`. */
export function icon(name: IconName, at: Point, colour: HostColour, ground: HostColour): DrawStep[] {
  const shape = (points: readonly Point[], fill: HostColour = colour): DrawStep => ({
    kind: 'shape',
    colour: fill,
    points: points.map((point) => ({ x: at.x + point.x, y: at.y + point.y })),
  });
  switch (name) {
    case 'pointer':
      return [shape(path(0.5, 0.5, 15.5, 6, 9, 9, 6.2, 15.5))];
    case 'no':
      return [
        shape(path(1.2, 2.9, 2.9, 1.2, 14.8, 13.1, 13.1, 14.8)),
        shape(path(13.1, 1.2, 14.8, 2.9, 2.9, 14.8, 1.2, 13.1)),
      ];
    case 'pause':
      return [shape(rectangle(2, 1, 4.5, 14)), shape(rectangle(9.5, 1, 4.5, 14))];
    case 'ring':
      return [shape(disc(8, 8, 8, 8)), shape(disc(8, 8, 6, 6), ground), shape(disc(8, 8, 3, 3))];
    case 'eye':
      return [shape(lens(8, 8, 8, 5.4)), shape(lens(8, 8, 6, 3.6), ground), shape(disc(8, 8, 2.4, 2.4))];
    case 'keyboard':
      return [
        shape(rectangle(0, 3, 16, 11)),
        shape(rectangle(1.6, 4.6, 12.8, 7.8), ground),
        ...[3, 5.7, 8.4, 11.1].map((x) => shape(rectangle(x, 6, 1.9, 1.7))),
        shape(rectangle(4.5, 9.4, 7, 1.6)),
      ];
    default:
      return name satisfies never;
  }
}

function path(...numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    points.push({ x: numbers[index] ?? 0, y: numbers[index + 1] ?? 0 });
  }
  return points;
}

function rectangle(x: number, y: number, width: number, height: number): Point[] {
  return path(x, y, x + width, y, x + width, y + height, x, y + height);
}

function disc(x: number, y: number, radiusX: number, radiusY: number): Point[] {
  return Array.from({ length: 40 }, (_, step) => {
    const angle = (step / 40) * 2 * Math.PI;
    return { x: x + radiusX * Math.cos(angle), y: y + radiusY * Math.sin(angle) };
  });
}

/** Two arcs that meet in points left and right. */
function lens(x: number, y: number, halfWidth: number, halfHeight: number): Point[] {
  return Array.from({ length: 40 }, (_, step) => {
    const along = Math.cos((step / 40) * 2 * Math.PI);
    const height = halfHeight * (1 - along * along);
    return { x: x + halfWidth * along, y: y + (step < 20 ? height : -height) };
  });
}
