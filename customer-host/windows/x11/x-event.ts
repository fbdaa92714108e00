import koffi from 'koffi';
import type { Pointer, XlibWindows } from './xlib-windows.ts';

/** What the windows want to know of X events. Places in real pixels. */
export type XEvent = { readonly kind: 'devices' | 'other' } | XWindowEvent;

/** What happens to one window. */
export type XWindowEvent =
  | { readonly kind: 'expose' | 'covered'; readonly window: number }
  | { readonly kind: 'input'; readonly window: number; readonly input: XInput };

/** A press, release, move or key, with the device that it came from. */
export interface XInput {
  readonly kind: 'press' | 'release' | 'move' | 'key';
  readonly sourceDevice: number;
  /** Number of the mouse button, or keycode. */
  readonly detail: number;
  readonly x: number;
  readonly y: number;
  readonly rootX: number;
  readonly isRepeat: boolean;
}

const EXPOSE = 12;
const VISIBILITY = 15;
const GENERIC = 35;
const DEVICE_EVENT_BYTES = 124;
const HIERARCHY_CHANGED = 11;
const KEY_REPEAT = 1 << 16;
const KINDS = new Map<number, XInput['kind']>([
  [2, 'key'],
  [4, 'press'],
  [5, 'release'],
  [6, 'move'],
]);

/** Reads one event of Xlib. Events that a client sent by XSendEvent are never input: those come by XInput 2 only. */
export function readXEvent(x: XlibWindows, display: Pointer, event: Buffer): XEvent {
  const type = event.readInt32LE(0);
  const window = Number(event.readBigUInt64LE(32));
  if (type === EXPOSE) return { kind: 'expose', window };
  if (type === VISIBILITY) return event.readInt32LE(40) === 0 ? { kind: 'other' } : { kind: 'covered', window };
  if (type !== GENERIC || x.getEventData(display, event) === 0) return { kind: 'other' };
  try {
    return readInput(event);
  } finally {
    x.freeEventData(display, event);
  }
}

/** XGenericEventCookie of Xlib.h, then XIDeviceEvent of XInput2.h. */
function readInput(event: Buffer): XEvent {
  const evtype = event.readInt32LE(36);
  if (evtype === HIERARCHY_CHANGED) return { kind: 'devices' };
  const kind = KINDS.get(evtype);
  if (kind === undefined) return { kind: 'other' };
  const data = new DataView(koffi.view(event.readBigUInt64LE(48), DEVICE_EVENT_BYTES));
  const input: XInput = {
    kind,
    sourceDevice: data.getInt32(52, true),
    detail: data.getInt32(56, true),
    x: data.getFloat64(104, true),
    y: data.getFloat64(112, true),
    rootX: data.getFloat64(88, true),
    isRepeat: (data.getInt32(120, true) & KEY_REPEAT) !== 0,
  };
  return { kind: 'input', window: Number(data.getBigUint64(72, true)), input };
}
