/**
 * The real sidebar as a page. WebDriver BiDi knows the pages in tabs only, so from the browser's own scope it is told of the
 * sidebar's too; from then on clicks, keys and questions reach it in the same way as any page in a tab.
 */
import type { Page } from 'puppeteer-core';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import { WIDGET, firefoxPage, type TestFirefox } from './firefox.ts';

const PANEL = firefoxPage('sidepanel.html');
const browserInSidebar = `SidebarController.browser?.contentDocument?.getElementById('webext-panels-browser')`;

/** Names the sidebar's browser to WebDriver; gives the id by which it is known, or nothing while the sidebar is shut. */
const makeKnown = `(() => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const inSidebar = () => ${browserInSidebar};
  if (SidebarController.currentID !== '${WIDGET}-sidebar-action' || inSidebar()?.currentURI?.spec !== '${PANEL}') return '';
  inSidebar().permanentKey ??= {};
  NavigableManager.ofTabs ??= NavigableManager.getBrowserById.bind(NavigableManager);
  NavigableManager.getBrowserById = (id) => {
    const browser = inSidebar();
    return browser && NavigableManager.getIdForBrowser(browser) === id ? browser : NavigableManager.ofTabs(id);
  };
  return NavigableManager.getIdForBrowser(inSidebar());
})()`;

/** Follows the sidebar as it opens and shuts. */
export interface FirefoxSidebar {
  /** Waits until the sidebar shows the panel. */
  page(): Promise<Page>;
  isOpen(): Promise<boolean>;
  /** As wide as a person drags it, in px of the page. */
  widen(width: number): Promise<void>;
}

export function followSidebar({ chrome }: TestFirefox): FirefoxSidebar {
  let shown: { id: string; page: Page } | undefined;
  return {
    async page() {
      let id = '';
      await until('the sidebar', async () => (id = await chrome.run<string>(makeKnown)) !== '', 15_000);
      if (shown?.id !== id) shown = { id, page: await chrome.meet(id, PANEL) };
      return shown.page;
    },
    isOpen: () =>
      chrome.run<boolean>(`SidebarController.isOpen && SidebarController.currentID.startsWith('${WIDGET}')`),
    async widen(width) {
      await chrome.run(`(() => { document.getElementById('sidebar-box').style.width = '${width}px'; })()`);
    },
  };
}
