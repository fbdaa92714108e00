import { keysymOfCharacter } from './keysym.ts';
import { modifierKeysyms, namedKeysyms, numpadKeysyms } from './named-keys.ts';

/** What pressing a key of the representative's keyboard means on the customer's. */
export type KeyPlan =
  /** Make this character, whichever key has it. */
  | { kind: 'character'; keysym: number }
  /** Hold the key that has this keysym for as long as the representative holds theirs. */
  | { kind: 'hold'; keysym: number }
  /** Like `hold`, for a printable key of a shortcut; `code` says where it lies, should no key have the keysym. */
  | { kind: 'shortcut'; keysym: number; code: string }
  /** Type what one key makes that is several characters, as some Arabic and Indic layouts have. */
  | { kind: 'text'; text: string }
  /** AltGr chooses a character on the representative's own layout; here the character comes by itself. */
  | { kind: 'altGraph' }
  | { kind: 'nothing' };

const longestName = 32;

/**
 * Decides what a key press means.
 * @param code `KeyboardEvent.code`: the place of the key
 * @param key `KeyboardEvent.key`: what it makes
 * @param isShortcut whether Ctrl, Alt or Meta is held
 */
export function planKey(code: string, key: string, isShortcut: boolean): KeyPlan {
  if (code.length > longestName || key.length > longestName) return { kind: 'nothing' };
  if (key === 'AltGraph') return { kind: 'altGraph' };
  const byCode = own(modifierKeysyms, code) ?? own(numpadKeysyms, code);
  if (byCode !== undefined) return { kind: 'hold', keysym: byCode };
  const characters = [...key];
  if (characters.length === 1) return planCharacter(code, key, isShortcut);
  const named = own(namedKeysyms, key);
  if (named !== undefined) return { kind: 'hold', keysym: named };
  // Names of keys are ASCII words; what a key types in several characters is not.
  const isTyped = characters.length > 1 && characters.every((character) => character > '\u007f');
  return isTyped ? { kind: 'text', text: key } : { kind: 'nothing' };
}

function planCharacter(code: string, key: string, isShortcut: boolean): KeyPlan {
  // In a shortcut Shift is held by itself if it is meant: Ctrl+Shift+T arrives as "T", with CapsLock so does Ctrl+T.
  const lower = key.toLowerCase();
  const keysym = keysymOfCharacter(isShortcut && [...lower].length === 1 ? lower : key);
  if (keysym === undefined) return { kind: 'nothing' };
  return isShortcut ? { kind: 'shortcut', keysym, code } : { kind: 'character', keysym };
}

function own(table: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
