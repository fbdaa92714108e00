/** What the drawing program can be told; it answers `{ drawn }`, the number of pictures so far. `report` only asks. */
export type DrawingOrder =
  { readonly draw: 'still' | 'report' } | { readonly draw: 'patch' | 'scrolling'; readonly perSecond: number };

export function isDrawingOrder(message: unknown): message is DrawingOrder {
  return typeof message === 'object' && message !== null && 'draw' in message;
}
