/** A part of the screen, in pixels from its top left corner. */
export type Rectangle = { x: number; y: number; width: number; height: number };

/** The part of `rectangle` that lies on a screen of this size; nothing when no pixel of it does. */
export function clipToScreen(rectangle: Rectangle, width: number, height: number): Rectangle | undefined {
  const x = Math.max(0, rectangle.x);
  const y = Math.max(0, rectangle.y);
  const right = Math.min(width, rectangle.x + rectangle.width);
  const bottom = Math.min(height, rectangle.y + rectangle.height);
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : undefined;
}
