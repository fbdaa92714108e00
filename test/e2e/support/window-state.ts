import type { Page } from 'puppeteer-core';

/** How the window of an extension page stands, as the browser says it. */
export async function windowState(page: Page): Promise<string> {
  return page.evaluate(async () => {
    type Windows = { windows: { getCurrent(): Promise<{ state: string }> } };
    const { browser, chrome } = globalThis as unknown as { browser?: Windows; chrome: Windows };
    return (await (browser ?? chrome).windows.getCurrent()).state;
  });
}
