/** A witness on a desktop: what programs inject there, and which keys are down. */
import { readInjectingDevices } from '../../../customer-host/hand/x11-input-devices.ts';
import { coreEvent, XQueryKeymap, XQueryPointer } from '../../../customer-host/native/libx11.ts';
import {
  allMasterDevices,
  inputEvent,
  selectInputEvents,
  XIQueryVersion,
} from '../../../customer-host/native/libxi.ts';
import { copyMemory, pointerAt } from '../../../customer-host/native/read-memory.ts';
import { XConnection } from '../../../customer-host/native/x-connection.ts';

export interface InjectedInput {
  /** Events so far that came from XTEST and not from a device in a hand. */
  readonly events: number;
  /** How many keys are down now, whoever presses them. */
  keysDown(): number;
  pointer(): { readonly x: number; readonly y: number };
  close(): void;
}

export function watchInjectedInput(display: string): InjectedInput {
  const connection = new XConnection(display);
  const { opcode } = connection.extension('XInputExtension');
  const { rawKeyPress, rawKeyRelease, rawButtonPress, rawMotion } = inputEvent;
  XIQueryVersion(connection.display, [2], [2]);
  selectInputEvents(connection.display, connection.root, allMasterDevices, [
    rawKeyPress,
    rawKeyRelease,
    rawButtonPress,
    rawMotion,
  ]);
  connection.sync();
  const injecting = readInjectingDevices(connection);
  let events = 0;
  connection.events.add((event) => {
    if (event.readInt32LE(0) !== coreEvent.generic || event.readInt32LE(32) !== opcode) return;
    const data = pointerAt(event, 48);
    // The source device of an XIRawEvent.
    if (data && injecting.has(copyMemory(data, 64).readInt32LE(52))) events += 1;
  });
  return {
    get events() {
      connection.sync();
      connection.drain();
      return events;
    },
    keysDown() {
      const keys = Buffer.alloc(32);
      XQueryKeymap(connection.display, keys);
      let down = 0;
      for (const byte of keys) for (let bit = 0; bit < 8; bit += 1) down += (byte >> bit) & 1;
      return down;
    },
    pointer() {
      const x: [number] = [0];
      const y: [number] = [0];
      XQueryPointer(connection.display, connection.root, [0], [0], x, y, [0], [0], [0]);
      return { x: x[0], y: y[0] };
    },
    close: () => connection.close(),
  };
}
