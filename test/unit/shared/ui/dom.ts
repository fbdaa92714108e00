/*
 * Import this first in a test that draws components, and the components after it with `await import(…)`: Node must
 * know that style sheets are nothing to run before the first of them is asked for. A test without such an `await` is
 * loaded as a module of another kind, and would get a second one of this, and all others that one's document.
 */
import { register } from 'node:module';
import { parseHTML } from 'linkedom';
import { h, render } from 'preact';
import type { ComponentType } from 'preact';
import { act } from 'preact/test-utils';

const skipStyles = `export async function load(url, context, next) {
  if (new URL(url).pathname.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true };
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(skipStyles)}`);

const { window } = parseHTML('<!doctype html><html><body></body></html>');
// linkedom keeps no focus: what was focused last is all that these tests ask.
let focused: unknown;
Object.defineProperty(window.HTMLElement.prototype, 'focus', {
  value(this: unknown) {
    noteFocus(this);
  },
});
// Dialogs are drawn where they stand.
for (const name of ['showModal', 'close'])
  Object.defineProperty(window.HTMLElement.prototype, name, { value() {}, writable: true, configurable: true });
// Nor does it scroll.
Object.defineProperty(window.HTMLElement.prototype, 'scrollIntoView', { value() {} });
// Not Event: other tests of the same run use Node's own.
Object.assign(globalThis, {
  document: window.document,
  HTMLElement: window.HTMLElement,
  Element: window.Element,
  Node: window.Node,
});

function noteFocus(element: unknown): void {
  focused = element;
}

/** The element that was focused last, by whoever. */
export function lastFocused(): unknown {
  return focused;
}

/** A drawn component: find in it, draw it again with other props, take it away. */
export type Drawn<Props> = {
  box: HTMLElement;
  find: (selector: string) => HTMLElement;
  button: (words: string) => HTMLElement;
  redraw: (props: Props) => Promise<void>;
  remove: () => Promise<void>;
};

/** Draws a component into a fresh box of linkedom's document, with its effects run. */
export async function draw<Props extends object>(component: ComponentType<Props>, props: Props): Promise<Drawn<Props>> {
  const box = document.createElement('div');
  document.body.append(box);
  const redraw = (next: Props) => act(() => render(h(component, next), box));
  await redraw(props);
  return {
    box,
    redraw,
    find: (selector) => found(box.querySelector<HTMLElement>(selector), selector),
    button: (words) => {
      const buttons = [...box.querySelectorAll<HTMLElement>('button')];
      return found(
        buttons.find((button) => button.textContent?.includes(words)),
        words,
      );
    },
    remove: async () => {
      await act(() => render(null, box));
      box.remove();
    },
  };
}

/** Presses an element as mouse and keyboard both end up doing. */
export async function press(element: HTMLElement): Promise<void> {
  await act(() => void element.dispatchEvent(domEvent('click')));
}

/** Something happens on an element, with what the event carries. */
export async function fire(on: EventTarget, name: string, carries: object = {}): Promise<void> {
  await act(() => void on.dispatchEvent(domEvent(name, carries)));
}

/** A key pressed anywhere on the page, or on one element. */
export async function pressKey(key: string, on: EventTarget = document, carries: object = {}): Promise<void> {
  const idle = { isComposing: false, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
  await fire(on, 'keydown', { ...idle, key, ...carries });
}

/** Somebody types or pastes `value` over what stands in the input. */
export async function type(input: HTMLElement, value: string): Promise<void> {
  Object.assign(input, { value });
  await fire(input, 'input', { isComposing: false });
}

function domEvent(name: string, carries: object = {}): Event {
  return Object.assign(new window.Event(name, { bubbles: true, cancelable: true }), carries);
}

function found<Thing>(thing: Thing | null | undefined, what: string): Thing {
  if (thing === null || thing === undefined) throw new Error(`nothing found for "${what}"`);
  return thing;
}
