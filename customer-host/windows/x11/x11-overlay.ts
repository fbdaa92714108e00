import type { DrawStep, Point } from '../drawing.ts';
import type { Overlay, OverlayEvents, OverlayKey, OverlayPlace } from '../overlay-desk.ts';
import type { InputSources } from './input-sources.ts';
import type { XConnection } from './x-connection.ts';
import type { XInput, XWindowEvent } from './x-event.ts';

/** An overlay and what the desk must tell it. */
export interface X11Overlay extends Overlay {
  readonly window: number;
  readonly events: OverlayEvents;
  handle(event: XWindowEvent): void;
  keepInFront(): void;
  lose(): void;
}

/** What all overlays of a desk share; `scale` is real pixels for a design pixel. */
export interface OverlayParts {
  readonly connection: XConnection;
  readonly sources: InputSources;
  readonly scale: number;
  readonly paint: (pixmap: number, steps: readonly DrawStep[]) => void;
}

const OVERRIDE_REDIRECT_MASK = 1 << 9;
const EXPOSURE_AND_VISIBILITY = (1 << 15) | (1 << 16);
const LEFT_POINTER = 68;
const MAIN_BUTTON = 1;
const GRAB_RETRY_MS = 100;
// Two windows that both want to be in front must not chase each other.
const RISE_AT_MOST_EVERY_MS = 200;

const KEYS = new Map<number, OverlayKey>([
  [0xff09, 'tab'],
  [0xff51, 'left'],
  [0xff53, 'right'],
  [0xff0d, 'enter'],
  [0xff8d, 'enter'],
  [0x20, 'space'],
  [0xff1b, 'escape'],
]);

/** Opens a window without decoration in front of all others; `onClosed` when it has left. */
export function openX11Overlay(
  { connection, sources, scale, paint }: OverlayParts,
  place: OverlayPlace,
  events: OverlayEvents,
  onClosed: () => void,
): X11Overlay {
  const { x, display, screen, root } = connection;
  const width = Math.round(place.width * scale);
  const height = Math.round(place.height * scale);
  const window = createWindow();
  const pixmap = x.createPixmap(display, window, width, height, x.defaultDepth(display, screen));
  const gc = x.createGc(display, window, 0, null);
  let isOpen = true;
  let isShown = false;
  let pressedAtX: number | undefined;
  let roseAt = -Infinity;
  let grabRetry: NodeJS.Timeout | undefined;
  let riseLater: NodeJS.Timeout | undefined;

  x.mapRaised(display, window);
  if (place.takesKeyboard) takeKeyboard();
  connection.flush();

  return {
    window,
    events,
    draw(steps) {
      if (!isOpen) return;
      paint(pixmap, steps);
      copy();
    },
    moveTo(at) {
      if (!isOpen) return;
      x.moveWindow(display, window, Math.round(at.x * scale), Math.round(at.y * scale));
      connection.flush();
    },
    handle(event) {
      if (!isOpen) return;
      if (event.kind === 'input') {
        if (!sources.isInjected(event.input.sourceDevice)) onInput(event.input);
      } else if (event.kind === 'covered') onCovered();
      else onExpose();
    },
    keepInFront: () => rise(),
    lose() {
      if (!isOpen) return;
      stop();
      events.lost();
    },
    close() {
      if (!isOpen) return;
      stop();
      if (place.takesKeyboard) sources.releaseKeyboard();
      x.freeGc(display, gc);
      x.freePixmap(display, pixmap);
      x.destroyWindow(display, window);
      connection.flush();
      onClosed();
    },
  };

  function createWindow(): number {
    const left = Math.round(place.x * scale);
    const top = Math.round(place.y * scale);
    const made = x.createSimpleWindow(display, root, left, top, width, height, 0, 0, 0xffffff);
    const attributes = Buffer.alloc(112);
    attributes.writeInt32LE(1, 88);
    x.changeWindowAttributes(display, made, OVERRIDE_REDIRECT_MASK, attributes);
    x.storeName(display, made, place.name);
    describe(made, place.name);
    x.defineCursor(display, made, x.createFontCursor(display, LEFT_POINTER));
    x.selectInput(display, made, EXPOSURE_AND_VISIBILITY);
    sources.listen(made);
    return made;
  }

  /** The name in UTF-8 and the kind of window, for screen readers and compositors. */
  function describe(made: number, name: string): void {
    const atom = (text: string): number => x.internAtom(display, text, 0);
    const bytes = Buffer.from(name);
    x.changeProperty(display, made, atom('_NET_WM_NAME'), atom('UTF8_STRING'), 8, 0, bytes, bytes.length);
    const kind = Buffer.alloc(8);
    kind.writeBigUInt64LE(
      BigInt(atom(place.takesKeyboard ? '_NET_WM_WINDOW_TYPE_DIALOG' : '_NET_WM_WINDOW_TYPE_DOCK')),
    );
    x.changeProperty(display, made, atom('_NET_WM_WINDOW_TYPE'), atom('ATOM'), 32, 0, kind, 1);
  }

  /** An open menu of another program holds the keyboard for a while; the mouse works meanwhile. */
  function takeKeyboard(): void {
    if (!isOpen || sources.takeKeyboard(window)) return;
    grabRetry = setTimeout(takeKeyboard, GRAB_RETRY_MS);
  }

  function onExpose(): void {
    copy();
    if (isShown) return;
    isShown = true;
    events.shown?.();
  }

  /** Something lay over the window: what is pressed now may have been meant for that, so the window appears anew. */
  function onCovered(): void {
    rise();
    if (isShown) events.shown?.();
  }

  function rise(): void {
    if (!isOpen) return;
    const wait = roseAt + RISE_AT_MOST_EVERY_MS - performance.now();
    if (wait > 0) {
      riseLater ??= setTimeout(rise, wait);
      return;
    }
    riseLater = undefined;
    roseAt = performance.now();
    x.raiseWindow(display, window);
    connection.flush();
  }

  function onInput(event: XInput): void {
    const at: Point = { x: event.x / scale, y: event.y / scale };
    if (event.kind === 'key') {
      const key = event.isRepeat ? undefined : KEYS.get(x.keycodeToKeysym(display, event.detail, 0, 0));
      if (key !== undefined) events.key?.(key);
    } else if (event.kind === 'move') {
      if (pressedAtX !== undefined) events.drag?.((event.rootX - pressedAtX) / scale);
    } else if (event.detail === MAIN_BUTTON && event.kind === 'press') {
      pressedAtX = event.rootX;
      events.press?.(at);
    } else if (event.detail === MAIN_BUTTON) {
      pressedAtX = undefined;
      events.release?.(at);
    }
  }

  function copy(): void {
    x.copyArea(display, pixmap, window, gc, 0, 0, width, height, 0, 0);
    connection.flush();
  }

  function stop(): void {
    isOpen = false;
    clearTimeout(grabRetry);
    clearTimeout(riseLater);
  }
}
