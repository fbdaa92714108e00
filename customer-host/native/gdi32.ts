/** Pictures in memory and drawing into them, by gdi32.dll. */
import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const gdi32 = loadLibrary('gdi32.dll');

/** `SRCCOPY` */
export const sourceCopy = 0x00cc0020;
/** `TRANSPARENT`, for `setBackgroundMode`. */
export const transparent = 1;

export const createCompatibleDc: (dc: Pointer) => Pointer | null = gdi32.func(
  'void *__stdcall CreateCompatibleDC(void *dc)',
);
export const deleteDc: (dc: Pointer) => boolean = gdi32.func('bool __stdcall DeleteDC(void *dc)');
export const selectObject: (dc: Pointer, object: Pointer) => Pointer | null = gdi32.func(
  'void *__stdcall SelectObject(void *dc, void *object)',
);
export const deleteObject: (object: Pointer) => boolean = gdi32.func('bool __stdcall DeleteObject(void *object)');
export const gdiFlush: () => boolean = gdi32.func('bool __stdcall GdiFlush()');

type BitBlt = (
  to: Pointer,
  x: number,
  y: number,
  width: number,
  height: number,
  from: Pointer,
  fromX: number,
  fromY: number,
  operation: number,
) => boolean;

const blit = gdi32.func(
  'bool __stdcall BitBlt(void *to, int x, int y, int width, int height, void *from, int fromX, int fromY, uint32 operation)',
);

export const bitBlt: BitBlt = blit;

/** The same on a thread of its own, so that waiting for the graphics card keeps nobody here. */
export function bitBltAside(...given: Parameters<BitBlt>): Promise<boolean> {
  return new Promise((resolve) => {
    blit.async(...given, (error: unknown, hasRead: unknown) => resolve(!error && hasRead === true));
  });
}

const createDibSection: (
  dc: Pointer,
  info: Buffer,
  usage: number,
  bits: [Pointer | null],
  section: null,
  offset: number,
) => Pointer | null = gdi32.func(
  'void *__stdcall CreateDIBSection(void *dc, void *info, uint32 usage, _Out_ void **bits, void *section, uint32 offset)',
);

/** A picture of 32 bits a pixel (blue, green, red, unused), rows from the top, and where its pixels lie. */
export function createPicture(
  dc: Pointer,
  width: number,
  height: number,
): { bitmap: Pointer; pixels: Pointer } | undefined {
  const bits: [Pointer | null] = [null];
  const bitmap = createDibSection(dc, bitmapInfo(width, height), 0, bits, null, 0);
  return bitmap && bits[0] ? { bitmap, pixels: bits[0] } : undefined;
}

const getObject: (object: Pointer, bytes: number, out: Buffer) => number = gdi32.func(
  'int __stdcall GetObjectW(void *object, int bytes, _Out_ void *out)',
);
const getDiBits: (
  dc: Pointer,
  bitmap: Pointer,
  firstLine: number,
  lines: number,
  out: Buffer,
  info: Buffer,
  usage: number,
) => number = gdi32.func(
  'int __stdcall GetDIBits(void *dc, void *bitmap, uint32 firstLine, uint32 lines, _Out_ void *out, _Inout_ void *info, uint32 usage)',
);

/** A bitmap's pixels, four bytes each (blue, green, red, alpha), rows from the top. */
export function readBitmap(
  dc: Pointer,
  bitmap: Pointer,
): { width: number; height: number; pixels: Buffer } | undefined {
  const about = Buffer.alloc(32);
  if (getObject(bitmap, about.length, about) === 0) return undefined;
  const width = about.readInt32LE(4);
  const height = about.readInt32LE(8);
  const pixels = Buffer.alloc(width * height * 4);
  if (getDiBits(dc, bitmap, 0, height, pixels, bitmapInfo(width, height), 0) === 0) return undefined;
  return { width, height, pixels };
}

/** A `BITMAPINFO`; a negative height means rows from the top. */
function bitmapInfo(width: number, height: number): Buffer {
  const info = Buffer.alloc(44);
  info.writeUInt32LE(40, 0);
  info.writeInt32LE(width, 4);
  info.writeInt32LE(-height, 8);
  info.writeUInt16LE(1, 12);
  info.writeUInt16LE(32, 14);
  return info;
}

export const createFont: (
  height: number,
  width: number,
  escapement: number,
  orientation: number,
  weight: number,
  italic: number,
  underline: number,
  strikeOut: number,
  charSet: number,
  outPrecision: number,
  clipPrecision: number,
  quality: number,
  pitchAndFamily: number,
  face: string,
) => Pointer | null = gdi32.func(
  'void *__stdcall CreateFontW(int height, int width, int escapement, int orientation, int weight, uint32 italic, uint32 underline, uint32 strikeOut, uint32 charSet, uint32 outPrecision, uint32 clipPrecision, uint32 quality, uint32 pitchAndFamily, str16 face)',
);
export const setTextColour: (dc: Pointer, colour: number) => number = gdi32.func(
  'uint32 __stdcall SetTextColor(void *dc, uint32 colour)',
);
export const setBackgroundMode: (dc: Pointer, mode: number) => number = gdi32.func(
  'int __stdcall SetBkMode(void *dc, int mode)',
);
export const textOut: (dc: Pointer, x: number, y: number, text: string, length: number) => boolean = gdi32.func(
  'bool __stdcall TextOutW(void *dc, int x, int y, str16 text, int length)',
);
const textExtent: (dc: Pointer, text: string, length: number, size: Buffer) => boolean = gdi32.func(
  'bool __stdcall GetTextExtentPoint32W(void *dc, str16 text, int length, _Out_ void *size)',
);

/** Width and height of a text in the font that is selected, in pixels. */
export function textSize(dc: Pointer, text: string): { width: number; height: number } {
  const size = Buffer.alloc(8);
  textExtent(dc, text, text.length, size);
  return { width: size.readInt32LE(0), height: size.readInt32LE(4) };
}
