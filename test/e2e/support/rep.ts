/** A rep at work: a browser with the real extension, its real side panel, on a real desktop. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../../../shared/contract/extension-id.ts';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import { fill, press, seeText, startBrowser, type TestBrowser } from './browser.ts';
import { startRepDesk, type RepDesk } from './rep-desk.ts';
import { listenInChromium } from './sound.ts';

const EXTENSION = resolve(import.meta.dirname, '../../../dist/extension/chrome-mv3');

export interface RepAtWork extends TestBrowser {
  readonly desk: RepDesk;
  /** An ordinary page that the rep has open. */
  readonly page: Page;
  readonly isFirefox: boolean;
  /** Opens the side panel (in Firefox the sidebar) by the toolbar icon. */
  openPanel(): Promise<Page>;
  /** Presses the toolbar icon once. */
  clickIcon(): Promise<void>;
  /** What stands over the toolbar icon. The panel is open. */
  badge(): Promise<string>;
  /** Ends the extension's worker as the browser does when it is idle. Resolves when it is gone. */
  stopWorker(): Promise<void>;
  hasWorker(): boolean;
  /** From now on the notes that the extension plays are counted; the returned function gives how many there were. */
  listenToSound(): Promise<() => Promise<number>>;
  /** Waits for a page of the extension, such as `viewer.html`. */
  extensionPage(file: string): Promise<Page>;
}

export async function startRep({
  desk,
  extension = EXTENSION,
  args = [],
  profile,
}: {
  desk?: RepDesk;
  extension?: string;
  args?: readonly string[];
  profile?: string;
} = {}): Promise<RepAtWork> {
  const own = desk ?? (await startRepDesk());
  const chromium = await startBrowser({
    environment: own.environment,
    extension,
    size: { width: 1380, height: 960 },
    args,
    ...(profile === undefined ? {} : { profile }),
  });
  const { browser } = chromium;
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto('data:text/html,<title>A page</title><p>Some page that the rep has open.</p>');
  const isWorker = (target: { type(): string; url(): string }) =>
    target.type() === 'service_worker' && target.url().includes(EXTENSION_ID);
  const pageOf = async (file: string) => {
    const address = `chrome-extension://${EXTENSION_ID}/${file}`;
    const target = await browser.waitForTarget((candidate) => candidate.url().startsWith(address), { timeout: 15_000 });
    return target.asPage();
  };
  const clickIcon = async () => {
    const loaded = (await browser.extensions()).get(EXTENSION_ID);
    if (!loaded) throw new Error('The extension is not loaded');
    await loaded.triggerAction(page);
  };
  return {
    ...chromium,
    desk: own,
    page,
    isFirefox: false,
    clickIcon,
    async openPanel() {
      // A click before the worker has said that the icon opens the panel does nothing. The panel's own page asks it,
      // so that no debugger is attached to the worker, which would keep it alive.
      let panel: Page | undefined;
      await until(
        'the side panel',
        async () => {
          await clickIcon();
          const target = await browser
            .waitForTarget((candidate) => candidate.url().endsWith('/sidepanel.html'), { timeout: 1500 })
            .catch(() => undefined);
          panel = await target?.asPage();
          return panel !== undefined;
        },
        20_000,
      );
      if (!panel) throw new Error('The side panel did not open');
      return panel;
    },
    async badge() {
      const panel = await pageOf('sidepanel.html');
      return panel.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { action: { getBadgeText(of: object): Promise<string> } };
        };
        return chrome.action.getBadgeText({});
      });
    },
    async stopWorker() {
      const address = `chrome-extension://${EXTENSION_ID}/offscreen.html`;
      const target = await browser.waitForTarget((candidate) => candidate.url().startsWith(address), {
        timeout: 15_000,
      });
      const session = await target.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await until('the worker’s end', () => !browser.targets().some(isWorker));
      await session.detach();
    },
    hasWorker: () => browser.targets().some(isWorker),
    listenToSound: () => listenInChromium(browser),
    extensionPage: pageOf,
    async close() {
      await chromium.close();
      if (!desk) await own.stop();
    },
  };
}

/** Signs in by hand and waits for Home. */
export async function signIn(panel: Page, origin: string, userId: string, password: string): Promise<void> {
  await fill(panel, 'Server address', origin);
  await fill(panel, 'User ID', userId);
  await fill(panel, 'Password', password);
  await press(panel, 'Sign in');
  await seeText(panel, /Start Session/);
}
