/** Rep and customer in a session, at a whiteboard: the rep in the side panel, the customer on a phone or in another browser. */
import type { Page } from 'puppeteer-core';
import { press, seeText, startBrowser, type BrowserOptions, type TestBrowser } from './browser.ts';
import type { RepAtWork } from './rep.ts';
import { askForHelp, startStage, type Stage } from './stage.ts';

const phone = { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

export interface AtWhiteboard {
  readonly stage: Stage;
  /** The side panel, in the session. */
  readonly panel: Page;
  readonly customers: TestBrowser;
  /** The customer's page, in the session. */
  readonly page: Page;
  close(): Promise<void>;
}

interface WhiteboardStage {
  /** Whether the whiteboard is open already: invited to and accepted. */
  readonly invited: boolean;
  readonly repAtWork?: () => Promise<RepAtWork>;
  /** The customer's browser; Chromium as on a phone unless said otherwise. */
  readonly startOfCustomer?: (options: BrowserOptions) => Promise<TestBrowser>;
}

export async function startAtWhiteboard(options: WhiteboardStage): Promise<AtWhiteboard> {
  const { invited, repAtWork, startOfCustomer } = options;
  const stage = await startStage(repAtWork === undefined ? {} : { repAtWork });
  const customers = await (startOfCustomer ?? startBrowser)({});
  const { panel } = stage;
  const page = (await customers.browser.pages())[0] ?? (await customers.browser.newPage());
  if (startOfCustomer === undefined) await page.setViewport(phone);
  await page.goto(stage.server.origin);
  await askForHelp(page, { name: 'Marta Kowalenko' });
  await press(panel, 'All requests');
  await press(panel, 'Accept');
  await seeText(page, /Ana Petrescu joined/);
  if (invited) {
    await press(panel, 'Draw together on a whiteboard');
    await press(page, 'Open the whiteboard');
    for (const side of [panel, page]) await side.waitForSelector('.rh-board-paper', { visible: true });
  }
  return {
    stage,
    panel,
    customers,
    page,
    async close() {
      await customers.close();
      await stage.stop();
    },
  };
}
