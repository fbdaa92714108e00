/** Keys of buttons: a button that says which key it has is pressed by it, so that no key does what no button does. */
import { hearOrders } from './hear-orders.ts';
import { areHeld, ariaKeys } from './this-keyboard.ts';

/** Presses the button that has these keys, `Alt A`; one that cannot be pressed now gets the focus, and says why. Tells whether there is one. */
export function pressButtonOf(keys: string): boolean {
  const buttons = buttonsOf(ariaKeys(keys));
  const button = buttons.find((one) => !isHeld(one)) ?? buttons[0];
  if (button === undefined) return false;
  if (isHeld(button)) button.focus();
  else button.click();
  return true;
}

/** Lets every button be pressed by its key of `Alt` and a letter, wherever on the page the focus is. The returned function ends it. */
export function pressButtonsByKey(page: Document): () => void {
  return hearOrders(page, (event) => {
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    if (letter === undefined || !areHeld(event, { alt: true })) return undefined;
    return { run: () => pressButtonOf(`Alt ${letter}`) };
  });
}

/* Only what is in sight, and what lies on top while a dialog asks for something first. */
function buttonsOf(keys: string): HTMLElement[] {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  return [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${keys}"]`)].filter(
    (button) => (dialog === undefined || dialog.contains(button)) && button.getClientRects().length > 0,
  );
}

function isHeld(button: HTMLElement): boolean {
  return button.getAttribute('aria-disabled') === 'true';
}
