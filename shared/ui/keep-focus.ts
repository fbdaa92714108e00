/** Where the focus goes, the best first. Not into a field while there is anything else: on a phone that brings its keys up. */
const places = ['h1, h2, h3', 'a[href], button', 'input, select, textarea, [tabindex="0"]'];
/** So long a page may take to put the focus somewhere itself, after what had it has gone. */
const ownMoveMs = 120;

/**
 * Keeps whoever works by keys or by ear at their place: when what has the focus goes from the page, mostly because it was
 * pressed and has done its work, the focus would fall to the whole page. It goes to the heading, else to the first
 * control, of the smallest part around it that still stands. A page that moves the focus itself is left alone. Watches
 * until the page is left.
 */
export function keepFocus(page: Document): void {
  let around: readonly Element[] = [];
  let last: Element | null = null;
  page.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    last = target;
    around = partsAround(target);
  });
  // Left by a press elsewhere or with the mouse: nobody stands there any more.
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget === null && target instanceof Element && target.isConnected) {
      // One that goes is told to leave before it is gone.
      queueMicrotask(() => {
        if (target.isConnected && last === target && page.activeElement !== target) last = null;
      });
    }
  });
  new MutationObserver(() => {
    if (last === null || last.isConnected) return;
    const parts = around;
    last = null;
    setTimeout(() => {
      if (page.activeElement === null || page.activeElement === page.body) placeIn(parts);
    }, ownMoveMs);
  }).observe(page, { childList: true, subtree: true });
}

/** From the innermost to the page itself. */
function partsAround(element: Element): Element[] {
  const parts: Element[] = [];
  for (let part = element.parentElement; part !== null; part = part.parentElement) parts.push(part);
  return parts;
}

function placeIn(parts: readonly Element[]): void {
  for (const part of parts) if (part.isConnected && focusIn(part)) return;
}

/** Gives the focus to the heading of a part of the page, else to its first control. Tells whether it has any. */
export function focusIn(part: Element): boolean {
  for (const kind of places) {
    const place = seen(part.querySelectorAll<HTMLElement>(kind));
    if (place === undefined) continue;
    // Reached by this alone: a heading is no stop for the Tab key.
    if (kind === places[0] && !place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    return true;
  }
  return false;
}

function seen(all: Iterable<HTMLElement>): HTMLElement | undefined {
  for (const element of all) {
    if (element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled')) return element;
  }
  return undefined;
}
