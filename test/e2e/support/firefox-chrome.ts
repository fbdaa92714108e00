/** The window around Firefox's pages: toolbar, sidebar, settings. Scripts there have the browser's own rights. */
import type { Browser, Page } from 'puppeteer-core';

export interface FirefoxChrome {
  /** Evaluates an expression in the first browser window, and gives its value. */
  run<Value>(expression: string): Promise<Value>;
  /** Pages in tabs and windows, by the id that WebDriver has for them. */
  pages(): Promise<readonly { readonly id: string; readonly address: string }[]>;
  /**
   * Makes a page of what puppeteer does not know, or knows wrongly: Firefox reports neither its sidebar nor where the
   * windows of an extension go.
   */
  meet(id: string, address: string): Promise<Page>;
}

interface Answer {
  readonly result: {
    readonly contexts: readonly { readonly context: string; readonly url: string; readonly clientWindow: string }[];
    readonly type: string;
    readonly result: { readonly value: unknown };
    readonly exceptionDetails: { readonly text: string };
  };
}

/** What puppeteer keeps for itself: the connection over which it speaks WebDriver BiDi. */
interface BidiConnection {
  send(method: string, params: object): Promise<Answer>;
  emit(event: string, params: object): void;
}

/** Needs `--remote-allow-system-access`. Call it before other windows are open. */
export async function openChrome(browser: Browser): Promise<FirefoxChrome> {
  const { connection } = browser as Browser & { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = tree.result.contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!window) throw new Error('Firefox shows no window');
  return {
    async run<Value>(expression: string) {
      const { result } = await connection.send('script.evaluate', {
        expression,
        awaitPromise: true,
        target: { context: window.context },
      });
      if (result.type === 'exception') throw new Error(`${result.exceptionDetails.text} in: ${expression}`);
      return result.result.value as Value;
    },
    async pages() {
      const { result } = await connection.send('browsingContext.getTree', {});
      return result.contexts.map(({ context, url }) => ({ id: context, address: url }));
    },
    async meet(id, url) {
      const { clientWindow } = window;
      const page = { context: id, url, clientWindow, children: null, userContext: 'default', parent: null };
      connection.emit('browsingContext.contextDestroyed', page);
      const known = new Set(await browser.pages());
      connection.emit('browsingContext.contextCreated', page);
      const met = (await browser.pages()).find((candidate) => !known.has(candidate) && candidate.url() === url);
      if (!met) throw new Error(`puppeteer made no page of ${url}`);
      return met;
    },
  };
}
