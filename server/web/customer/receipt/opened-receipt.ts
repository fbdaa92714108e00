/** The receipt whose link was opened. Its secret stays in the address: it is there to be kept, as a bookmark, and must outlive loading anew. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { readReceiptFragment, receiptAddress, receiptPath } from '../../../../shared/contract/receipt.ts';
import type { ReceiptLink } from '../../../../shared/contract/receipt.ts';
import { goTo } from '../address.ts';

const current = signal<ReceiptLink | undefined>(undefined);

/** `undefined` where the address holds no whole link. */
export const openedReceipt: ReadonlySignal<ReceiptLink | undefined> = current;

/** Follows the address from now on. */
export function watchReceipt(): void {
  const take = () => {
    if (location.pathname === receiptPath) current.value = readReceiptFragment(location.hash);
  };
  addEventListener('hashchange', take);
  addEventListener('popstate', take);
  take();
}

/** Goes to a receipt's page, without loading anew. */
export function showReceipt(link: ReceiptLink): void {
  current.value = link;
  goTo(receiptPath);
  history.replaceState(null, '', receiptAddress(location.origin, link));
}
