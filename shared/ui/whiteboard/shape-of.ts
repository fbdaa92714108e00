/** What a drag from one point to another makes with each tool. Pure. */
import type { BoardInk, BoardItem, BoardItemId, BoardPen } from '../../contract/whiteboard.ts';
import type { Point } from './geometry.ts';

/** The tools of a board. Pictures are opened and not drawn. */
export const boardTools = ['select', 'pencil', 'eraser', 'text', 'circle', 'rectangle', 'line'] as const;
export type BoardTool = (typeof boardTools)[number];

/** Those that a drag, or Enter, makes a shape with. */
export type ShapeTool = Extract<BoardTool, 'circle' | 'rectangle' | 'line'>;

export function isShapeTool(tool: BoardTool): tool is ShapeTool {
  return tool === 'circle' || tool === 'rectangle' || tool === 'line';
}

/** Less than this is a press of the button and no shape. */
const smallest = 4;

/** The look of what is drawn. */
export interface Look {
  readonly ink: BoardInk;
  readonly pen: BoardPen;
}

/** `undefined` when nothing was drawn yet. `even` keeps circles round, rectangles square, and lines straight. */
export function shapeOf(
  tool: ShapeTool,
  id: BoardItemId,
  from: Point,
  to: Point,
  { ink, pen }: Look,
  even = false,
): BoardItem | undefined {
  let [width, height] = [Math.round(to.x - from.x), Math.round(to.y - from.y)];
  if (Math.max(Math.abs(width), Math.abs(height)) < smallest) return undefined;
  const [x, y] = [Math.round(from.x), Math.round(from.y)];
  if (tool === 'line') {
    if (even && Math.abs(width) > Math.abs(height)) height = 0;
    else if (even) width = 0;
    return { kind: 'line', id, x, y, width, height, ink, pen };
  }
  if (even) {
    const edge = Math.max(Math.abs(width), Math.abs(height));
    [width, height] = [Math.sign(width || 1) * edge, Math.sign(height || 1) * edge];
  }
  return {
    kind: tool,
    id,
    x: Math.min(x, x + width),
    y: Math.min(y, y + height),
    width: Math.max(1, Math.abs(width)),
    height: Math.max(1, Math.abs(height)),
    ink,
    pen,
  };
}
