/** What a rep can begin with a right click on any page. */
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { offerOnPages } from '../platform/page-menu.ts';
import type { PageClick, PageOrder } from '../platform/page-menu.ts';
import { openPanel } from '../platform/panel-place.ts';
import type { Asked } from '../port/asked.ts';
import type { OwnerContract } from '../port/worker-contract.ts';
import { anywhereTexts } from '../texts/anywhere-en.ts';
import { personMailed, personSelected } from './selected-person.ts';

type OrderId = 'start-selected' | 'start-mailed' | 'give-page' | 'give-link' | 'give-picture';

const words = anywhereTexts.menu;
const web = ['http://*/*', 'https://*/*'];
const orders: readonly PageOrder<OrderId>[] = [
  { id: 'start-selected', title: words.selected, contexts: ['selection'] },
  { id: 'start-mailed', title: words.mailed, contexts: ['link'], targets: ['mailto:*'] },
  { id: 'give-page', title: words.page, contexts: ['page'] },
  { id: 'give-link', title: words.link, contexts: ['link'], targets: web },
  { id: 'give-picture', title: words.picture, contexts: ['image'], targets: web },
];

/** `owner` brings the link owner to life first when it must. */
export function followPageOrders(owner: Client<OwnerContract>): void {
  offerOnPages(orders, (click) => {
    const asked = askedBy(click);
    if (asked === undefined) return;
    void openPanel();
    owner.call('asked.put', asked).catch((error: unknown) => {
      // Nobody is signed in, or the server is away: the panel, open now, says so.
      if (!(error instanceof AppError)) throw error;
    });
  });
}

/** What a click asks for; `undefined` when it names nobody and nothing that could be given. */
export function askedBy({ id, selection, page, link, picture, place }: PageClick<OrderId>): Asked | undefined {
  switch (id) {
    case 'start-selected':
      return { what: 'start', ...personSelected(selection) };
    case 'start-mailed': {
      const person = personMailed(link);
      return person === undefined ? undefined : { what: 'start', ...person };
    }
    case 'give-page':
      return given(page);
    case 'give-link':
      return given(link);
    case 'give-picture':
      return isWebAddress(picture) ? { what: 'give-picture', address: picture, place } : undefined;
    default:
      return id satisfies never;
  }
}

function given(address: string): Asked | undefined {
  return isWebAddress(address) ? { what: 'give', address } : undefined;
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && address.length <= 1000;
}
