/** Screens, the pointer and its picture, as user32.dll tells of them. */
import koffi from 'koffi';
import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const user32 = loadLibrary('user32.dll');

/** `SM_…`: what GetSystemMetrics is asked for. */
export const systemMetric = {
  swappedButtons: 23,
  virtualLeft: 76,
  virtualTop: 77,
  virtualWidth: 78,
  virtualHeight: 79,
} as const;

export const getSystemMetrics: (metric: number) => number = user32.func('int __stdcall GetSystemMetrics(int metric)');

const setDpiAware: () => boolean = user32.func('bool __stdcall SetProcessDPIAware()');
const newer = newerFunctions();

/**
 * From now on this process sees real pixels on every monitor; without it Windows would show and take scaled ones.
 * The context is `DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2`.
 */
export function seeRealPixels(): void {
  if (!newer?.setDpiAwareness(-4)) setDpiAware();
}

/** The main monitor's text scale in dots per inch; 96 is unscaled. */
export function systemDpi(): number {
  return newer?.dpiForSystem() ?? 96;
}

export const getDc: (window: null) => Pointer | null = user32.func('void *__stdcall GetDC(void *window)');
export const releaseDc: (window: null, dc: Pointer) => number = user32.func(
  'int __stdcall ReleaseDC(void *window, void *dc)',
);

const monitorCallback = koffi.proto('bool __stdcall MonitorFound(void *monitor, void *dc, void *area, intptr_t extra)');
const enumDisplayMonitors = user32.func('EnumDisplayMonitors', 'bool', [
  'void *',
  'void *',
  koffi.pointer(monitorCallback),
  'intptr_t',
]);
const getMonitorInfo: (monitor: Pointer, info: Buffer) => boolean = user32.func(
  'bool __stdcall GetMonitorInfoW(void *monitor, void *info)',
);

const monitorInfoBytes = 40;
const isPrimaryFlag = 1;

export interface MonitorArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly isPrimary: boolean;
}

/** The monitors in pixels of the virtual screen, whose origin is the primary one's corner. */
export function monitorAreas(): MonitorArea[] {
  const areas: MonitorArea[] = [];
  const found = (monitor: Pointer): boolean => {
    const info = Buffer.alloc(monitorInfoBytes);
    info.writeUInt32LE(monitorInfoBytes, 0);
    if (getMonitorInfo(monitor, info)) {
      const [left, top, right, bottom] = [4, 8, 12, 16].map((at) => info.readInt32LE(at));
      const isPrimary = (info.readUInt32LE(36) & isPrimaryFlag) !== 0;
      areas.push({ left: left ?? 0, top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0, isPrimary });
    }
    return true;
  };
  enumDisplayMonitors(null, null, found, 0);
  return areas;
}

const getCursorInfo: (info: Buffer) => boolean = user32.func('bool __stdcall GetCursorInfo(_Inout_ void *info)');
const getIconInfo: (icon: Pointer, info: Buffer) => boolean = user32.func(
  'bool __stdcall GetIconInfo(void *icon, _Out_ void *info)',
);

/** Where the pointer is, in pixels of the virtual screen, and its picture's handle; null when none is shown. */
export function cursorNow(): { x: number; y: number; picture: Pointer | null } | undefined {
  const info = Buffer.alloc(24);
  info.writeUInt32LE(24, 0);
  if (!getCursorInfo(info)) return undefined;
  const isShown = info.readUInt32LE(4) === 1;
  const picture = info.readBigUInt64LE(8);
  return { x: info.readInt32LE(16), y: info.readInt32LE(20), picture: isShown && picture !== 0n ? picture : null };
}

const loadCursor: (instance: null, id: number) => Pointer | null = user32.func(
  'void *__stdcall LoadCursorW(void *instance, uintptr_t id)',
);
const arrow = 32512;

/** The handle of the arrow that everybody knows; it belongs to Windows. */
export function arrowPicture(): Pointer | null {
  return loadCursor(null, arrow);
}

/** The parts of a pointer's picture; the bitmaps belong to the caller, who must delete them. Nothing of a picture that is gone. */
export function iconParts(
  picture: Pointer,
): { hotX: number; hotY: number; mask: Pointer; colour: Pointer | null } | undefined {
  const info = Buffer.alloc(32);
  if (!getIconInfo(picture, info)) return undefined;
  const colour = info.readBigUInt64LE(24);
  return {
    hotX: info.readUInt32LE(4),
    hotY: info.readUInt32LE(8),
    mask: info.readBigUInt64LE(16),
    colour: colour === 0n ? null : colour,
  };
}

interface NewerFunctions {
  setDpiAwareness(context: number): boolean;
  dpiForSystem(): number;
}

function newerFunctions(): NewerFunctions | undefined {
  try {
    return {
      setDpiAwareness: user32.func('bool __stdcall SetProcessDpiAwarenessContext(intptr_t context)'),
      dpiForSystem: user32.func('uint32 __stdcall GetDpiForSystem()'),
    };
  } catch {
    // Before the Windows 10 of 2017: one scale for all monitors.
    return undefined;
  }
}
