/** What the extra keys write. Pure. */

/** In the order of their row. */
export const extraKeys = [
  ...['Esc', 'Tab', '←', '↑', '↓', '→', 'Home', 'End', 'PgUp', 'PgDn'],
  ...['|', '~', '/', '\\', '-'],
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12'],
] as const;
export type ExtraKey = (typeof extraKeys)[number];

/** Held for the next key. */
export interface HeldKeys {
  readonly ctrl: boolean;
  readonly alt: boolean;
}

const ESC = '\u001b';
/** By their last letter; with keys held they are written another way. */
const lettered: Readonly<Record<string, string>> = {
  '↑': 'A',
  '↓': 'B',
  '→': 'C',
  '←': 'D',
  Home: 'H',
  End: 'F',
  F1: 'P',
  F2: 'Q',
  F3: 'R',
  F4: 'S',
};
const numbered: Readonly<Record<string, number>> = {
  PgUp: 5,
  PgDn: 6,
  F5: 15,
  F6: 17,
  F7: 18,
  F8: 19,
  F9: 20,
  F10: 21,
  F11: 23,
  F12: 24,
};

/** `application` is the mode that a program sets for the arrows. */
export function extraKeyBytes(key: ExtraKey, held: HeldKeys, application: boolean): string {
  const modifier = 1 + (held.alt ? 2 : 0) + (held.ctrl ? 4 : 0);
  const letter = lettered[key];
  if (letter !== undefined) {
    if (modifier > 1) return `${ESC}[1;${modifier}${letter}`;
    return /^F\d$/.test(key) || application ? `${ESC}O${letter}` : `${ESC}[${letter}`;
  }
  const number = numbered[key];
  if (number !== undefined) return modifier > 1 ? `${ESC}[${number};${modifier}~` : `${ESC}[${number}~`;
  return withHeld(key === 'Esc' ? ESC : key === 'Tab' ? '\t' : key, held);
}

/** What one typed letter becomes while keys are held. Anything longer is a paste or a key of its own, and stays. */
export function withHeld(text: string, { ctrl, alt }: HeldKeys): string {
  if ([...text].length !== 1) return text;
  const controlled = ctrl ? controlOf(text) : text;
  return alt ? `${ESC}${controlled}` : controlled;
}

function controlOf(letter: string): string {
  if (letter === ' ') return '\u0000';
  if (letter === '?') return '\u007f';
  if (letter === '/' || letter === '-') return '\u001f';
  const code = letter.toUpperCase().charCodeAt(0);
  return code >= 0x40 && code <= 0x5f ? String.fromCharCode(code & 0x1f) : letter;
}
