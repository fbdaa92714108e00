import type { LibraryHandle } from 'koffi';
import koffi from 'koffi';
import { HostWindowsError } from '../host-windows.ts';

/** An address in native memory. */
export type Pointer = bigint;

/** The functions of libX11 and its extensions that the windows use, under their own names without the X. */
export interface XlibWindows {
  openDisplay(name: string): Pointer | null;
  closeDisplay(display: Pointer): number;
  connectionNumber(display: Pointer): number;
  defaultScreen(display: Pointer): number;
  rootWindow(display: Pointer, screen: number): number;
  displayWidth(display: Pointer, screen: number): number;
  displayHeight(display: Pointer, screen: number): number;
  defaultVisual(display: Pointer, screen: number): Pointer;
  defaultColormap(display: Pointer, screen: number): number;
  defaultDepth(display: Pointer, screen: number): number;
  getDefault(display: Pointer, program: string, option: string): string | null;
  createSimpleWindow(
    display: Pointer,
    parent: number,
    x: number,
    y: number,
    width: number,
    height: number,
    border: number,
    borderPixel: number,
    background: number,
  ): number;
  changeWindowAttributes(display: Pointer, window: number, mask: number, attributes: Buffer): number;
  destroyWindow(display: Pointer, window: number): number;
  internAtom(display: Pointer, name: string, onlyIfExists: number): number;
  changeProperty(
    display: Pointer,
    window: number,
    property: number,
    type: number,
    format: number,
    mode: number,
    data: Buffer,
    length: number,
  ): number;
  storeName(display: Pointer, window: number, name: string): number;
  selectInput(display: Pointer, window: number, mask: number): number;
  mapRaised(display: Pointer, window: number): number;
  raiseWindow(display: Pointer, window: number): number;
  moveWindow(display: Pointer, window: number, x: number, y: number): number;
  createFontCursor(display: Pointer, shape: number): number;
  defineCursor(display: Pointer, window: number, cursor: number): number;
  createPixmap(display: Pointer, window: number, width: number, height: number, depth: number): number;
  freePixmap(display: Pointer, pixmap: number): number;
  createGc(display: Pointer, drawable: number, mask: number, values: null): Pointer;
  freeGc(display: Pointer, gc: Pointer): number;
  copyArea(
    display: Pointer,
    from: number,
    to: number,
    gc: Pointer,
    x: number,
    y: number,
    width: number,
    height: number,
    toX: number,
    toY: number,
  ): number;
  flush(display: Pointer): number;
  pending(display: Pointer): number;
  nextEvent(display: Pointer, event: Buffer): number;
  getEventData(display: Pointer, event: Buffer): number;
  freeEventData(display: Pointer, event: Buffer): void;
  queryExtension(display: Pointer, name: string, opcode: Int32Array, event: Int32Array, error: Int32Array): number;
  keycodeToKeysym(display: Pointer, keycode: number, group: number, level: number): number;
  setErrorHandler(handler: Pointer | null): Pointer | null;
  setIoErrorHandler(handler: Pointer | null): Pointer | null;
  setIoErrorExitHandler(display: Pointer, handler: Pointer, data: null): void;
}

/** Loads libX11. Throws HostWindowsError where it is missing. */
export function loadXlib(): XlibWindows {
  const x11 = loadLibrary('libX11.so.6');
  return {
    openDisplay: x11.func('void *XOpenDisplay(const char *)'),
    closeDisplay: x11.func('int XCloseDisplay(void *)'),
    connectionNumber: x11.func('int XConnectionNumber(void *)'),
    defaultScreen: x11.func('int XDefaultScreen(void *)'),
    rootWindow: x11.func('unsigned long XRootWindow(void *, int)'),
    displayWidth: x11.func('int XDisplayWidth(void *, int)'),
    displayHeight: x11.func('int XDisplayHeight(void *, int)'),
    defaultVisual: x11.func('void *XDefaultVisual(void *, int)'),
    defaultColormap: x11.func('unsigned long XDefaultColormap(void *, int)'),
    defaultDepth: x11.func('int XDefaultDepth(void *, int)'),
    getDefault: x11.func('const char *XGetDefault(void *, const char *, const char *)'),
    createSimpleWindow: x11.func(
      'unsigned long XCreateSimpleWindow(void *, unsigned long, int, int, uint, uint, uint, unsigned long, unsigned long)',
    ),
    changeWindowAttributes: x11.func('int XChangeWindowAttributes(void *, unsigned long, unsigned long, const void *)'),
    destroyWindow: x11.func('int XDestroyWindow(void *, unsigned long)'),
    internAtom: x11.func('unsigned long XInternAtom(void *, const char *, int)'),
    changeProperty: x11.func(
      'int XChangeProperty(void *, unsigned long, unsigned long, unsigned long, int, int, const void *, int)',
    ),
    storeName: x11.func('int XStoreName(void *, unsigned long, const char *)'),
    selectInput: x11.func('int XSelectInput(void *, unsigned long, long)'),
    mapRaised: x11.func('int XMapRaised(void *, unsigned long)'),
    raiseWindow: x11.func('int XRaiseWindow(void *, unsigned long)'),
    moveWindow: x11.func('int XMoveWindow(void *, unsigned long, int, int)'),
    createFontCursor: x11.func('unsigned long XCreateFontCursor(void *, uint)'),
    defineCursor: x11.func('int XDefineCursor(void *, unsigned long, unsigned long)'),
    createPixmap: x11.func('unsigned long XCreatePixmap(void *, unsigned long, uint, uint, uint)'),
    freePixmap: x11.func('int XFreePixmap(void *, unsigned long)'),
    createGc: x11.func('void *XCreateGC(void *, unsigned long, unsigned long, void *)'),
    freeGc: x11.func('int XFreeGC(void *, void *)'),
    copyArea: x11.func('int XCopyArea(void *, unsigned long, unsigned long, void *, int, int, uint, uint, int, int)'),
    flush: x11.func('int XFlush(void *)'),
    pending: x11.func('int XPending(void *)'),
    nextEvent: x11.func('int XNextEvent(void *, void *)'),
    getEventData: x11.func('int XGetEventData(void *, void *)'),
    freeEventData: x11.func('void XFreeEventData(void *, void *)'),
    queryExtension: x11.func('int XQueryExtension(void *, const char *, int *, int *, int *)'),
    keycodeToKeysym: x11.func('unsigned long XkbKeycodeToKeysym(void *, uint8_t, int, int)'),
    setErrorHandler: x11.func('void *XSetErrorHandler(void *)'),
    setIoErrorHandler: x11.func('void *XSetIOErrorHandler(void *)'),
    setIoErrorExitHandler: x11.func('void XSetIOErrorExitHandler(void *, void *, void *)'),
  };
}

/** Loads a shared library of the system. Throws HostWindowsError, with its name, where it is missing. */
export function loadLibrary(file: string): LibraryHandle {
  try {
    return koffi.load(file);
  } catch (cause) {
    throw new HostWindowsError(`RemoteHelp cannot show its windows: the system has no ${file}.`, { cause });
  }
}
