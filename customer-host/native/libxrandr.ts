import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const libxrandr = loadLibrary('libXrandr.so.2');

/** `sizeof(XRRMonitorInfo)`. */
export const monitorInfoBytes = 56;

/** The active monitors as an array of `XRRMonitorInfo`, to be freed with XFree. */
export const XRRGetMonitors: (display: Pointer, window: number, onlyActive: 1, count: [number]) => Pointer | null =
  libxrandr.func('void *XRRGetMonitors(void *display, ulong window, int onlyActive, _Out_ int *count)');
