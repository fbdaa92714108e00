import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** Where in the panel one is. Pages with unsaved changes hold it back until the person has decided. */
export interface Router {
  readonly path: ReadonlySignal<string>;
  /** Whether the panel has gone on from the page that the browser loaded. */
  hasMoved(): boolean;
  /** The address that waits for a yes to leaving unsaved changes behind. */
  readonly heldBack: ReadonlySignal<string | undefined>;
  go(path: string): void;
  /** Moves on without a new step in the history: the address was only a way here. */
  replace(path: string): void;
  setUnsaved(isUnsaved: boolean): void;
  leave(): void;
  stay(): void;
}

type Page = Pick<Window, 'addEventListener' | 'history' | 'location' | 'scrollTo'>;

export function createRouter(page: Page): Router {
  const path = signal(page.location.pathname);
  const heldBack = signal<string | undefined>(undefined);
  let isUnsaved = false;
  let hasMoved = false;

  const enter = (next: string) => {
    isUnsaved = false;
    hasMoved = true;
    heldBack.value = undefined;
    path.value = pathOf(next);
    page.scrollTo(0, 0);
  };
  const go = (next: string) => {
    if (isUnsaved) {
      heldBack.value = next;
      return;
    }
    if (pathOf(next) !== path.value || next.includes('?')) page.history.pushState(null, '', next);
    enter(next);
  };

  page.addEventListener('popstate', () => {
    const next = page.location.pathname;
    if (!isUnsaved) return enter(next);
    // The browser has moved already: the address of what is still on the screen comes back first.
    page.history.pushState(null, '', path.value);
    heldBack.value = next;
  });
  page.addEventListener('beforeunload', (event) => {
    if (isUnsaved) event.preventDefault();
  });

  return {
    path,
    heldBack,
    hasMoved: () => hasMoved,
    go,
    replace(next) {
      page.history.replaceState(null, '', next);
      enter(next);
    },
    setUnsaved: (now) => (isUnsaved = now),
    leave() {
      const next = heldBack.value;
      isUnsaved = false;
      if (next !== undefined) go(next);
    },
    stay: () => (heldBack.value = undefined),
  };
}

/** An address without its question, which is the page's own to read. */
function pathOf(address: string): string {
  return address.split('?', 1)[0] ?? '';
}
