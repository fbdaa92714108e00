import browser from 'webextension-polyfill';

/** Who sent a message, as far as the browser vouches for it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * The path of the extension's own page that sent a message, such as `/sidepanel.html`; `undefined` for another
 * extension, a web page, or a content script (which carries the page's address, whatever it claims).
 */
export function ownPage(sender: Sender | undefined): string | undefined {
  if (sender?.id !== browser.runtime.id || sender.url === undefined) return undefined;
  const url = new URL(sender.url);
  return url.origin === new URL(browser.runtime.getURL('/')).origin ? url.pathname : undefined;
}

/** The address of one of the extension's own files. */
export function ownUrl(path: string): string {
  return browser.runtime.getURL(path);
}
