/** What stands on the keyboard in front of the person: a Mac has ⌥ and ⌘ where others have Alt and Ctrl. */

/** Drawn without a browser, it is no Mac's. */
function isMac(): boolean {
  return typeof navigator !== 'undefined' && /^(?:mac|iphone|ipad)/i.test(navigator.platform);
}

/** A key hint (`Alt A`, `Ctrl F`) as it stands on this keyboard. */
export function drawnKeys(keys: string, mac = isMac()): string {
  if (!mac) return keys;
  // Held alone they are the keys of these names; before a letter, Ctrl is what Macs have ⌘ for.
  const control = keys === 'Ctrl Alt Shift' ? '⌃' : '⌘';
  return keys
    .replaceAll(/\bCtrl\b/g, control)
    .replaceAll(/\bAlt\b/g, '⌥')
    .replaceAll(/\bShift\b/g, '⇧');
}

/** Turns a key hint (`Alt A`) into the value of `aria-keyshortcuts` (`Alt+A`). */
export function ariaKeys(keys: string, mac = isMac()): string {
  return keys.replaceAll(/\bCtrl\b/g, mac ? 'Meta' : 'Control').replaceAll(' ', '+');
}

type Modifiers = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'>;

/**
 * Whether exactly these are held. AltGr writes letters (@, €, ą) and is no Alt, though Windows tells of it as Ctrl and Alt; on a
 * Mac, Firefox calls ⌥ by that name: https://developer.mozilla.org/docs/Web/API/KeyboardEvent/getModifierState
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
    event.ctrlKey === (ctrl && !mac) &&
    event.metaKey === (ctrl && mac)
  );
}
