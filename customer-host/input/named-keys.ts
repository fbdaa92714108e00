/** Modifiers by `KeyboardEvent.code`, since left and right differ. */
export const modifierKeysyms: Readonly<Record<string, number>> = {
  ShiftLeft: 0xffe1,
  ShiftRight: 0xffe2,
  ControlLeft: 0xffe3,
  ControlRight: 0xffe4,
  AltLeft: 0xffe9,
  AltRight: 0xffea,
  MetaLeft: 0xffeb,
  MetaRight: 0xffec,
};

/** Modifiers that make a printable key a shortcut. */
export const shortcutModifiers: ReadonlySet<string> = new Set([
  'ControlLeft',
  'ControlRight',
  'AltLeft',
  'AltRight',
  'MetaLeft',
  'MetaRight',
]);

/** Keys of the number pad that mean the same whether NumLock is on or off, by `KeyboardEvent.code`. */
export const numpadKeysyms: Readonly<Record<string, number>> = {
  NumpadEnter: 0xff8d,
  NumpadAdd: 0xffab,
  NumpadSubtract: 0xffad,
  NumpadMultiply: 0xffaa,
  NumpadDivide: 0xffaf,
};

/** Keys that print nothing, by `KeyboardEvent.key`. */
export const namedKeysyms: Readonly<Record<string, number>> = {
  Backspace: 0xff08,
  Tab: 0xff09,
  Clear: 0xff0b,
  Enter: 0xff0d,
  Pause: 0xff13,
  Escape: 0xff1b,
  Home: 0xff50,
  ArrowLeft: 0xff51,
  ArrowUp: 0xff52,
  ArrowRight: 0xff53,
  ArrowDown: 0xff54,
  PageUp: 0xff55,
  PageDown: 0xff56,
  End: 0xff57,
  PrintScreen: 0xff61,
  Insert: 0xff63,
  Undo: 0xff65,
  ContextMenu: 0xff67,
  Find: 0xff68,
  Cancel: 0xff69,
  Help: 0xff6a,
  Delete: 0xffff,
  AudioVolumeDown: 0x1008ff11,
  AudioVolumeMute: 0x1008ff12,
  AudioVolumeUp: 0x1008ff13,
  ...functionKeysyms(),
};

/** F1 to F24 follow each other. */
function functionKeysyms(): Record<string, number> {
  return Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`F${index + 1}`, 0xffbe + index]));
}

/**
 * Where the keys of a PC keyboard lie, as X keycodes by `KeyboardEvent.code`: the kernel's number plus 8, which every
 * Linux display uses. For shortcuts whose character the customer's layout does not have.
 */
export const keycodesByPlace: Readonly<Record<string, number>> = {
  ...row(10, ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0']),
  ...row(20, ['Minus', 'Equal']),
  ...row(24, ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP']),
  ...row(34, ['BracketLeft', 'BracketRight']),
  ...row(38, ['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon', 'Quote']),
  ...row(49, ['Backquote']),
  ...row(51, ['Backslash', 'KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period', 'Slash']),
  ...row(65, ['Space']),
  ...row(94, ['IntlBackslash']),
};

function row(first: number, codes: readonly string[]): Record<string, number> {
  return Object.fromEntries(codes.map((code, index) => [code, first + index]));
}
