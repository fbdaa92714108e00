import type { SessionHead } from '../../shared/contract/session.ts';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { firstName } from '../view/first-name.ts';
import { newClientId } from '../view/new-client-id.ts';
import type { Orders } from '../view/orders.ts';

/** Asks the customer whether to open a page. Resolves to whether they are asked now; else the toast says why not. */
export async function suggestPage(orders: Orders, head: SessionHead, address: string): Promise<boolean> {
  const answer = await orders.give('pages.suggest', { session: head.id, clientId: newClientId(), address });
  if (answer === undefined) return false;
  orders.tell(shortcutTexts.suggested(firstName(head.customer.name)));
  return true;
}
