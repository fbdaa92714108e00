import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const libxtst = loadLibrary('libXtst.so.6');

/** Presses or releases a keycode after `delayMs` (always 0 here). */
export const XTestFakeKeyEvent: (display: Pointer, keycode: number, down: 0 | 1, delayMs: number) => number =
  libxtst.func('int XTestFakeKeyEvent(void *display, uint keycode, int down, ulong delayMs)');
/** Presses or releases a pointer button, counted as X counts them (1 left, 2 middle, 3 right). */
export const XTestFakeButtonEvent: (display: Pointer, button: number, down: 0 | 1, delayMs: number) => number =
  libxtst.func('int XTestFakeButtonEvent(void *display, uint button, int down, ulong delayMs)');
/** Moves the pointer to a place on the screen, in pixels. */
export const XTestFakeMotionEvent: (display: Pointer, screen: number, x: number, y: number, delayMs: number) => number =
  libxtst.func('int XTestFakeMotionEvent(void *display, int screen, int x, int y, ulong delayMs)');
