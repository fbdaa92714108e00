import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** Where in the panel one is. Pages with unsaved changes hold it back until the person has decided. */
export interface Router {
  readonly path: ReadonlySignal<string>;
  /** What stands behind the path, such as `?of=role:team-lead`; empty where nothing does. */
  readonly question: ReadonlySignal<string>;
  /** The address that waits for a yes to leaving unsaved changes behind. */
  readonly heldBack: ReadonlySignal<string | undefined>;
  go(path: string): void;
  /** Moves on without a new step in the history: the address was only a way here. */
  replace(path: string): void;
  /** `part` tells forms of one page apart. Without it everything on the page is meant. */
  setUnsaved(isUnsaved: boolean, part?: string): void;
  leave(): void;
  stay(): void;
}

type Page = Pick<Window, 'addEventListener' | 'history' | 'location' | 'scrollTo'>;

export function createRouter(page: Page): Router {
  const path = signal(page.location.pathname);
  const question = signal(page.location.search);
  const heldBack = signal<string | undefined>(undefined);
  const unsaved = new Set<string>();

  const enter = (next: string) => {
    unsaved.clear();
    batch(() => {
      heldBack.value = undefined;
      path.value = pathOf(next);
      question.value = next.slice(pathOf(next).length);
    });
    page.scrollTo(0, 0);
  };
  const go = (next: string) => {
    if (unsaved.size > 0) {
      heldBack.value = next;
      return;
    }
    if (next !== `${path.value}${question.value}` || next.includes('?')) page.history.pushState(null, '', next);
    enter(next);
  };

  page.addEventListener('popstate', () => {
    const next = `${page.location.pathname}${page.location.search}`;
    if (unsaved.size === 0) return enter(next);
    // The browser has moved already: the address of what is still on the screen comes back first.
    page.history.pushState(null, '', `${path.value}${question.value}`);
    heldBack.value = next;
  });
  page.addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0) event.preventDefault();
  });

  return {
    path,
    question,
    heldBack,
    go,
    replace(next) {
      page.history.replaceState(null, '', next);
      enter(next);
    },
    setUnsaved(now, part) {
      if (part === undefined) unsaved.clear();
      else unsaved.delete(part);
      if (now) unsaved.add(part ?? '');
    },
    leave() {
      const next = heldBack.value;
      unsaved.clear();
      if (next !== undefined) go(next);
    },
    stay: () => (heldBack.value = undefined),
  };
}

/** An address without its question, which is the page's own to read. */
function pathOf(address: string): string {
  return address.split('?', 1)[0] ?? '';
}
