import type { BrowserKey } from '../port/worker-contract.ts';

/** So soon after the last time, in ms, a key is still held: systems begin to repeat one after half a second or so. */
const heldForMs = 800;

/**
 * Tells of each key whether it was pressed anew. A browser calls a held one again and again without saying so, and would
 * accept one customer after the other; giving control back is never put off for that. `now` is in ms.
 */
export function newPresses(now: () => number): (key: BrowserKey) => boolean {
  let last: { readonly key: BrowserKey; readonly at: number } | undefined;
  return (key) => {
    const isHeld = last?.key === key && now() - last.at < heldForMs;
    last = { key, at: now() };
    return !isHeld || key === 'release-control';
  };
}
