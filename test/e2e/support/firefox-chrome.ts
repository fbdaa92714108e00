/** The window around Firefox's pages: toolbar, sidebar, settings. Scripts there have the browser's own rights. */
import type { Browser } from 'puppeteer-core';

export interface FirefoxChrome {
  /** Evaluates an expression in the first browser window, and gives its value. */
  run<Value>(expression: string): Promise<Value>;
  /** Tells the driver that a page has come that it did not see coming, or that it has gone. */
  announce(page: 'came' | 'went', context: string, address: string): void;
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
    announce(page, context, url) {
      const { clientWindow } = window;
      const known = { context, url, clientWindow, children: null, userContext: 'default', parent: null };
      connection.emit(page === 'came' ? 'browsingContext.contextCreated' : 'browsingContext.contextDestroyed', known);
    },
  };
}
