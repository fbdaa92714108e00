import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const libxfixes = loadLibrary('libXfixes.so.3');

/** `XFixesDisplayCursorNotifyMask`: tells when another cursor is shown. */
export const displayCursorNotifyMask = 1;

export const XFixesQueryVersion: (display: Pointer, major: [number], minor: [number]) => number = libxfixes.func(
  'int XFixesQueryVersion(void *display, _Inout_ int *major, _Inout_ int *minor)',
);
export const XFixesSelectCursorInput: (display: Pointer, window: number, mask: number) => void = libxfixes.func(
  'void XFixesSelectCursorInput(void *display, ulong window, ulong mask)',
);
/** The cursor now shown as an `XFixesCursorImage`, to be freed with XFree. */
export const XFixesGetCursorImage: (display: Pointer) => Pointer | null = libxfixes.func(
  'void *XFixesGetCursorImage(void *display)',
);
export const XFixesCreateRegion: (display: Pointer, rectangles: null, count: 0) => number = libxfixes.func(
  'ulong XFixesCreateRegion(void *display, void *rectangles, int count)',
);
/** The rectangles of a region as `XRectangle`s (four 16-bit numbers), to be freed with XFree. */
export const XFixesFetchRegion: (display: Pointer, region: number, count: [number]) => Pointer | null = libxfixes.func(
  'void *XFixesFetchRegion(void *display, ulong region, _Out_ int *count)',
);
