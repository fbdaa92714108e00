/** Which of the customer's addresses the browser shows, as a signal. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

const path = signal(location.pathname);
addEventListener('popstate', () => (path.value = location.pathname));

/** The path of the page that is shown, such as `/connect`. */
export const currentPath: ReadonlySignal<string> = path;

/** Goes to another page of the same visit, without loading anew. */
export function goTo(address: string): void {
  history.pushState(null, '', address);
  path.value = address;
  scrollTo(0, 0);
}

/** As {@link goTo}, but the way back does not lead through the page that was left. */
export function replaceBy(address: string): void {
  if (path.peek() === address) return;
  history.replaceState(null, '', address);
  path.value = address;
}
