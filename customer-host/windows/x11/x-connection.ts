import koffi from 'koffi';
import { HostWindowsError } from '../host-windows.ts';
import type { Pointer, XlibWindows } from './xlib-windows.ts';
import { loadXlib } from './xlib-windows.ts';

const EVENT_BYTES = 192;
// Replies that Xlib reads by itself may bring events along without waking the watcher; windows also rise again here,
// because under a compositor nobody says that they are covered.
const HEARTBEAT_MS = 1000;

/** One connection to the X server, and its events in order. */
export interface XConnection {
  readonly x: XlibWindows;
  readonly display: Pointer;
  readonly screen: number;
  readonly root: number;
  /** Starts watching; handlers are called from the event loop, never from within a drawing call. */
  watch(handlers: XHandlers): void;
  /** Sends what is buffered, and handles soon what has arrived meanwhile. */
  flush(): void;
  /** Closing twice is harmless. */
  close(): void;
}

/** Who wants to know. */
export interface XHandlers {
  /** An event as Xlib wrote it; the buffer is used again for the next one. */
  event(event: Buffer): void;
  /** About once a second. */
  heartbeat(): void;
  /** The X server has gone away; the connection is dead and must not be used. */
  lost(): void;
}

/** Connects to a display such as ':0'. Throws HostWindowsError when nobody answers there. */
export function connectX(displayName: string): XConnection {
  const x = loadXlib();
  const opened = x.openDisplay(displayName);
  if (opened === null) {
    throw new HostWindowsError(`RemoteHelp cannot reach the desktop ${displayName}. Start it from your own session.`);
  }
  const display: Pointer = opened;
  const screen = x.defaultScreen(display);
  const event = Buffer.alloc(EVENT_BYTES);
  const native = installErrorHandlers(x, display, () => setImmediate(lose));
  let handlers: XHandlers | undefined;
  let poll: ReturnType<typeof koffi.node.poll> | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let isOpen = true;
  let isPumpPlanned = false;

  return {
    x,
    display,
    screen,
    root: x.rootWindow(display, screen),
    watch(wanted) {
      handlers = wanted;
      poll = koffi.node.poll(x.connectionNumber(display), { readable: true, disconnect: true }, pump);
      heartbeat = setInterval(() => {
        if (isOpen) wanted.heartbeat();
        pump();
      }, HEARTBEAT_MS);
    },
    flush() {
      if (!isOpen || native.isLost()) return;
      x.flush(display);
      if (isPumpPlanned) return;
      isPumpPlanned = true;
      setImmediate(() => {
        isPumpPlanned = false;
        pump();
      });
    },
    close() {
      if (!isOpen) return;
      stop();
      if (!native.isLost()) x.closeDisplay(display);
      native.restore();
    },
  };

  function pump(): void {
    while (isOpen && !native.isLost() && x.pending(display) > 0 && !native.isLost()) {
      x.nextEvent(display, event);
      handlers?.event(event);
    }
  }

  function lose(): void {
    if (!isOpen) return;
    stop();
    handlers?.lost();
  }

  function stop(): void {
    isOpen = false;
    clearInterval(heartbeat);
    poll?.close();
  }
}

/**
 * Without handlers Xlib ends the whole process on any error. Errors of this display are harmless (a window that is gone
 * already), and its loss is told; those of other displays go to whoever handled them before.
 */
function installErrorHandlers(
  x: XlibWindows,
  display: Pointer,
  onLost: () => void,
): { isLost(): boolean; restore(): void } {
  const errorType = koffi.proto('int', ['void *', 'void *']);
  const ioErrorType = koffi.proto('int', ['void *']);
  const exitType = koffi.proto('void', ['void *', 'void *']);
  let lost = false;

  const onError = koffi.register((from: Pointer, error: Pointer): number => {
    if (from !== display && previousError !== null) koffi.call(previousError, errorType, from, error);
    return 0;
  }, koffi.pointer(errorType));
  const onIoError = koffi.register((from: Pointer): number => {
    if (from !== display && previousIoError !== null) koffi.call(previousIoError, ioErrorType, from);
    return 0;
  }, koffi.pointer(ioErrorType));
  // Instead of leaving the process, as Xlib does by itself once the handler above has returned.
  const onGone = koffi.register(() => {
    lost = true;
    onLost();
  }, koffi.pointer(exitType));

  const previousError = x.setErrorHandler(onError);
  const previousIoError = x.setIoErrorHandler(onIoError);
  x.setIoErrorExitHandler(display, onGone, null);
  return {
    isLost: () => lost,
    restore() {
      putBack((handler) => x.setErrorHandler(handler), onError, previousError);
      putBack((handler) => x.setIoErrorHandler(handler), onIoError, previousIoError);
      if (!lost) koffi.unregister(onGone);
    },
  };
}

/** Unless somebody installed theirs after ours: then ours must stay, because theirs may call it. */
function putBack(set: (handler: Pointer | null) => Pointer | null, own: Pointer, previous: Pointer | null): void {
  const current = set(previous);
  if (current === own) koffi.unregister(own);
  else set(current);
}
