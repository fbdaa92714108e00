import * as x11 from '../native/libx11.ts';
import { copyMemory, pointerAt } from '../native/read-memory.ts';
import type { XConnection } from '../native/x-connection.ts';
import { keysymOfCharacter, keysym as namedKeysym } from './keysym.ts';

/** A key, and what must be held with it to get the wanted keysym. */
export type KeyStroke = { keycode: number; shift: boolean; level3: boolean };

const shiftMask = 1;
const capsLockMask = 2;
const stateBytes = 18;
const bytesPerKeysym = 8;

/** The customer's keyboard layout as it is now, in the group that is switched on. */
export class X11KeyboardLayout {
  readonly #connection: XConnection;
  readonly #isSpare: (keycode: number) => boolean;
  readonly #strokes = new Map<number, Map<number, KeyStroke>>();

  /** @param isSpare keycodes that belong to no key of the layout, even when one is borrowed */
  constructor(connection: XConnection, isSpare: (keycode: number) => boolean) {
    this.#connection = connection;
    this.#isSpare = isSpare;
  }

  /** The layout has changed: what was known of it is forgotten. */
  forget(): void {
    this.#strokes.clear();
  }

  /** How to make a keysym in the present group, with as few modifiers as possible. */
  find(keysym: number): KeyStroke | undefined {
    const { group } = this.state();
    let strokes = this.#strokes.get(group);
    if (!strokes) {
      strokes = this.#readGroup(group);
      this.#strokes.set(group, strokes);
    }
    return strokes.get(keysym);
  }

  /** Some key that has this keysym in any group and level; nothing when none has. */
  keycodeOf(keysym: number): number | undefined {
    const keycode = x11.XKeysymToKeycode(this.#connection.display, keysym);
    return keycode === 0 ? undefined : keycode;
  }

  /** The group that is switched on (0 to 3), and whether CapsLock is. */
  state(): { group: number; isCapsLocked: boolean } {
    const state = Buffer.alloc(stateBytes);
    x11.XkbGetState(this.#connection.display, x11.coreKeyboard, state);
    return { group: state.readUInt8(0), isCapsLocked: (state.readUInt8(9) & capsLockMask) !== 0 };
  }

  /** Switches CapsLock without its key. */
  lockCaps(isOn: boolean): void {
    x11.XkbLockModifiers(this.#connection.display, x11.coreKeyboard, capsLockMask, isOn ? capsLockMask : 0);
  }

  #readGroup(group: number): Map<number, KeyStroke> {
    const { display } = this.#connection;
    const level3Mask = this.#maskOf(this.keycodeOf(namedKeysym.level3Shift));
    const combinations = [
      { shift: false, level3: false },
      { shift: true, level3: false },
      ...(level3Mask === 0 ? [] : [true, false].map((noShift) => ({ shift: !noShift, level3: true }))),
    ];
    const strokes = new Map<number, KeyStroke>();
    for (const { shift, level3 } of combinations) {
      const modifiers = (shift ? shiftMask : 0) | (level3 ? level3Mask : 0) | (group << 13);
      for (const keycode of allKeycodes(this.#connection)) {
        if (this.#isSpare(keycode)) continue;
        const keysym: [number] = [0];
        x11.XkbLookupKeySym(display, keycode, modifiers, [0], keysym);
        if (keysym[0] !== 0 && !strokes.has(keysym[0])) strokes.set(keysym[0], { keycode, shift, level3 });
      }
    }
    return withUnicodeNames(strokes);
  }

  /** The modifier that a key switches, as a bit; 0 when it switches none. */
  #maskOf(keycode: number | undefined): number {
    const map = keycode === undefined ? null : x11.XGetModifierMapping(this.#connection.display);
    if (!map) return 0;
    const header = copyMemory(map, 16);
    const perModifier = header.readInt32LE(0);
    const list = pointerAt(header, 8);
    const keycodes = list ? [...copyMemory(list, perModifier * 8)] : [];
    x11.XFreeModifiermap(map);
    const index = keycodes.findIndex((entry) => entry === keycode);
    return index < 0 ? 0 : 1 << Math.floor(index / perModifier);
  }
}

/** Layouts name Cyrillic, Greek and others by keysyms older than Unicode; here they get their Unicode names too. */
function withUnicodeNames(strokes: Map<number, KeyStroke>): Map<number, KeyStroke> {
  for (const [keysym, stroke] of [...strokes]) {
    const codePoint = x11.codePointOfKeysym(keysym);
    const unicode = codePoint === 0 ? undefined : keysymOfCharacter(String.fromCodePoint(codePoint));
    if (unicode !== undefined && !strokes.has(unicode)) strokes.set(unicode, stroke);
  }
  return strokes;
}

/** All keycodes of a display, lowest first. */
export function allKeycodes(connection: XConnection): number[] {
  const lowest: [number] = [0];
  const highest: [number] = [0];
  x11.XDisplayKeycodes(connection.display, lowest, highest);
  return Array.from({ length: highest[0] - lowest[0] + 1 }, (_, index) => lowest[0] + index);
}

/** The keycodes that make nothing at all, in no group and level. */
export function readEmptyKeycodes(connection: XConnection): number[] {
  const keycodes = allKeycodes(connection);
  const perKeycode: [number] = [0];
  const map = x11.XGetKeyboardMapping(connection.display, keycodes[0] ?? 0, keycodes.length, perKeycode);
  if (!map) return [];
  const rowBytes = perKeycode[0] * bytesPerKeysym;
  const bytes = copyMemory(map, keycodes.length * rowBytes);
  x11.XFree(map);
  return keycodes.filter((_, index) => bytes.subarray(index * rowBytes, (index + 1) * rowBytes).every((b) => b === 0));
}
