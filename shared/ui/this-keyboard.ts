/**
 * What stands on the keyboard in front of the person. On a Mac ⌥ alone writes letters and signs (ą, ź, [ ] | { } €), in every
 * field: an order that is Alt and a letter elsewhere is ⌃⌥ and the letter there, and ⌘ is what others have Ctrl for.
 */

/** Whether it is a Mac's; drawn without a browser, it is none. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /^(?:mac|iphone|ipad)/i.test(navigator.platform);
}

/** A key hint (`Alt A`, `Ctrl F`) as it stands on this keyboard. */
export function drawnKeys(keys: string, mac = isMac()): string {
  if (!mac) return keys;
  // Held alone they are the keys of these names.
  if (keys === 'Ctrl Alt Shift') return '⌃⌥⇧';
  return keys
    .replaceAll(/\bCtrl /g, '⌘')
    .replaceAll(/\bAlt /g, '⌃⌥')
    .replaceAll(/\bShift /g, '⇧');
}

/** Turns a key hint (`Alt A`) into the value of `aria-keyshortcuts` (`Alt+A`, on a Mac `Control+Alt+A`). */
export function ariaKeys(keys: string, mac = isMac()): string {
  const named = mac
    ? keys.replaceAll(/\bCtrl\b/g, 'Meta').replaceAll(/\bAlt\b/g, 'Control Alt')
    : keys.replaceAll(/\bCtrl\b/g, 'Control');
  return named.replaceAll(' ', '+');
}

type Modifiers = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'>;

/**
 * Whether exactly these are held; on a Mac `alt` is ⌃⌥ and `ctrl` is ⌘. Elsewhere AltGr writes letters (@, €, ą) and is no Alt,
 * though Windows tells of it as Ctrl and Alt; on a Mac, Firefox calls ⌥ by that name: https://developer.mozilla.org/docs/Web/API/KeyboardEvent/getModifierState
 */
export function areHeld(
  event: Modifiers,
  { alt = false, ctrl = false, shift = false }: { alt?: boolean; ctrl?: boolean; shift?: boolean },
  mac = isMac(),
): boolean {
  if (!mac && event.getModifierState('AltGraph')) return false;
  return (
    event.altKey === alt &&
    event.shiftKey === shift &&
    event.ctrlKey === (mac ? alt : ctrl) &&
    event.metaKey === (mac && ctrl)
  );
}
