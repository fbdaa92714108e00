import { bitBlt, sourceCopy } from '../../native/gdi32.ts';
import type { Pointer } from '../../native/load-library.ts';
import { openMessageWindow } from '../../native/message-windows.ts';
import {
  isFromHardware,
  isOnTop,
  moveWindow,
  paintNow,
  paintSoon,
  raise,
  releaseCapture,
  setCapture,
  setForegroundWindow,
  showQuietly,
} from '../../native/user32-windows.ts';
import type { Point } from '../drawing.ts';
import type { Overlay, OverlayEvents, OverlayKey, OverlayPlace } from '../overlay-desk.ts';
import type { GdiCanvas } from './gdi-canvas.ts';

/** An overlay and what the desk must tell it. */
export interface Win32Overlay extends Overlay {
  readonly handle: Pointer;
  readonly events: OverlayEvents;
  keepInFront(): void;
}

/** What all overlays of a desk share; `scale` is real pixels for a design pixel. */
export interface OverlayParts {
  readonly scale: number;
  readonly canvasOf: (size: { width: number; height: number }) => GdiCanvas;
}

/** `WM_…` */
const messages = {
  paint: 0x0f,
  eraseBackground: 0x14,
  mouseActivate: 0x21,
  keyDown: 0x100,
  mouseMove: 0x200,
  mainDown: 0x201,
  mainUp: 0x202,
} as const;
/** `WS_POPUP`; `WS_EX_TOPMOST`, `WS_EX_TOOLWINDOW`, `WS_EX_NOACTIVATE` */
const popup = 0x80000000;
const inFront = 0x8 | 0x80;
const neverActive = 0x08000000;
/** `MA_NOACTIVATE` */
const withoutActivating = 3;
const isRepeat = 1 << 30;

const keys: ReadonlyMap<number, OverlayKey> = new Map([
  [0x09, 'tab'],
  [0x25, 'left'],
  [0x27, 'right'],
  [0x0d, 'enter'],
  [0x20, 'space'],
  [0x1b, 'escape'],
]);

/** Opens a window without decoration in front of all others; `onClosed` when it has left. */
export function openWin32Overlay(
  { scale, canvasOf }: OverlayParts,
  place: OverlayPlace,
  events: OverlayEvents,
  onClosed: () => void,
): Win32Overlay {
  const width = Math.round(place.width * scale);
  const height = Math.round(place.height * scale);
  let left = Math.round(place.x * scale);
  let top = Math.round(place.y * scale);
  const canvas = canvasOf({ width, height });
  let isOpen = true;
  let isShown = false;
  let wasCovered = false;
  let pressedAtX: number | undefined;
  const shape = {
    style: popup,
    extendedStyle: place.takesKeyboard ? inFront : inFront | neverActive,
    title: place.name,
    ...{ x: left, y: top, width, height },
  };
  const { handle, close } = openMessageWindow(shape, onMessage);
  showQuietly(handle);
  // Where Windows keeps the keyboard with another program, the mouse works meanwhile.
  if (place.takesKeyboard) setForegroundWindow(handle);

  return {
    handle,
    events,
    draw(steps) {
      if (!isOpen) return;
      canvas.draw(steps);
      paintSoon(handle);
    },
    moveTo(at) {
      if (!isOpen) return;
      left = Math.round(at.x * scale);
      top = Math.round(at.y * scale);
      moveWindow(handle, left, top);
    },
    keepInFront() {
      if (!isOpen) return;
      const isCovered = !isOnTop(handle, { x: left + (width >> 1), y: top + (height >> 1) });
      raise(handle);
      // What is pressed now may have been meant for what lay over the window, so the window appears anew.
      if (wasCovered && !isCovered && isShown) events.shown?.();
      wasCovered = isCovered;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      close();
      canvas.close();
      onClosed();
    },
  };

  function onMessage(message: number, wParam: number, lParam: number): number | undefined {
    if (!isOpen) return undefined;
    switch (message) {
      case messages.paint:
        onPaint();
        return 0;
      case messages.eraseBackground:
        return 1;
      case messages.mouseActivate:
        return place.takesKeyboard ? undefined : withoutActivating;
      case messages.keyDown:
      case messages.mouseMove:
      case messages.mainDown:
      case messages.mainUp:
        if (isFromHardware()) onInput(message, wParam, lParam);
        return 0;
      default:
        return undefined;
    }
  }

  function onPaint(): void {
    paintNow(handle, (dc) => bitBlt(dc, 0, 0, width, height, canvas.dc, 0, 0, sourceCopy));
    if (isShown) return;
    isShown = true;
    events.shown?.();
  }

  function onInput(message: number, wParam: number, lParam: number): void {
    if (message === messages.keyDown) {
      const key = (lParam & isRepeat) === 0 ? keys.get(wParam) : undefined;
      if (key !== undefined) events.key?.(key);
      return;
    }
    const at = placeOf(lParam);
    const onScreenX = left / scale + at.x;
    if (message === messages.mouseMove) {
      if (pressedAtX !== undefined) events.drag?.(onScreenX - pressedAtX);
    } else if (message === messages.mainDown) {
      setCapture(handle);
      pressedAtX = onScreenX;
      events.press?.(at);
    } else {
      releaseCapture();
      pressedAtX = undefined;
      events.release?.(at);
    }
  }

  /** Two signed halves, in real pixels from the window's corner. */
  function placeOf(lParam: number): Point {
    return { x: ((lParam << 16) >> 16) / scale, y: (lParam >> 16) / scale };
  }
}
