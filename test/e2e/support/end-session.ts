import type { Page } from 'puppeteer-core';
import { press, seeText } from './browser.ts';

/** The customer ends the session on the page: the button, and the same words in the question that follows it. */
export async function endAsCustomer(page: Page): Promise<void> {
  await press(page, 'End the session');
  await page.waitForSelector('dialog[open]', { timeout: 10_000 });
  await press(page, 'End the session');
  await seeText(page, /The session has ended/);
}
