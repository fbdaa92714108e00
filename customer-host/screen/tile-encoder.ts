/** Makes tile messages of changed areas of a frame. */
import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync } from 'node:zlib';
import type { PictureWish } from '../../shared/contract/picture-wish.ts';
import { MAX_TILE_BYTES, encodeTile, type TileArea } from '../../shared/contract/tile-messages.ts';

/** Up to this many raw bytes compressing at once is sooner than a trip through the thread pool. */
const SYNC_BYTES = 400_000;
/** A tile's raw pixels; larger areas are cut into bands. */
const MAX_RAW_BYTES = 800_000;
/** The fastest level: what counts is delay, and screens compress well at any level. */
const level = 1;
const deflateInThreadPool = promisify(deflateRaw);

/**
 * `frame` is BGRX, `frameWidth` pixels a row. The promise resolves to the messages of one batch in order; the frame
 * must not change until then.
 */
export async function encodeBatch(
  batch: number,
  frame: Buffer,
  frameWidth: number,
  areas: readonly TileArea[],
  colours: PictureWish['colours'] = 'full',
): Promise<Uint8Array<ArrayBuffer>[]> {
  const tiles: { area: TileArea; pixels: Uint8Array }[] = [];
  for (const area of areas.flatMap(cutIntoBands)) tiles.push(...(await compress(frame, frameWidth, area, colours)));
  return tiles.map(({ area, pixels }, index) => encodeTile(batch, index === tiles.length - 1, area, pixels));
}

function cutIntoBands(area: TileArea): TileArea[] {
  const rows = Math.max(1, Math.floor(MAX_RAW_BYTES / (area.width * 4)));
  const bands: TileArea[] = [];
  for (let y = 0; y < area.height; y += rows) {
    bands.push({ ...area, y: area.y + y, height: Math.min(rows, area.height - y) });
  }
  return bands;
}

async function compress(
  frame: Buffer,
  frameWidth: number,
  area: TileArea,
  colours: PictureWish['colours'],
): Promise<{ area: TileArea; pixels: Uint8Array }[]> {
  const raw = rgbaOf(frame, frameWidth, area);
  if (colours !== 'full') lessen(raw, colours);
  const pixels = raw.length <= SYNC_BYTES ? deflateRawSync(raw, { level }) : await deflateInThreadPool(raw, { level });
  if (pixels.length <= MAX_TILE_BYTES || area.height === 1) return [{ area, pixels }];
  const upper = { ...area, height: area.height >> 1 };
  const lower = { ...area, y: area.y + upper.height, height: area.height - upper.height };
  return [
    ...(await compress(frame, frameWidth, upper, colours)),
    ...(await compress(frame, frameWidth, lower, colours)),
  ];
}

/** Copies an area out of a BGRX frame as opaque RGBA. */
function rgbaOf(frame: Buffer, frameWidth: number, area: TileArea): Buffer {
  const raw = Buffer.allocUnsafeSlow(area.width * area.height * 4);
  const target = new Uint32Array(raw.buffer, raw.byteOffset, area.width * area.height);
  const source = new Uint32Array(frame.buffer, frame.byteOffset, frame.byteLength >> 2);
  let at = 0;
  for (let y = area.y; y < area.y + area.height; y += 1) {
    const start = y * frameWidth + area.x;
    for (let from = start; from < start + area.width; from += 1) {
      const bgrx = source[from] ?? 0;
      target[at] = 0xff00_0000 | ((bgrx & 0xff) << 16) | (bgrx & 0xff00) | ((bgrx >>> 16) & 0xff);
      at += 1;
    }
  }
  return raw;
}

/** Three bits are left of each colour, which compress to far less; or one brightness takes the place of all three. */
function lessen(raw: Buffer, colours: 'fewer' | 'grey'): void {
  const pixels = new Uint32Array(raw.buffer, raw.byteOffset, raw.length >> 2);
  for (let at = 0; at < pixels.length; at += 1) {
    const rgba = pixels[at] ?? 0;
    if (colours === 'grey') {
      const grey = (77 * (rgba & 0xff) + 150 * ((rgba >>> 8) & 0xff) + 29 * ((rgba >>> 16) & 0xff)) >> 8;
      pixels[at] = 0xff00_0000 | (grey << 16) | (grey << 8) | grey;
    } else {
      const kept = rgba & 0x00e0_e0e0;
      // The bits that are left out are filled from those above, so that white stays white.
      pixels[at] = 0xff00_0000 | kept | ((kept >>> 3) & 0x001c_1c1c) | ((kept >>> 6) & 0x0003_0303);
    }
  }
}
