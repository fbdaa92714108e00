/** Placing, showing and painting of windows, and where their input comes from, by user32.dll. */
import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';
import { isWine } from './wine.ts';

const user32 = loadLibrary('user32.dll');

/** `SWP_…`, `SW_…`, and where among the others a window goes. */
const notActivated = 0x10;
const sizeKept = 0x1;
const placeKept = 0x2;
const inFrontOfAll = -1;
const likeOthers = -2;
const showWithoutActivating = 4;
/** `IMO_HARDWARE` */
const fromHardware = 1;

const setWindowPos: (
  window: Pointer,
  after: number,
  x: number,
  y: number,
  width: number,
  height: number,
  flags: number,
) => boolean = user32.func(
  'bool __stdcall SetWindowPos(void *window, intptr_t after, int x, int y, int width, int height, uint32 flags)',
);
const showWindow: (window: Pointer, how: number) => boolean = user32.func(
  'bool __stdcall ShowWindow(void *window, int how)',
);
/** A POINT is handed over in one register, x in its lower half. */
const windowAt: (place: bigint) => Pointer | null = user32.func('void *__stdcall WindowFromPoint(uint64 place)');
const messageSource: (source: Buffer) => boolean = user32.func(
  'bool __stdcall GetCurrentInputMessageSource(_Out_ void *source)',
);
const invalidate: (window: Pointer, area: null, erase: boolean) => boolean = user32.func(
  'bool __stdcall InvalidateRect(void *window, void *area, bool erase)',
);
const beginPaint: (window: Pointer, paint: Buffer) => Pointer | null = user32.func(
  'void *__stdcall BeginPaint(void *window, _Out_ void *paint)',
);
const endPaint: (window: Pointer, paint: Buffer) => boolean = user32.func(
  'bool __stdcall EndPaint(void *window, void *paint)',
);

/** Takes the keyboard, where Windows gives it to this program. */
export const setForegroundWindow: (window: Pointer) => boolean = user32.func(
  'bool __stdcall SetForegroundWindow(void *window)',
);
/** Brings all mouse events to the window until they are given back. */
export const setCapture: (window: Pointer) => Pointer | null = user32.func('void *__stdcall SetCapture(void *window)');
export const releaseCapture: () => boolean = user32.func('bool __stdcall ReleaseCapture()');

/** Shows a window without taking the keyboard from anybody. */
export function showQuietly(window: Pointer): void {
  showWindow(window, showWithoutActivating);
}

/** Brings a window to the front of all others; it is there already, unless another one that wants the same came later. */
export function raise(window: Pointer): void {
  // Wine does nothing for a window that it believes in front, though its display may show another one over it.
  if (isWine) setWindowPos(window, likeOthers, 0, 0, 0, 0, notActivated | sizeKept | placeKept);
  setWindowPos(window, inFrontOfAll, 0, 0, 0, 0, notActivated | sizeKept | placeKept);
}

export function moveWindow(window: Pointer, x: number, y: number): void {
  setWindowPos(window, inFrontOfAll, x, y, 0, 0, notActivated | sizeKept);
}

/** Whether nothing lies over this place of the window. */
export function isOnTop(window: Pointer, place: { x: number; y: number }): boolean {
  const half = (value: number): bigint => BigInt.asUintN(32, BigInt(value));
  return windowAt((half(place.y) << 32n) | half(place.x)) === window;
}

/**
 * Whether the message that is being handled was made by a device, and not by a program (`SendInput` and what is built on
 * it). What Windows cannot tell counts as made by a program.
 */
export function isFromHardware(): boolean {
  const source = Buffer.alloc(8);
  return messageSource(source) && source.readUInt32LE(4) === fromHardware;
}

/** Asks for a `WM_PAINT` soon. */
export function paintSoon(window: Pointer): void {
  invalidate(window, null, false);
}

/** Answers a `WM_PAINT`: `paint` gets the window's drawing context. */
export function paintNow(window: Pointer, paint: (dc: Pointer) => void): void {
  const about = Buffer.alloc(72);
  const dc = beginPaint(window, about);
  if (dc) paint(dc);
  endPaint(window, about);
}
