import koffi from 'koffi';
import type { Pointer } from './xlib-windows.ts';
import { loadLibrary } from './xlib-windows.ts';

/** XInput2 event numbers, from XI2.h. */
export const xiEvents = {
  keyPress: 2,
  buttonPress: 4,
  buttonRelease: 5,
  motion: 6,
  hierarchyChanged: 11,
} as const;

const ALL_DEVICES = 0;
const ALL_MASTERS = 1;
const DEVICE_INFO_BYTES = 40;

/** Where input comes from, and how to listen to it, on one X connection. */
export interface InputSources {
  /** Whether a program made the event with XTEST. What cannot be identified counts as injected. */
  isInjected(sourceDevice: number): boolean;
  /** Forgets the devices, because some were plugged in or removed. */
  devicesChanged(): void;
  /** Reports pointer events of every seat in the window. */
  listen(window: number): void;
  /** Reports all keys to the window; false while another program has grabbed the keyboard. */
  takeKeyboard(window: number): boolean;
  /** Gives the keyboard back. */
  releaseKeyboard(): void;
}

/** Asks the X server about its devices. Undefined where the server has no XInput 2. */
export function inputSources(display: Pointer, root: number): InputSources | undefined {
  const xi = loadLibrary('libXi.so.6');
  const mask = koffi.struct({ deviceid: 'int', mask_len: 'int', mask: 'uint8_t *' });
  const maskPointer = koffi.pointer(mask);
  const queryVersion = xi.func('int XIQueryVersion(void *, _Inout_ int *, _Inout_ int *)');
  const queryDevice: (display: Pointer, device: number, count: number[]) => Pointer | null = xi.func(
    'void *XIQueryDevice(void *, int, _Out_ int *)',
  );
  const freeDeviceInfo = xi.func('void XIFreeDeviceInfo(void *)');
  const clientPointer = xi.func('int XIGetClientPointer(void *, unsigned long, _Out_ int *)');
  const selectEvents = xi.func('XISelectEvents', 'int', ['void *', 'unsigned long', maskPointer, 'int']);
  const grabDevice = xi.func('XIGrabDevice', 'int', [
    'void *',
    'int',
    'unsigned long',
    'unsigned long',
    'unsigned long',
    'int',
    'int',
    'int',
    maskPointer,
  ]);
  const ungrabDevice = xi.func('int XIUngrabDevice(void *, int, unsigned long)');

  if (queryVersion(display, [2], [2]) !== 0) return undefined;
  selectEvents(display, root, eventMask(ALL_DEVICES, [xiEvents.hierarchyChanged]), 1);

  let names: Map<number, Device> | undefined;
  let grabbed: number | undefined;

  return {
    isInjected(sourceDevice) {
      names ??= devices();
      const name = names.get(sourceDevice)?.name;
      return name === undefined || /xtest/i.test(name);
    },
    devicesChanged() {
      names = undefined;
    },
    listen(window) {
      const wanted = [xiEvents.buttonPress, xiEvents.buttonRelease, xiEvents.motion];
      selectEvents(display, window, eventMask(ALL_MASTERS, wanted), 1);
    },
    takeKeyboard(window) {
      const keyboard = masterKeyboard();
      if (keyboard === undefined) return false;
      const wanted = eventMask(keyboard, [xiEvents.keyPress]);
      const isTaken = grabDevice(display, keyboard, window, 0, 0, 1, 1, 0, wanted) === 0;
      if (isTaken) grabbed = keyboard;
      return isTaken;
    },
    releaseKeyboard() {
      if (grabbed !== undefined) ungrabDevice(display, grabbed, 0);
      grabbed = undefined;
    },
  };

  function devices(): Map<number, Device> {
    const count = [0];
    const list = queryDevice(display, ALL_DEVICES, count);
    const found = new Map<number, Device>();
    if (list === null) return found;
    for (let index = 0; index < (count[0] ?? 0); index += 1) {
      const info = new DataView(koffi.view(list + BigInt(index * DEVICE_INFO_BYTES), DEVICE_INFO_BYTES));
      found.set(info.getInt32(0, true), {
        name: koffi.decode.string(info.getBigUint64(8, true)),
        attachment: info.getInt32(20, true),
      });
    }
    freeDeviceInfo(list);
    return found;
  }

  function masterKeyboard(): number | undefined {
    const pointer = [0];
    if (clientPointer(display, 0, pointer) === 0) return undefined;
    names ??= devices();
    return names.get(pointer[0] ?? 0)?.attachment;
  }
}

interface Device {
  readonly name: string;
  /** A master's partner, a slave's master. */
  readonly attachment: number;
}

function eventMask(deviceid: number, events: readonly number[]): object {
  const bits = Buffer.alloc(4);
  for (const event of events) bits[event >> 3] = (bits[event >> 3] ?? 0) | (1 << (event & 7));
  return { deviceid, mask_len: bits.length, mask: bits };
}
