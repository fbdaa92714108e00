import { useEffect, useRef } from 'preact/hooks';

/**
 * Takes the reader to the heading of a page that came in place of another one, since what had the focus has gone with
 * that one. Not for the first page, which the browser reads by itself, and not where the page has put the focus itself.
 * `page` names what stands now; `undefined` while nothing does.
 */
export function useHeadingFocus(page: string | undefined): void {
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    const cameFrom = before.current;
    before.current = page;
    if (page === undefined || cameFrom === undefined || cameFrom === page) return;
    focusHeading();
  }, [page]);
}

/** Takes the reader to the page's heading, unless something has the focus. */
export function focusHeading(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const heading = document.querySelector('h1');
  // Reached by this alone: a heading is no stop for the Tab key.
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
