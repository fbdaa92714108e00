import browser from 'webextension-polyfill';

/**
 * Chrome runs the script of the server's pages only in pages that are opened later (Firefox in open ones as well): so
 * that the page from which somebody installed the extension says at once that it is there.
 */
export function tellOpenPagesWhenInstalled(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') void tellOpenPages();
  });
}

async function tellOpenPages(): Promise<void> {
  for (const { matches = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    for (const { id } of await browser.tabs.query({ url: matches })) {
      if (id === undefined) continue;
      // A page that is just being left, or that an administrator keeps extensions from, does without.
      await browser.scripting
        .executeScript({ target: { tabId: id }, files: js })
        .catch((error: unknown) => console.info('A page was not told of the extension:', error));
    }
  }
}
