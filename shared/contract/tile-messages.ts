/**
 * Binary messages of the `tiles` channel, big-endian:
 *
 * - tile: `01` · flags u8 (bit 0: last of its batch) · batch u32 · x u16 · y u16 · width u16 · height u16 · pixels
 * - copy: `03` · flags u8 (bit 0: last of its batch) · batch u32 · x u16 · y u16 · width u16 · height u16 · from x u16 ·
 *   from y u16
 * - mode: `02` · mode u8 (0 tiles, 1 video) · batch u32
 *
 * Pixels are RGBA rows from the top, compressed with raw deflate (RFC 1951). A batch is everything that changed at one
 * moment; the viewer paints it whole and in order. A copy moves what the viewer shows already, as scrolling does. While the mode is video the viewer shows the video track above the tiles, which
 * keep what they last showed; tiles that bring them up to date come before the mode goes back.
 */
const TILE = 1;
const MODE = 2;
const COPY = 3;
const TILE_HEADER_BYTES = 14;
const MODE_BYTES = 6;
const COPY_BYTES = 18;

/** A tile's compressed pixels are at most this long, so that a message passes every WebRTC implementation. */
export const MAX_TILE_BYTES = 240_000;

export interface TileArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type TileMessage =
  | {
      readonly kind: 'tile';
      readonly batch: number;
      readonly last: boolean;
      readonly area: TileArea;
      readonly pixels: Uint8Array;
    }
  | {
      readonly kind: 'copy';
      readonly batch: number;
      readonly last: boolean;
      readonly area: TileArea;
      readonly from: { readonly x: number; readonly y: number };
    }
  | { readonly kind: 'mode'; readonly batch: number; readonly mode: 'tiles' | 'video' };

export function encodeTile(batch: number, last: boolean, area: TileArea, pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(TILE_HEADER_BYTES + pixels.length);
  writeHead(message, TILE, batch, last, area);
  message.set(pixels, TILE_HEADER_BYTES);
  return message;
}

/** What the viewer shows at `from`, in the size of `area`, is to be shown at `area` too. */
export function encodeCopy(
  batch: number,
  last: boolean,
  area: TileArea,
  from: { readonly x: number; readonly y: number },
): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(COPY_BYTES);
  writeHead(message, COPY, batch, last, area);
  const view = new DataView(message.buffer);
  view.setUint16(TILE_HEADER_BYTES, from.x);
  view.setUint16(TILE_HEADER_BYTES + 2, from.y);
  return message;
}

export function encodeMode(batch: number, mode: 'tiles' | 'video'): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(MODE_BYTES);
  const view = new DataView(message.buffer);
  view.setUint8(0, MODE);
  view.setUint8(1, mode === 'video' ? 1 : 0);
  view.setUint32(2, batch);
  return message;
}

/** `undefined` for what is no message of this channel, or lies outside a screen of `width` × `height` pixels. */
export function parseTileMessage(data: ArrayBuffer, width: number, height: number): TileMessage | undefined {
  const view = new DataView(data);
  if (view.byteLength < MODE_BYTES) return undefined;
  const batch = view.getUint32(2);
  if (view.getUint8(0) === MODE && view.byteLength === MODE_BYTES) {
    return { kind: 'mode', batch, mode: view.getUint8(1) === 1 ? 'video' : 'tiles' };
  }
  return parseArea(data, view, batch, width, height);
}

function parseArea(
  data: ArrayBuffer,
  view: DataView,
  batch: number,
  width: number,
  height: number,
): TileMessage | undefined {
  const length = view.byteLength;
  if (length <= TILE_HEADER_BYTES || length > TILE_HEADER_BYTES + MAX_TILE_BYTES) return undefined;
  const kind = view.getUint8(0);
  const last = view.getUint8(1) === 1;
  const area = { x: view.getUint16(6), y: view.getUint16(8), width: view.getUint16(10), height: view.getUint16(12) };
  const isInside = ({ x, y }: { x: number; y: number }) => x + area.width <= width && y + area.height <= height;
  if (area.width === 0 || area.height === 0 || !isInside(area)) return undefined;
  if (kind === TILE) return { kind: 'tile', batch, last, area, pixels: new Uint8Array(data, TILE_HEADER_BYTES) };
  if (kind !== COPY || length !== COPY_BYTES) return undefined;
  const from = { x: view.getUint16(TILE_HEADER_BYTES), y: view.getUint16(TILE_HEADER_BYTES + 2) };
  return isInside(from) ? { kind: 'copy', batch, last, area, from } : undefined;
}

function writeHead(message: Uint8Array<ArrayBuffer>, kind: number, batch: number, last: boolean, area: TileArea): void {
  const view = new DataView(message.buffer);
  view.setUint8(0, kind);
  view.setUint8(1, last ? 1 : 0);
  view.setUint32(2, batch);
  view.setUint16(6, area.x);
  view.setUint16(8, area.y);
  view.setUint16(10, area.width);
  view.setUint16(12, area.height);
}
