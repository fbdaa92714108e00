import type { Page } from 'puppeteer-core';

/**
 * Resolves to the moment (milliseconds since 1970, by the page's clock) when `text` stands in the page and the frame
 * with it is being painted. The watch stands when the outer promise resolves.
 */
export async function watchForText(page: Page, text: string): Promise<{ readonly seen: Promise<number> }> {
  const watch = await page.evaluateHandle((wanted) => {
    return {
      seen: new Promise<number>((resolve, reject) => {
        const observer = new MutationObserver(() => {
          if (document.body.textContent?.includes(wanted) !== true) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => {
          observer.disconnect();
          reject(new Error(`Not seen within 15 s: ${wanted}`));
        }, 15_000);
      }),
    };
  }, text);
  return { seen: watch.evaluate((it) => it.seen) };
}
