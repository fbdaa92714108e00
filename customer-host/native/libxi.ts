import koffi from 'koffi';
import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const libxi = loadLibrary('libXi.so.6');

/** XInput2 device selectors. */
export const allDevices = 0;
export const allMasterDevices = 1;
/** XInput2 events this program reads. */
export const inputEvent = {
  hierarchyChanged: 11,
  rawKeyPress: 13,
  rawKeyRelease: 14,
  rawButtonPress: 15,
  rawMotion: 17,
} as const;
/** `XISlavePointer`, `XISlaveKeyboard`, `XIFloatingSlave` begin after the two master kinds. */
export const firstSlaveUse = 3;
/** `sizeof(XIDeviceInfo)`. */
export const deviceInfoBytes = 40;

export const XIQueryVersion: (display: Pointer, major: [number], minor: [number]) => number = libxi.func(
  'int XIQueryVersion(void *display, _Inout_ int *major, _Inout_ int *minor)',
);
/** All devices as an array of `XIDeviceInfo`, to be freed with XIFreeDeviceInfo. */
export const XIQueryDevice: (display: Pointer, device: number, count: [number]) => Pointer | null = libxi.func(
  'void *XIQueryDevice(void *display, int device, _Out_ int *count)',
);
export const XIFreeDeviceInfo: (info: Pointer) => void = libxi.func('void XIFreeDeviceInfo(void *info)');
export const XIGetProperty: (
  display: Pointer,
  device: number,
  property: number,
  offset: number,
  length: number,
  remove: 0,
  wantedType: 0,
  type: [number],
  format: [number],
  count: [number],
  bytesAfter: [number],
  data: [Pointer | null],
) => number = libxi.func(
  'int XIGetProperty(void *display, int device, ulong property, long offset, long length, uint8 remove, ' +
    'ulong wantedType, _Out_ ulong *type, _Out_ int *format, _Out_ ulong *count, _Out_ ulong *bytesAfter, ' +
    '_Out_ void **data)',
);

const eventMask = koffi.struct({ device: 'int', length: 'int', bits: 'void *' });
const XISelectEvents = libxi.func('XISelectEvents', 'int', ['void *', 'ulong', koffi.pointer(eventMask), 'int']);

/** Asks for XInput2 events of `device` on `window`, each given by its number. */
export function selectInputEvents(display: Pointer, window: number, device: number, events: readonly number[]): void {
  const bits = Buffer.alloc(4);
  for (const event of events) bits.writeUInt8(bits.readUInt8(event >> 3) | (1 << (event & 7)), event >> 3);
  XISelectEvents(display, window, { device, length: bits.length, bits }, 1);
}
