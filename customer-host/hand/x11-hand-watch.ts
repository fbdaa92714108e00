import { coreEvent, XkbKeycodeToKeysym, XRefreshKeyboardMapping } from '../native/libx11.ts';
import { allDevices, allMasterDevices, inputEvent, selectInputEvents, XIQueryVersion } from '../native/libxi.ts';
import { Listeners } from '../native/listeners.ts';
import { copyMemory, pointerAt } from '../native/read-memory.ts';
import { XConnection } from '../native/x-connection.ts';
import type { HandEvent, HandWatch } from './hand-watch.ts';
import { HeldKey } from './held-key.ts';
import { readInjectingDevices } from './x11-input-devices.ts';

const escapeKeysym = 0xff1b;
const { rawKeyPress, rawKeyRelease, rawButtonPress, rawMotion, hierarchyChanged } = inputEvent;

/** Watches raw XInput2 events of all devices, which also come while a program has grabbed the keyboard. */
export class X11HandWatch implements HandWatch {
  readonly #connection: XConnection;
  readonly #listeners = new Listeners<HandEvent>();
  readonly #opcode: number;
  readonly #escape = new HeldKey(() => this.#tell('escHeld'));
  #injecting: ReadonlySet<number>;

  /** @throws PlatformUnavailable when the display cannot be reached or lacks XInput2 */
  constructor(display: string) {
    const connection = new XConnection(display);
    this.#connection = connection;
    try {
      this.#opcode = connection.extension('XInputExtension').opcode;
      XIQueryVersion(connection.display, [2], [2]);
      const raw = [rawKeyPress, rawKeyRelease, rawButtonPress, rawMotion];
      selectInputEvents(connection.display, connection.root, allMasterDevices, raw);
      selectInputEvents(connection.display, connection.root, allDevices, [hierarchyChanged]);
      connection.sync();
      this.#injecting = readInjectingDevices(connection);
    } catch (error) {
      connection.close();
      throw error;
    }
    connection.events.add((event) => this.#handle(event));
  }

  onHand(listener: (event: HandEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  onLost(listener: (reason: string) => void): () => void {
    return this.#connection.onLost(listener);
  }

  close(): void {
    this.#escape.stop();
    this.#listeners.clear();
    this.#connection.close();
  }

  #handle(event: Buffer): void {
    const type = event.readInt32LE(0);
    if (type === coreEvent.mappingNotify) XRefreshKeyboardMapping(event);
    if (type !== coreEvent.generic || event.readInt32LE(32) !== this.#opcode) return;
    const kind = event.readInt32LE(36);
    if (kind === hierarchyChanged) {
      this.#injecting = readInjectingDevices(this.#connection);
      return;
    }
    const data = pointerAt(event, 48);
    if (data) this.#handleRaw(kind, copyMemory(data, 64));
  }

  /** @param raw the start of an `XIRawEvent`: source device at 52, keycode or button at 56 */
  #handleRaw(kind: number, raw: Buffer): void {
    if (this.#injecting.has(raw.readInt32LE(52))) return;
    if (kind === rawMotion) this.#tell('pointer');
    else if (kind === rawButtonPress) this.#tell('button');
    else this.#handleKey(raw.readInt32LE(56), kind === rawKeyPress);
  }

  #handleKey(keycode: number, isDown: boolean): void {
    if (isDown) this.#tell('key');
    if (XkbKeycodeToKeysym(this.#connection.display, keycode, 0, 0) !== escapeKeysym) return;
    if (isDown) this.#escape.press();
    else this.#escape.release();
  }

  #tell(kind: HandEvent['kind']): void {
    this.#listeners.emit({ kind, at: Date.now() });
  }
}
