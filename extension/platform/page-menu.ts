/** The extension's orders in the menu that a right click on a page opens. */
import browser from 'webextension-polyfill';
import type { Menus } from 'webextension-polyfill';
import type { PicturePlace } from '../port/asked.ts';

const pages = ['http://*/*', 'https://*/*'];

/** One order, and where the menu has it. */
export interface PageOrder<Id extends string> {
  readonly id: Id;
  /** `%s` stands for what is selected. */
  readonly title: string;
  readonly contexts: readonly ('selection' | 'page' | 'link' | 'image')[];
  /** Only on links or pictures whose address fits; on every page of the web unless said. */
  readonly targets?: readonly string[];
}

/** What was clicked. */
export interface PageClick<Id extends string> {
  readonly id: Id;
  readonly selection: string;
  readonly page: string;
  readonly link: string;
  readonly picture: string;
  /** Where on the page; `null` where it is no tab's. */
  readonly place: PicturePlace | null;
}

/**
 * Makes the orders where the browser does not have them yet, and calls `run` in the very turn of a click, which counts
 * for opening a panel.
 */
export function offerOnPages<Id extends string>(
  orders: readonly PageOrder<Id>[],
  run: (click: PageClick<Id>) => void,
): void {
  // Firefox forgets a menu with the background page that made it; Chrome keeps it, and would refuse to make it twice.
  if (import.meta.env.FIREFOX) void make(orders);
  else browser.runtime.onInstalled.addListener(() => void make(orders));
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const order = orders.find(({ id }) => id === info.menuItemId);
    if (order !== undefined) run({ id: order.id, ...whatWasClicked(info, tab?.id) });
  });
}

async function make<Id extends string>(orders: readonly PageOrder<Id>[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts, targets } of orders) {
    browser.contextMenus.create({
      id,
      title,
      contexts: [...contexts],
      ...(targets === undefined ? { documentUrlPatterns: pages } : { targetUrlPatterns: [...targets] }),
    });
  }
}

function whatWasClicked({ selectionText, pageUrl, linkUrl, srcUrl, frameId }: Menus.OnClickData, tab?: number) {
  return {
    selection: selectionText ?? '',
    page: pageUrl ?? '',
    link: linkUrl ?? '',
    picture: srcUrl ?? '',
    place: tab === undefined ? null : { tab, frame: frameId ?? 0 },
  };
}
