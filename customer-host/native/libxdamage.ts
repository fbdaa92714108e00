import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const libxdamage = loadLibrary('libXdamage.so.1');

/** `XDamageReportDeltaRectangles`: tells each part that was not yet damaged, and nothing twice until it is fetched. */
export const reportDeltaRectangles = 1;

export const XDamageQueryVersion: (display: Pointer, major: [number], minor: [number]) => number = libxdamage.func(
  'int XDamageQueryVersion(void *display, _Inout_ int *major, _Inout_ int *minor)',
);
export const XDamageCreate: (display: Pointer, window: number, level: number) => number = libxdamage.func(
  'ulong XDamageCreate(void *display, ulong window, int level)',
);
/** Moves what was damaged into the region `parts` and begins anew. */
export const XDamageSubtract: (display: Pointer, damage: number, repair: 0, parts: number) => void = libxdamage.func(
  'void XDamageSubtract(void *display, ulong damage, ulong repair, ulong parts)',
);
