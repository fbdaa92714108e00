import { isComposing } from './is-composing.ts';

/** What a key is for at the moment. */
export interface Order {
  /** Tells whether it did anything. */
  readonly run: () => boolean;
  /** Is given again and again while its key is held; once for each press unless said. */
  readonly repeats?: boolean | undefined;
}

/**
 * Hears the keys of a page that are orders, until the returned function is called. What did something writes no letter,
 * however long its key is held; a key that did nothing is left to the field and the browser.
 */
export function hearOrders(page: Document, orderOf: (event: KeyboardEvent) => Order | undefined): () => void {
  /** The key that gave an order and is still held, by its code: with Alt let go before it, it would begin to write. */
  let held: string | undefined;
  const hear = (event: KeyboardEvent) => {
    if (!event.repeat) held = undefined;
    if (event.defaultPrevented || isComposing(event)) return;
    const order = orderOf(event);
    const isDue = order !== undefined && (!event.repeat || order.repeats === true);
    if (isDue && order.run()) held = event.code;
    if (held === event.code) event.preventDefault();
  };
  page.addEventListener('keydown', hear);
  return () => page.removeEventListener('keydown', hear);
}
