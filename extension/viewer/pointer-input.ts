import type { InputMessage, PointerButton } from '../../shared/contract/screen-link.ts';
import type * as v from 'valibot';

type Button = v.InferOutput<typeof PointerButton>;

const buttons: readonly Button[] = ['left', 'middle', 'right', 'back', 'forward'];
/** Browsers give about 100 pixels, or 3 lines, for a notch of a wheel. */
const PIXELS_A_NOTCH = 100;
const LINES_A_NOTCH = 3;

export interface PointerSurface {
  readonly element: HTMLElement;
  /** Size of the remote screen in its pixels. */
  readonly remoteSize: () => { readonly width: number; readonly height: number };
  readonly send: (input: InputMessage) => void;
}

/** Sends what the mouse, pen or finger does on the picture. Ends with `signal`. */
export function watchPointer({ element, remoteSize, send }: PointerSurface, signal: AbortSignal): void {
  const wheel = { x: 0, y: 0 };

  const place = (event: MouseEvent) => {
    const box = element.getBoundingClientRect();
    const { width, height } = remoteSize();
    return {
      x: Math.round(((event.clientX - box.left) / Math.max(1, box.width)) * width),
      y: Math.round(((event.clientY - box.top) / Math.max(1, box.height)) * height),
    };
  };
  const on = <K extends keyof HTMLElementEventMap>(type: K, handle: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(type, handle, { signal, passive: false });

  on('pointermove', (event) => send({ type: 'move', ...place(event) }));
  const press = (event: PointerEvent, down: boolean) => {
    const button = buttons[event.button];
    if (!button) return;
    event.preventDefault();
    if (down) {
      // Without the mouse events that were prevented, the browser does not move the focus by itself.
      element.focus();
      element.setPointerCapture(event.pointerId);
    }
    send({ type: 'button', button, down, ...place(event) });
  };
  on('pointerdown', (event) => press(event, true));
  on('pointerup', (event) => press(event, false));
  on('contextmenu', (event) => event.preventDefault());
  on('wheel', (event) => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? PIXELS_A_NOTCH : LINES_A_NOTCH;
    wheel.x += event.deltaX / unit;
    wheel.y += event.deltaY / unit;
    const dx = Math.trunc(wheel.x);
    const dy = Math.trunc(wheel.y);
    if (dx === 0 && dy === 0) return;
    wheel.x -= dx;
    wheel.y -= dy;
    send({ type: 'wheel', dx, dy, ...place(event) });
  });
}
