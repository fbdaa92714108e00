/** Keys of the panel and of the viewer window: what one is, and how it is heard. */
import { hearOrders } from '../../shared/ui/hear-orders.ts';
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
  /** Goes on while it is held: only for going from one to the next, which does nothing. */
  readonly repeats?: boolean;
  /** Acts whatever is asked on top; others press a button of an open dialog, and nothing below it. */
  readonly overDialogs?: boolean;
  /** Tells whether it did anything: else the key is left to the field and the browser. */
  readonly run: (event: KeyboardEvent) => boolean;
}

/** Alt and one letter. */
export function altKey(letter: string, text: string, run: Key['run']): Key {
  return { drawn: `Alt ${letter}`, codes: [`Key${letter}`], text, alt: true, run };
}

/** Alt and the letter of a button: presses it, or does `without` where it is not drawn at the moment. */
export function buttonKey(letter: string, text: string, without = () => false): Key {
  return altKey(letter, text, () => pressButtonOf(`Alt ${letter}`) || without());
}

/** For a key that can always do what it is for. */
export function always(act: () => void): () => true {
  return () => {
    act();
    return true;
  };
}

/** Whoever typed so lately into a field that has gone meanwhile does not know it yet, in ms. */
const typedOnMs = 2000;
/** With these a field is left on purpose. */
const leaving: ReadonlySet<string> = new Set(['Escape', 'Tab']);

/** Watches the page's keys until the returned function is called. */
export function watchKeys({ desk }: Pick<View, 'desk'>, keys: readonly Key[]): () => void {
  let typedAt = -Infinity;
  const done = new AbortController();
  const forget = () => {
    typedAt = -Infinity;
  };
  const noteTyping = (event: KeyboardEvent) => {
    if (isTyping(event.target)) typedAt = leaving.has(event.key) ? -Infinity : event.timeStamp;
  };
  document.addEventListener('pointerdown', forget, done);
  document.addEventListener('keydown', noteTyping, done);
  const deafen = hearOrders(document, (event) => {
    if (desk.desk.value === null) return undefined;
    const key = keys.find((candidate) => isPressed(candidate, event));
    if (key === undefined) return undefined;
    // Where a session has ended under somebody's fingers, what they still type is no order.
    const isTypedOn = event.timeStamp - typedAt < typedOnMs;
    if (key.single === true && (isTypedOn || !desk.settings.value.singleKeys)) return undefined;
    // What a dialog asks comes first: going elsewhere under it would take it away, with what was typed in it.
    const isAsked = document.querySelector('dialog[open]') !== null && key.overDialogs !== true;
    return { run: () => (isAsked ? pressButtonOf(key.drawn) : key.run(event)), repeats: key.repeats };
  });
  return () => {
    done.abort();
    deafen();
  };
}

/** Whether the event is this key, and nothing more is held. Pure. */
export function isPressed(key: Omit<Key, 'run' | 'text'>, event: KeyboardEvent, mac?: boolean): boolean {
  if (key.drawn === '?') return event.key === '?' && areHeld(event, { shift: event.shiftKey }, mac);
  return key.codes.includes(event.code) && areHeld(event, key, mac);
}
