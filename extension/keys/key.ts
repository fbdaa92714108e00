/** Keys of the panel and of the viewer window: what one is, and how it is heard. */
import { isComposing } from '../../shared/ui/is-composing.ts';
import { isTyping } from '../../shared/ui/is-typing.ts';
import { pressButtonOf } from '../../shared/ui/press-by-key.ts';
import { areHeld } from '../../shared/ui/this-keyboard.ts';
import type { View } from '../view/open-view.ts';

/** One key, or a row of keys that do alike. */
export interface Key {
  /** As it is drawn: `Alt A`. */
  readonly drawn: string;
  readonly text: string;
  /** By the physical key, so that layouts do not matter. */
  readonly codes: readonly string[];
  readonly alt?: boolean;
  /** Ctrl, or Command on a Mac; not unless said. */
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  /** Only for keys of one letter: does nothing while typing, and can be switched off. */
  readonly single?: boolean;
  readonly run: (event: KeyboardEvent) => void;
}

/** Alt and one letter. */
export function altKey(letter: string, text: string, run: Key['run']): Key {
  return { drawn: `Alt ${letter}`, codes: [`Key${letter}`], text, alt: true, run };
}

/** Alt and the letter of a button: presses it, or does `without` where it is not drawn at the moment. */
export function buttonKey(letter: string, text: string, without: () => void = () => {}): Key {
  return altKey(letter, text, () => {
    if (!pressButtonOf(`Alt ${letter}`)) without();
  });
}

/** Whoever typed so lately into a field that has gone meanwhile does not know it yet, in ms. */
const typedOnMs = 2000;
/** With these a field is left on purpose. */
const leaving: ReadonlySet<string> = new Set(['Escape', 'Tab']);

/** Watches the page's keys until it is left. */
export function watchKeys({ desk }: Pick<View, 'desk'>, keys: readonly Key[]): void {
  let typedAt = -Infinity;
  document.addEventListener('pointerdown', () => {
    typedAt = -Infinity;
  });
  document.addEventListener('keydown', (event) => {
    if (isTyping(event.target)) typedAt = leaving.has(event.key) ? -Infinity : event.timeStamp;
    if (event.defaultPrevented || isComposing(event) || desk.desk.value === null) return;
    const key = keys.find((candidate) => isPressed(candidate, event));
    if (key === undefined) return;
    // Where a session has ended under somebody's fingers, what they still type is no order.
    const isTypedOn = event.timeStamp - typedAt < typedOnMs;
    if (key.single === true && (isTypedOn || !desk.settings.value.singleKeys)) return;
    // On a Mac ⌥ and a letter write another one: an order writes nothing.
    event.preventDefault();
    key.run(event);
  });
}

/** Whether the event is this key, and nothing more is held. Pure. */
export function isPressed(key: Omit<Key, 'run' | 'text'>, event: KeyboardEvent, mac?: boolean): boolean {
  if (key.drawn === '?') return event.key === '?' && areHeld(event, { shift: event.shiftKey }, mac);
  return key.codes.includes(event.code) && areHeld(event, key, mac);
}
