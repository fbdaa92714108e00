/** A rep at work in Firefox: the real extension, its real sidebar, on a real desktop. */
import { resolve } from 'node:path';
import { until } from '../../integration/customer-host-x11/x-display.ts';
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

export async function startRepInFirefox(): Promise<RepAtWork> {
  const desk = await startRepDesk();
  const firefox = await startFirefox({
    environment: desk.environment,
    extension: EXTENSION,
    size: { width: 1380, height: 960 },
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
    badge: () => chrome.run<string>(`document.getElementById('${WIDGET}-browser-action')?.getAttribute('badge') ?? ''`),
    // Firefox's background page is never stopped: there is nothing to end, and nothing that could be missing later.
    stopWorker: () => Promise.resolve(),
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
