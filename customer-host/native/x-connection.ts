import koffi from 'koffi';
import * as x11 from './libx11.ts';
import type { XError } from './libx11.ts';
import { Listeners } from './listeners.ts';
import type { Pointer } from './load-library.ts';
import { PlatformUnavailable } from './platform-unavailable.ts';

const openConnections = new Map<Pointer, XConnection>();
let handlersInstalled = false;
const backstopMs = 100;

/** Width and height of a screen in pixels. */
export type ScreenSize = { width: number; height: number };

/**
 * One connection to an X display. Failed requests are recorded and never end the process; a lost connection is told
 * once through `onLost`, and from then on every use throws in words.
 */
export class XConnection {
  /** Tells each event as the raw `XEvent` bytes, valid during the call only. */
  readonly events = new Listeners<Buffer>();
  /** Tells once that a run of events has been handed out, so that work for all of them can be done together. */
  readonly drained = new Listeners<void>();
  readonly root: number;
  readonly #pointer: Pointer;
  readonly #errors: XError[] = [];
  readonly #lost = new Listeners<string>();
  readonly #event = Buffer.alloc(x11.eventBytes);
  readonly #watch: { close(): void };
  readonly #backstop: ReturnType<typeof setInterval>;
  #isDraining = false;
  #state: 'open' | 'lost' | 'closed' = 'open';

  /** @param name display such as `:0` @throws PlatformUnavailable when it cannot be reached */
  constructor(name: string) {
    installHandlersOnce();
    const pointer = x11.XOpenDisplay(name);
    if (!pointer) throw new PlatformUnavailable(`The screen ${name} cannot be reached. Is its desktop still running?`);
    this.#pointer = pointer;
    x11.returnAfterLostConnection(pointer);
    openConnections.set(pointer, this);
    this.root = x11.XDefaultRootWindow(pointer);
    const descriptor = x11.XConnectionNumber(pointer);
    this.#watch = koffi.node.poll(descriptor, { readable: true, disconnect: true }, () => this.drain());
    // Xlib may read events together with an answer, and then the descriptor stays silent about them.
    this.#backstop = setInterval(() => this.drain(), backstopMs);
  }

  /** The `Display *` for calls into X libraries. @throws PlatformUnavailable after the connection was lost or closed */
  get display(): Pointer {
    if (this.#state !== 'open') throw new PlatformUnavailable('The connection to the screen has ended.');
    return this.#pointer;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Calls `listener` with a sentence when the display has gone away; not called by an ordinary `close`. */
  onLost(listener: (reason: string) => void): () => void {
    return this.#lost.add(listener);
  }

  /** Hands out the events that have arrived. Called by itself when the display speaks; call it after a round trip. */
  drain(): void {
    // A listener may make a round trip of its own: what that brings is handed out after the present event.
    if (this.#isDraining) return;
    let hasNews = false;
    this.#isDraining = true;
    try {
      hasNews = this.#handOutAll();
    } catch (error) {
      // A display that went away under a listener's hands is told by onLost; anything else is a bug.
      if (this.isOpen) throw error;
    } finally {
      this.#isDraining = false;
    }
    if (hasNews && this.isOpen) this.drained.emit();
  }

  /** Waits until the display has done all requests, and returns the errors recorded since the last call. */
  sync(): XError[] {
    x11.XSync(this.display, 0);
    return this.#errors.splice(0);
  }

  /** Sends what is buffered, without waiting. */
  flush(): void {
    x11.XFlush(this.display);
  }

  /** The size of the whole screen now, in pixels. */
  screenSize(): ScreenSize {
    const width: [number] = [0];
    const height: [number] = [0];
    x11.XGetGeometry(this.display, this.root, [0], [0], [0], width, height, [0], [0]);
    return { width: width[0], height: height[0] };
  }

  /** First event number of an extension. @throws PlatformUnavailable when the display lacks it */
  extension(name: string): { opcode: number; firstEvent: number } {
    const opcode: [number] = [0];
    const event: [number] = [0];
    if (!x11.XQueryExtension(this.display, name, opcode, event, [0])) {
      throw new PlatformUnavailable(`The screen lacks the X extension ${name}, which RemoteHelp needs.`);
    }
    return { opcode: opcode[0], firstEvent: event[0] };
  }

  /** Ends the connection; twice is harmless. */
  close(): void {
    if (this.#state === 'closed') return;
    const wasOpen = this.#state === 'open';
    this.#state = 'closed';
    this.#stopWatching();
    // Xlib's memory of a broken connection is left alone: closing it would speak to the dead display again.
    if (wasOpen) x11.XCloseDisplay(this.#pointer);
    openConnections.delete(this.#pointer);
  }

  /** For the process-wide handlers only. */
  recordError(error: XError): void {
    if (this.#errors.length < 100) this.#errors.push(error);
  }

  /** For the process-wide handlers only. Listeners run later, because Xlib is on the stack here. */
  markLost(): void {
    if (this.#state !== 'open') return;
    this.#state = 'lost';
    this.#watch.close();
    setImmediate(() => {
      this.#lost.emit('The desktop of this computer has ended, so its screen can no longer be reached.');
      this.#stopWatching();
    });
  }

  #handOutAll(): boolean {
    let handedOut = 0;
    while (this.isOpen && x11.XPending(this.#pointer) > 0) {
      x11.XNextEvent(this.#pointer, this.#event);
      if (this.isOpen) this.#handOut();
      handedOut += 1;
    }
    return handedOut > 0;
  }

  #handOut(): void {
    if (this.#event.readInt32LE(0) !== x11.coreEvent.generic) return this.events.emit(this.#event);
    const hasData = x11.XGetEventData(this.#pointer, this.#event) !== 0;
    try {
      this.events.emit(this.#event);
    } finally {
      // When a listener has closed the connection meanwhile, Xlib has freed the data with the display.
      if (hasData && this.isOpen) x11.XFreeEventData(this.#pointer, this.#event);
    }
  }

  #stopWatching(): void {
    this.#watch.close();
    clearInterval(this.#backstop);
    this.events.clear();
    this.drained.clear();
    this.#lost.clear();
  }
}

function installHandlersOnce(): void {
  if (handlersInstalled) return;
  handlersInstalled = true;
  x11.installErrorHandlers(
    (display, error) => {
      const connection = openConnections.get(display);
      connection?.recordError(error);
      return connection !== undefined;
    },
    (display) => {
      const connection = openConnections.get(display);
      connection?.markLost();
      return connection !== undefined;
    },
  );
}
