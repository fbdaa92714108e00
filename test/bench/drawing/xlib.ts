/** The few drawing functions of Xlib that the drawing program uses. */
import koffi from 'koffi';

const libx11 = koffi.load('libX11.so.6');

export type Pointer = bigint;

export const XOpenDisplay: (name: string | null) => Pointer | null = libx11.func(
  'void *XOpenDisplay(const char *name)',
);
export const XDefaultScreen: (display: Pointer) => number = libx11.func('int XDefaultScreen(void *display)');
export const XDefaultRootWindow: (display: Pointer) => number = libx11.func('ulong XDefaultRootWindow(void *display)');
export const XDisplayWidth: (display: Pointer, screen: number) => number = libx11.func(
  'int XDisplayWidth(void *display, int screen)',
);
export const XDisplayHeight: (display: Pointer, screen: number) => number = libx11.func(
  'int XDisplayHeight(void *display, int screen)',
);
export const XCreatePixmap: (display: Pointer, like: number, width: number, height: number, depth: number) => number =
  libx11.func('ulong XCreatePixmap(void *display, ulong like, uint width, uint height, uint depth)');
export const XCreateGC: (display: Pointer, like: number, mask: number, values: null) => Pointer = libx11.func(
  'void *XCreateGC(void *display, ulong like, ulong mask, void *values)',
);
export const XSetForeground: (display: Pointer, gc: Pointer, colour: number) => number = libx11.func(
  'int XSetForeground(void *display, void *gc, ulong colour)',
);
export const XSetGraphicsExposures: (display: Pointer, gc: Pointer, wanted: 0 | 1) => number = libx11.func(
  'int XSetGraphicsExposures(void *display, void *gc, int wanted)',
);
export const XFillRectangle: (
  display: Pointer,
  target: number,
  gc: Pointer,
  x: number,
  y: number,
  width: number,
  height: number,
) => number = libx11.func(
  'int XFillRectangle(void *display, ulong target, void *gc, int x, int y, uint width, uint height)',
);
export const XDrawString: (
  display: Pointer,
  target: number,
  gc: Pointer,
  x: number,
  y: number,
  text: string,
  length: number,
) => number = libx11.func(
  'int XDrawString(void *display, ulong target, void *gc, int x, int y, const char *text, int length)',
);
export const XCopyArea: (
  display: Pointer,
  source: number,
  target: number,
  gc: Pointer,
  sourceX: number,
  sourceY: number,
  width: number,
  height: number,
  x: number,
  y: number,
) => number = libx11.func(
  'int XCopyArea(void *display, ulong source, ulong target, void *gc, int sourceX, int sourceY, uint width, ' +
    'uint height, int x, int y)',
);
export const XFlush: (display: Pointer) => number = libx11.func('int XFlush(void *display)');
export const XSync: (display: Pointer, discard: 0) => number = libx11.func('int XSync(void *display, int discard)');
