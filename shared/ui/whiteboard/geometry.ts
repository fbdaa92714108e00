/** Where things on the board lie, and whether a point touches them. Pure; all in the board's own units. */
import type { BoardItem, BoardPen } from '../../contract/whiteboard.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** How large a text is written with each pen, and how far apart its lines are. */
export const textSizes: Record<BoardPen, number> = { 3: 28, 6: 40, 14: 64 };
export const lineHeight = 1.25;
/** Of an average letter, in parts of the text's size. Only what is touched depends on it. */
const letterWidth = 0.55;

/** The points of a stroke, relative to its place. */
export function strokePoints(points: string): Point[] {
  return points.split(' ').map((pair) => {
    const [x = 0, y = 0] = pair.split(',').map(Number);
    return { x, y };
  });
}

/** The other way round: whole numbers, relative to the first. */
export function pointsText(points: readonly Point[], origin: Point): string {
  return points.map(({ x, y }) => `${Math.round(x - origin.x)},${Math.round(y - origin.y)}`).join(' ');
}

/** The smallest box around a thing, without the width of its line. */
export function boxOf(item: BoardItem): Box {
  const { x, y } = item;
  switch (item.kind) {
    case 'stroke':
      return boxAround(strokePoints(item.points).map((point) => ({ x: x + point.x, y: y + point.y })));
    case 'line':
      return boxAround([
        { x, y },
        { x: x + item.width, y: y + item.height },
      ]);
    case 'text': {
      const lines = item.text.split('\n');
      const size = textSizes[item.pen];
      const longest = Math.max(...lines.map((line) => line.length));
      return {
        x,
        y,
        width: Math.round(longest * size * letterWidth),
        height: Math.round(lines.length * size * lineHeight),
      };
    }
    case 'rectangle':
    case 'circle':
    case 'picture':
      return { x, y, width: item.width, height: item.height };
    default:
      return item satisfies never;
  }
}

function boxAround(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Whether a point touches a thing: its line, or all of a text and a picture. `reach` is how far off still counts. */
export function touches(item: BoardItem, point: Point, reach: number): boolean {
  const near = reach + ('pen' in item ? item.pen / 2 : 0);
  if (!isInside(boxOf(item), point, near)) return false;
  const { x, y } = item;
  switch (item.kind) {
    case 'stroke': {
      const [first, ...rest] = strokePoints(item.points).map((one) => ({ x: x + one.x, y: y + one.y }));
      if (first === undefined) return false;
      if (rest.length === 0) return Math.hypot(point.x - first.x, point.y - first.y) <= near;
      return rest.some((end, index) => distanceTo(rest[index - 1] ?? first, end, point) <= near);
    }
    case 'line':
      return distanceTo(item, { x: x + item.width, y: y + item.height }, point) <= near;
    case 'rectangle':
      return !isInside(boxOf(item), point, -near);
    case 'circle': {
      const [rx, ry] = [item.width / 2, item.height / 2];
      const away = Math.hypot((point.x - x - rx) / rx, (point.y - y - ry) / ry);
      return Math.abs(away - 1) * Math.min(rx, ry) <= near;
    }
    case 'text':
    case 'picture':
      return true;
    default:
      return item satisfies never;
  }
}

/** The same for a way from one point to another, so that a quick hand leaves nothing out. */
export function touchesWay(item: BoardItem, from: Point, to: Point, reach: number): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / Math.max(2, reach)));
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps;
    if (touches(item, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }, reach)) return true;
  }
  return false;
}

function isInside(box: Box, { x, y }: Point, reach: number): boolean {
  return x >= box.x - reach && x <= box.x + box.width + reach && y >= box.y - reach && y <= box.y + box.height + reach;
}

function distanceTo(from: Point, to: Point, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / lengthSquared;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
}
