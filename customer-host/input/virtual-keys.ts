import { keycodesByPlace, modifierKeysyms, namedKeysyms, numpadKeysyms } from './named-keys.ts';

/** A key of Windows. */
export interface VirtualKey {
  readonly virtualKey: number;
  /** Whether the keyboard marks it, as it does keys that the first PC did not have. */
  readonly isExtended: boolean;
}

/** `VK_…` by the name that a browser gives the key; those with a mark are extended ones. */
const named: Readonly<Record<string, VirtualKey>> = {
  ...keys({
    Cancel: 0x03,
    Backspace: 0x08,
    Tab: 0x09,
    Clear: 0x0c,
    Enter: 0x0d,
    Pause: 0x13,
    Escape: 0x1b,
    Help: 0x2f,
  }),
  ...extended({ PageUp: 0x21, PageDown: 0x22, End: 0x23, Home: 0x24, Insert: 0x2d, Delete: 0x2e, PrintScreen: 0x2c }),
  ...extended({ ArrowLeft: 0x25, ArrowUp: 0x26, ArrowRight: 0x27, ArrowDown: 0x28, ContextMenu: 0x5d }),
  ...extended({ AudioVolumeMute: 0xad, AudioVolumeDown: 0xae, AudioVolumeUp: 0xaf }),
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [`F${index + 1}`, { virtualKey: 0x70 + index, isExtended: false }]),
  ),
};

const modifiers: Readonly<Record<string, VirtualKey>> = {
  ...keys({ ShiftLeft: 0xa0, ShiftRight: 0xa1, ControlLeft: 0xa2, AltLeft: 0xa4 }),
  ...extended({ ControlRight: 0xa3, AltRight: 0xa5, MetaLeft: 0x5b, MetaRight: 0x5c }),
};

const numpad: Readonly<Record<string, VirtualKey>> = {
  ...keys({ NumpadMultiply: 0x6a, NumpadAdd: 0x6b, NumpadSubtract: 0x6d }),
  ...extended({ NumpadEnter: 0x0d, NumpadDivide: 0x6f }),
};

const byKeysym: ReadonlyMap<number, VirtualKey> = new Map([
  ...meeting(namedKeysyms, named),
  ...meeting(modifierKeysyms, modifiers),
  ...meeting(numpadKeysyms, numpad),
]);

/** The key for a keysym of a plan that is to be held; nothing for keys that Windows does not have. */
export function virtualKeyOf(keysym: number): VirtualKey | undefined {
  return byKeysym.get(keysym);
}

/** All modifiers, for letting go of what a killed host held. */
export const modifierKeys: readonly VirtualKey[] = Object.values(modifiers);

/** The scan code of the key at a place of the keyboard, by `KeyboardEvent.code`; Linux counts these keys from 8. */
export function scanAtPlace(code: string): number | undefined {
  const keycode = Object.hasOwn(keycodesByPlace, code) ? keycodesByPlace[code] : undefined;
  return keycode === undefined ? undefined : keycode - 8;
}

function keys(codes: Readonly<Record<string, number>>, isExtended = false): Record<string, VirtualKey> {
  return Object.fromEntries(Object.entries(codes).map(([name, virtualKey]) => [name, { virtualKey, isExtended }]));
}

function extended(codes: Readonly<Record<string, number>>): Record<string, VirtualKey> {
  return keys(codes, true);
}

function meeting(
  keysyms: Readonly<Record<string, number>>,
  table: Readonly<Record<string, VirtualKey>>,
): [number, VirtualKey][] {
  return Object.entries(keysyms).flatMap(([name, keysym]): [number, VirtualKey][] => {
    const key = table[name];
    return key ? [[keysym, key]] : [];
  });
}
