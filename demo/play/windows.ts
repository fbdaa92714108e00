/** Two browsers side by side: a representative with the extension, signed in, and a customer with nothing added. */
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import type { Person } from '../demo-folder.ts';

export interface WindowsOrder {
  readonly executable: string;
  readonly origin: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly rep: Person;
  /** A folder for the browsers' profiles. */
  readonly profiles: string;
  /** Whether each profile says in DevToolsActivePort where a debugger may come in. */
  readonly isDebugged: boolean;
}

export interface DemoWindows {
  close(): Promise<void>;
}

const OPEN_WITHIN_MS = 30_000;
const TRY_AGAIN_MS = 1500;

/** Resolves when the representative is signed in and the customer's page is there. */
export async function openWindows(order: WindowsOrder): Promise<DemoWindows> {
  const browsers: Browser[] = [];
  const close = async () => {
    // One that the person has closed already is gone, which is what is wanted.
    for (const browser of browsers) await browser.close().catch(() => undefined);
  };
  try {
    const rep = await launch(order, 'representative', [order.extension]);
    browsers.push(rep);
    const page = await firstPage(rep);
    await page.goto(`${order.origin}/admin`);
    const { width, height } = await page.evaluate(() => ({ width: screen.availWidth, height: screen.availHeight }));
    const half = Math.floor(width / 2);
    await place(page, { left: 0, top: 0, width: half, height });
    await signIn(await openPanel(rep, page), order);

    const customer = await launch(order, 'customer', []);
    browsers.push(customer);
    const request = await firstPage(customer);
    await request.goto(`${order.origin}/`);
    await place(request, { left: half, top: 0, width: width - half, height });
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

function launch(order: WindowsOrder, profile: string, extensions: string[]): Promise<Browser> {
  return puppeteer.launch({
    executablePath: order.executable,
    headless: false,
    pipe: true,
    defaultViewport: null,
    userDataDir: join(order.profiles, profile),
    ...(extensions.length > 0 ? { enableExtensions: extensions } : {}),
    // Its bar says that a test program drives the browser; here a person does.
    ignoreDefaultArgs: ['--enable-automation'],
    // The demo ends its browsers itself, after it was told to.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-first-run',
      '--no-default-browser-check',
      '--password-store=basic',
      // Chromium's sandbox refuses to run for root, which people are in containers only.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(order.isDebugged ? ['--remote-debugging-pipe', '--remote-debugging-port=0'] : []),
    ],
  });
}

async function firstPage(browser: Browser): Promise<Page> {
  return (await browser.pages())[0] ?? browser.newPage();
}

async function place(page: Page, bounds: { left: number; top: number; width: number; height: number }): Promise<void> {
  const session = await page.createCDPSession();
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { ...bounds, windowState: 'normal' } });
  await session.detach();
}

/** Presses the extension's icon until its panel is there: before the extension has started a press does nothing. */
async function openPanel(browser: Browser, page: Page): Promise<Page> {
  const extension = (await browser.extensions()).get(EXTENSION_ID);
  if (extension === undefined) throw new Error('The browser did not load the extension.');
  for (const until = Date.now() + OPEN_WITHIN_MS; Date.now() < until;) {
    await extension.triggerAction(page);
    const panel = await browser
      .waitForTarget((target) => target.url().endsWith('/sidepanel.html'), { timeout: TRY_AGAIN_MS })
      .then((target) => target.asPage())
      // Not yet: it is pressed again.
      .catch(() => undefined);
    if (panel !== undefined) return panel;
  }
  throw new Error('The side panel did not open.');
}

async function signIn(panel: Page, { origin, rep }: WindowsOrder): Promise<void> {
  const typed = { server: origin, userId: rep.userId, password: rep.password };
  for (const [name, text] of Object.entries(typed)) await panel.locator(`input[name="${name}"]`).fill(text);
  await panel.locator('form button[type=submit]').click();
  await panel.waitForSelector('input[name=password]', { hidden: true, timeout: OPEN_WITHIN_MS });
}
