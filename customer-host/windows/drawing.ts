import type { HostColour } from './host-colours.ts';

/** A place in a window, in design pixels from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in design pixels. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Size in design pixels, and one of the two weights. */
export interface TextStyle {
  readonly size: number;
  readonly strong: boolean;
}

/** The width of a text in design pixels. */
export type MeasureText = (text: string, style: TextStyle) => number;

/**
 * One step of drawing, on every platform the same. Later steps lie over earlier ones; `opacity` is 0 to 1. A text stands
 * in the vertical middle of a line that is `lineHeight` high and begins at `y`.
 */
export type DrawStep =
  | ({ readonly kind: 'fill'; readonly colour: HostColour; readonly opacity?: number } & Box)
  | { readonly kind: 'shape'; readonly colour: HostColour; readonly points: readonly Point[] }
  | ({
      readonly kind: 'text';
      readonly text: string;
      readonly style: TextStyle;
      readonly colour: HostColour;
      readonly lineHeight: number;
    } & Point);

/** The four sides of a box, `thickness` pixels wide, inside it. */
export function frame(box: Box, thickness: number, colour: HostColour): DrawStep[] {
  const { x, y, width, height } = box;
  return [
    { kind: 'fill', colour, x, y, width, height: thickness },
    { kind: 'fill', colour, x, y: y + height - thickness, width, height: thickness },
    { kind: 'fill', colour, x, y, width: thickness, height },
    { kind: 'fill', colour, x: x + width - thickness, y, width: thickness, height },
  ];
}

/** Whether the point lies in the box; its right and lower edge are outside. */
export function contains(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x < box.x + box.width && point.y >= box.y && point.y < box.y + box.height;
}
