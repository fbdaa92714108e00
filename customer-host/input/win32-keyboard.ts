/** How characters and keys are made on the customer's layout of Windows. */
import { getKeyState, keyMapping, keyOfCharacter, layoutInUse, mapKey, ownMark } from '../native/user32-input.ts';
import type { VirtualKey } from './virtual-keys.ts';
import { scanAtPlace, virtualKeyOf } from './virtual-keys.ts';
import { keyInput, textInputs } from './win32-inputs.ts';
import { keysym } from './keysym.ts';

/** A key that can be held down. */
export type HeldKey = VirtualKey;

const shift: VirtualKey = { virtualKey: 0xa0, isExtended: false };
const capsLock = 0x14;
const shiftState = 1;

/** Letters and digits, which no layout has on a dead key. */
const plainCharacter = /^[A-Za-z0-9 ]$/;
/** A character with its marks is not cut; as many as a program takes at once without losing some. */
const pieceOfText = /\r\n|[\n\r\t]|[^\n\r\t]{1,20}/gu;

/** A key going down or coming up, with the scan code that the layout has it at. */
export function pressInput(key: HeldKey, isDown: boolean): Buffer {
  const scan = mapKey(key.virtualKey, keyMapping.keyToScan, layoutInUse());
  return keyInput({ ...key, scan }, isDown, ownMark);
}

/**
 * Makes one character at once. Programs that look at keys, as games and consoles do, get the layout's key where it has a
 * plain one; everything else comes as the character itself.
 */
export function characterInputs(character: string, isShiftHeld: boolean): Buffer[] {
  if (!plainCharacter.test(character) || isCapsLocked()) return textPieceInputs(character);
  const found = keyOfCharacter(character.charCodeAt(0), layoutInUse());
  const state = found >> 8;
  const needsShift = state === shiftState;
  if (found === -1 || (state !== 0 && !needsShift)) return textPieceInputs(character);
  const key = { virtualKey: found & 0xff, isExtended: false };
  const tap = [pressInput(key, true), pressInput(key, false)];
  if (needsShift === isShiftHeld) return tap;
  return [pressInput(shift, needsShift), ...tap, pressInput(shift, !needsShift)];
}

/** The key of a shortcut: the one that has the character, or else the one at the same place. */
export function shortcutKey(character: string, code: string): HeldKey | undefined {
  const layout = layoutInUse();
  const lower = character.toLowerCase();
  const found = lower.length === 1 ? keyOfCharacter(lower.charCodeAt(0), layout) : -1;
  if (found !== -1) return { virtualKey: found & 0xff, isExtended: false };
  const scan = scanAtPlace(code);
  const virtualKey = scan === undefined ? 0 : mapKey(scan, keyMapping.scanToKey, layout);
  return virtualKey === 0 ? undefined : { virtualKey, isExtended: false };
}

/** A text in parts that are typed one after the other: line ends and tabs by themselves, as they are keys. */
export function pieces(text: string): string[] {
  return text.match(pieceOfText) ?? [];
}

/** What types one of the `pieces`; control characters are left out. */
export function textPieceInputs(piece: string): Buffer[] {
  const key = /^[\r\n]/.test(piece)
    ? virtualKeyOf(keysym.enter)
    : piece === '\t'
      ? virtualKeyOf(keysym.tab)
      : undefined;
  if (key) return [pressInput(key, true), pressInput(key, false)];
  return textInputs(piece.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ''), ownMark);
}

function isCapsLocked(): boolean {
  return (getKeyState(capsLock) & 1) !== 0;
}
