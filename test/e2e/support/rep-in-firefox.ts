/** A rep at work in Firefox: the real extension, its real sidebar, on a real desktop. */
import { resolve } from 'node:path';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import type { BrowserOptions } from './browser.ts';
import { listenInFirefox } from './firefox-sound.ts';
import { followSidebar } from './firefox-sidebar.ts';
import { WIDGET, firefoxPage, startFirefox } from './firefox.ts';
import { startRepDesk } from './rep-desk.ts';
import type { RepAtWork } from './rep.ts';

const EXTENSION = resolve(import.meta.dirname, '../../../dist/extension/firefox-mv2');

interface Place {
  readonly x: number;
  readonly y: number;
}

export interface RepInFirefox extends RepAtWork {
  isSidebarOpen(): Promise<boolean>;
  /** Moves the icon as a person does who customises the toolbar. */
  placeIcon(where: 'toolbar' | 'menu'): Promise<void>;
  /** Addresses of the windows and tabs that show the panel; the sidebar is none of them. */
  windowsWithPanel(): Promise<readonly string[]>;
}

export async function startRepInFirefox({
  preferences = {},
}: Pick<BrowserOptions, 'preferences'> = {}): Promise<RepInFirefox> {
  const desk = await startRepDesk();
  const firefox = await startFirefox({
    environment: desk.environment,
    extension: EXTENSION,
    size: { width: 1380, height: 960 },
    preferences,
  });
  const { browser, chrome } = firefox;
  const sidebar = followSidebar(firefox);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto('data:text/html,<title>A page</title><p>Some page that the rep has open.</p>');
  const extensionPage = async (file: string) => {
    let found: { id: string; address: string } | undefined;
    const isThere = async () => {
      found = (await chrome.pages()).find(({ address }) => address.startsWith(firefoxPage(file)));
      return found !== undefined;
    };
    await until(file, isThere, 15_000);
    if (!found) throw new Error(`${file} did not open`);
    return chrome.meet(found.id, found.address);
  };
  const clickIcon = async () => {
    await until('the toolbar icon', async () => (await chrome.run<string>(placeOfIcon)) !== '');
    const { x, y } = JSON.parse(await chrome.run<string>(placeOfIcon)) as Place;
    await desk.click(x, y);
  };
  return {
    ...firefox,
    desk,
    page,
    isFirefox: true,
    clickIcon,
    async openPanel() {
      if (!(await sidebar.isOpen())) await clickIcon();
      const panel = await sidebar.page();
      await sidebar.widen(400);
      return panel;
    },
    isSidebarOpen: () => sidebar.isOpen(),
    async placeIcon(where) {
      const area = where === 'toolbar' ? 'nav-bar' : 'unified-extensions-area';
      await chrome.run(`CustomizableUI.addWidgetToArea('${WIDGET}-browser-action', '${area}')`);
    },
    async windowsWithPanel() {
      const pages = await chrome.pages();
      return pages.map(({ address }) => address).filter((address) => address === firefoxPage('sidepanel.html'));
    },
    badge: () => chrome.run<string>(`document.getElementById('${WIDGET}-BAP')?.getAttribute('badge') ?? ''`),
    stopWorker: () => Promise.reject(new Error('Firefox’s background page is never stopped')),
    hasWorker: () => true,
    listenToSound: async () => listenInFirefox(await sidebar.page()),
    extensionPage,
    async close() {
      await firefox.close();
      await desk.stop();
    },
  };
}

/** The middle of the toolbar icon on the screen, as JSON; empty while it is not in the toolbar. */
const placeOfIcon = `(() => {
  const icon = document.getElementById('${WIDGET}-browser-action');
  if (!icon?.closest('#nav-bar') || icon.getBoundingClientRect().width === 0) return '';
  const { left, top, width, height } = icon.getBoundingClientRect();
  return JSON.stringify({ x: Math.round(mozInnerScreenX + left + width / 2), y: Math.round(mozInnerScreenY + top + height / 2) });
})()`;
