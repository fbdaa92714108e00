import { XFree, XInternAtom } from '../native/libx11.ts';
import {
  allDevices,
  deviceInfoBytes,
  firstSlaveUse,
  XIFreeDeviceInfo,
  XIGetProperty,
  XIQueryDevice,
} from '../native/libxi.ts';
import { copyMemory } from '../native/read-memory.ts';
import type { XConnection } from '../native/x-connection.ts';

/**
 * The ids of the devices through which programs inject input. The X server itself marks them with the property "XTEST
 * Device"; a name could be given by any keyboard. Everything else is a hand.
 */
export function readInjectingDevices(connection: XConnection): ReadonlySet<number> {
  const count: [number] = [0];
  const list = XIQueryDevice(connection.display, allDevices, count);
  if (!list) return new Set();
  const bytes = copyMemory(list, Math.max(0, count[0]) * deviceInfoBytes);
  XIFreeDeviceInfo(list);
  const mark = XInternAtom(connection.display, 'XTEST Device', 0);
  const injecting = new Set<number>();
  for (let at = 0; at < bytes.length; at += deviceInfoBytes) {
    const device = bytes.readInt32LE(at);
    const isSlave = bytes.readInt32LE(at + 16) >= firstSlaveUse;
    if (isSlave && isMarked(connection, device, mark)) injecting.add(device);
  }
  return injecting;
}

function isMarked(connection: XConnection, device: number, mark: number): boolean {
  const format: [number] = [0];
  const count: [number] = [0];
  const data: [bigint | null] = [null];
  const failed = XIGetProperty(connection.display, device, mark, 0, 1, 0, 0, [0], format, count, [0], data);
  const memory = data[0];
  if (failed !== 0 || !memory) return false;
  const isSet = format[0] === 8 && count[0] >= 1 && copyMemory(memory, 1).readUInt8(0) !== 0;
  XFree(memory);
  return isSet;
}
