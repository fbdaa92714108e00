import koffi from 'koffi';
import { loadLibrary, toPointer } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const libx11 = loadLibrary('libX11.so.6');

/** `sizeof(XEvent)`: 24 longs. */
export const eventBytes = 192;
/** `XkbUseCoreKbd`: whichever keyboard the display uses. */
export const coreKeyboard = 0x100;
/** `CARDINAL`, the predefined atom for numbers in a property. */
export const cardinalAtom = 6;
/** Core events this program reads. */
export const coreEvent = { configureNotify: 22, mappingNotify: 34, generic: 35 } as const;
/** `StructureNotifyMask`: tells when a window, here the root, changes its size. */
export const structureNotifyMask = 1 << 17;

export const XOpenDisplay: (name: string) => Pointer | null = libx11.func('void *XOpenDisplay(const char *name)');
export const XCloseDisplay: (display: Pointer) => number = libx11.func('int XCloseDisplay(void *display)');
export const XConnectionNumber: (display: Pointer) => number = libx11.func('int XConnectionNumber(void *display)');
export const XDefaultScreen: (display: Pointer) => number = libx11.func('int XDefaultScreen(void *display)');
export const XDefaultRootWindow: (display: Pointer) => number = libx11.func('ulong XDefaultRootWindow(void *display)');
export const XDefaultVisual: (display: Pointer, screen: number) => Pointer = libx11.func(
  'void *XDefaultVisual(void *display, int screen)',
);
export const XDefaultDepth: (display: Pointer, screen: number) => number = libx11.func(
  'int XDefaultDepth(void *display, int screen)',
);
export const XFree: (memory: Pointer) => number = libx11.func('int XFree(void *memory)');
export const XSync: (display: Pointer, discard: 0) => number = libx11.func('int XSync(void *display, int discard)');
export const XFlush: (display: Pointer) => number = libx11.func('int XFlush(void *display)');
export const XPending: (display: Pointer) => number = libx11.func('int XPending(void *display)');
export const XNextEvent: (display: Pointer, event: Buffer) => number = libx11.func(
  'int XNextEvent(void *display, void *event)',
);
export const XGetEventData: (display: Pointer, cookie: Buffer) => number = libx11.func(
  'int XGetEventData(void *display, void *cookie)',
);
export const XFreeEventData: (display: Pointer, cookie: Buffer) => void = libx11.func(
  'void XFreeEventData(void *display, void *cookie)',
);
export const XSelectInput: (display: Pointer, window: number, mask: number) => number = libx11.func(
  'int XSelectInput(void *display, ulong window, long mask)',
);
export const XInternAtom: (display: Pointer, name: string, onlyIfExists: 0 | 1) => number = libx11.func(
  'ulong XInternAtom(void *display, const char *name, int onlyIfExists)',
);
export const XQueryExtension: (
  display: Pointer,
  name: string,
  opcode: [number],
  event: [number],
  error: [number],
) => number = libx11.func(
  'int XQueryExtension(void *display, const char *name, _Out_ int *opcode, _Out_ int *event, _Out_ int *error)',
);
export const XGetGeometry: (
  display: Pointer,
  window: number,
  root: [number],
  x: [number],
  y: [number],
  width: [number],
  height: [number],
  border: [number],
  depth: [number],
) => number = libx11.func(
  'int XGetGeometry(void *display, ulong window, _Out_ ulong *root, _Out_ int *x, _Out_ int *y, _Out_ uint *width, ' +
    '_Out_ uint *height, _Out_ uint *border, _Out_ uint *depth)',
);
export const XQueryPointer: (
  display: Pointer,
  window: number,
  root: [number],
  child: [number],
  rootX: [number],
  rootY: [number],
  windowX: [number],
  windowY: [number],
  mask: [number],
) => number = libx11.func(
  'int XQueryPointer(void *display, ulong window, _Out_ ulong *root, _Out_ ulong *child, _Out_ int *rootX, ' +
    '_Out_ int *rootY, _Out_ int *windowX, _Out_ int *windowY, _Out_ uint *mask)',
);
export const XChangeProperty: (
  display: Pointer,
  window: number,
  property: number,
  type: number,
  format: 32,
  mode: 0,
  data: BigUint64Array,
  count: number,
) => number = libx11.func(
  'int XChangeProperty(void *display, ulong window, ulong property, ulong type, int format, int mode, void *data, ' +
    'int count)',
);
export const XDeleteProperty: (display: Pointer, window: number, property: number) => number = libx11.func(
  'int XDeleteProperty(void *display, ulong window, ulong property)',
);
export const XGetWindowProperty: (
  display: Pointer,
  window: number,
  property: number,
  offset: number,
  length: number,
  remove: 0,
  wantedType: number,
  type: [number],
  format: [number],
  count: [number],
  bytesAfter: [number],
  data: [Pointer | null],
) => number = libx11.func(
  'int XGetWindowProperty(void *display, ulong window, ulong property, long offset, long length, int remove, ' +
    'ulong wantedType, _Out_ ulong *type, _Out_ int *format, _Out_ ulong *count, _Out_ ulong *bytesAfter, ' +
    '_Out_ void **data)',
);

/** Reads the keyboard layout anew after a MappingNotify event. */
export const XRefreshKeyboardMapping: (event: Buffer) => number = libx11.func(
  'int XRefreshKeyboardMapping(void *event)',
);
export const XkbKeycodeToKeysym: (display: Pointer, keycode: number, group: number, level: number) => number =
  libx11.func('ulong XkbKeycodeToKeysym(void *display, uint8 keycode, uint group, uint level)');
export const XKeysymToKeycode: (display: Pointer, keysym: number) => number = libx11.func(
  'uint8 XKeysymToKeycode(void *display, ulong keysym)',
);
/** The keysym a key gives under modifiers; the active group is in bits 13 and 14 of `modifiers`. */
export const XkbLookupKeySym: (
  display: Pointer,
  keycode: number,
  modifiers: number,
  consumed: [number],
  keysym: [number],
) => number = libx11.func(
  'int XkbLookupKeySym(void *display, uint8 keycode, uint modifiers, _Out_ uint *consumed, _Out_ ulong *keysym)',
);
/** Fills an `XkbStateRec` (18 bytes): active group in the first, locked modifiers in the tenth. */
export const XkbGetState: (display: Pointer, keyboard: number, state: Buffer) => number = libx11.func(
  'int XkbGetState(void *display, uint keyboard, void *state)',
);
export const XkbLockModifiers: (display: Pointer, keyboard: number, affect: number, values: number) => number =
  libx11.func('int XkbLockModifiers(void *display, uint keyboard, uint affect, uint values)');
export const XDisplayKeycodes: (display: Pointer, lowest: [number], highest: [number]) => number = libx11.func(
  'int XDisplayKeycodes(void *display, _Out_ int *lowest, _Out_ int *highest)',
);
/** The keysyms of `count` keycodes, `perKeycode` each as 64-bit words, to be freed with XFree. */
export const XGetKeyboardMapping: (
  display: Pointer,
  first: number,
  count: number,
  perKeycode: [number],
) => Pointer | null = libx11.func(
  'void *XGetKeyboardMapping(void *display, uint8 first, int count, _Out_ int *perKeycode)',
);
export const XChangeKeyboardMapping: (
  display: Pointer,
  first: number,
  perKeycode: number,
  keysyms: BigUint64Array,
  count: number,
) => number = libx11.func(
  'int XChangeKeyboardMapping(void *display, int first, int perKeycode, void *keysyms, int count)',
);
/** The keycodes of the eight modifiers as an `XModifierKeymap`, to be freed with XFreeModifiermap. */
export const XGetModifierMapping: (display: Pointer) => Pointer | null = libx11.func(
  'void *XGetModifierMapping(void *display)',
);
export const XFreeModifiermap: (map: Pointer) => number = libx11.func('int XFreeModifiermap(void *map)');

/** Which keys are down, by any device: 32 bytes with a bit for each keycode. */
export const XQueryKeymap: (display: Pointer, keys: Buffer) => number = libx11.func(
  'int XQueryKeymap(void *display, void *keys)',
);

/** The Unicode code point of any keysym, 0 for keys that make none. */
export const codePointOfKeysym: (keysym: number) => number = bindKeysymTable();

/** libX11 has always exported its table, but no header promises it. Without it such letters are typed by borrowed keys. */
function bindKeysymTable(): (keysym: number) => number {
  try {
    return libx11.func('uint KeySymToUcs4(ulong keysym)');
  } catch {
    // Not exported here: every answer is "none", as said above.
    return () => 0;
  }
}

const errorHandlerType = koffi.proto('int', ['void *', 'void *']);
const lostHandlerType = koffi.proto('int', ['void *']);
const lostExitHandlerType = koffi.proto('void', ['void *', 'void *']);
const XSetErrorHandler = libx11.func('XSetErrorHandler', 'void *', [koffi.pointer(errorHandlerType)]);
const XSetIOErrorHandler = libx11.func('XSetIOErrorHandler', 'void *', [koffi.pointer(lostHandlerType)]);
const XSetIOErrorExitHandler = libx11.func('XSetIOErrorExitHandler', 'void', [
  'void *',
  koffi.pointer(lostExitHandlerType),
  'void *',
]);

/** What went wrong with one request, as the display reported it. */
export type XError = { code: number; request: number; minor: number };

/**
 * Takes over Xlib's error handling for the process: its own would print and exit. A request that fails is reported to
 * `onError`, a lost connection to `onLost`; each answers whether the connection is its own, and what is not goes on to
 * the handler that was there before. Neither may throw, since C calls them.
 */
export function installErrorHandlers(
  onError: (display: Pointer, error: XError) => boolean,
  onLost: (display: Pointer) => boolean,
): void {
  let errorHandlerBefore: Pointer | null = null;
  let lostHandlerBefore: Pointer | null = null;
  const reportError = (display: Pointer, event: Pointer): number => {
    const bytes = Buffer.from(koffi.view(event, 40));
    const error = { code: bytes.readUInt8(32), request: bytes.readUInt8(33), minor: bytes.readUInt8(34) };
    if (onError(display, error) || errorHandlerBefore === null) return 0;
    return toAnswer(koffi.call(errorHandlerBefore, errorHandlerType, display, event));
  };
  const reportLost = (display: Pointer): number => {
    if (onLost(display) || lostHandlerBefore === null) return 0;
    return toAnswer(koffi.call(lostHandlerBefore, lostHandlerType, display));
  };
  errorHandlerBefore = toPointer(XSetErrorHandler(koffi.register(reportError, koffi.pointer(errorHandlerType))));
  lostHandlerBefore = toPointer(XSetIOErrorHandler(koffi.register(reportLost, koffi.pointer(lostHandlerType))));
}

/** What a handler gave back to Xlib, which reads nothing out of it. */
function toAnswer(given: unknown): number {
  return typeof given === 'number' ? given : 0;
}

/** Without this Xlib calls exit() after a lost connection, whatever the handler did (libX11 1.7 and later). */
export function returnAfterLostConnection(display: Pointer): void {
  XSetIOErrorExitHandler(display, stayAlive(), null);
}

let stayAliveCallback: Pointer | undefined;

function stayAlive(): Pointer {
  stayAliveCallback ??= koffi.register(() => undefined, koffi.pointer(lostExitHandlerType));
  return stayAliveCallback;
}
