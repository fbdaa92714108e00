/** What passes between a page of the server and the extension: questions for the installed host, and nothing else. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import {
  InstalledHost,
  NativeOrder,
  hostPageEvents,
  installedHostAttribute,
} from '../../shared/contract/native-host.ts';
import { isOrderFromPage } from './messages.ts';

const FromPage = v.strictObject({ fromServerPage: NativeOrder });

/** In the page: passes on what it asks, and answers in an attribute of its root. */
export function listenToServerPage(page: Document): void {
  const ask = async (order: unknown) => {
    const sent = v.safeParse(NativeOrder, order);
    if (!sent.success) return;
    page.documentElement.setAttribute(installedHostAttribute, await askWorker(sent.output));
  };
  page.addEventListener(hostPageEvents.ask, () => void ask({ order: 'status' }));
  page.addEventListener(hostPageEvents.start, (event) => {
    if ('detail' in event) void ask({ order: 'start', ticket: event.detail });
  });
}

async function askWorker(order: NativeOrder): Promise<InstalledHost> {
  try {
    return v.parse(InstalledHost, await browser.runtime.sendMessage({ fromServerPage: order }));
  } catch {
    // The extension was updated or removed while the page stood open: for this page there is no host.
    return 'none';
  }
}

/** In the background: `answer` gets the order and the origin of the page that asks, which the browser vouches for. */
export function onServerPage(answer: (order: NativeOrder, origin: string) => Promise<InstalledHost>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (!isOrderFromPage(message)) return undefined;
    const order = v.safeParse(FromPage, message);
    // Only the page itself, not what it frames.
    if (!order.success || sender.id !== browser.runtime.id || sender.frameId !== 0 || sender.url === undefined) {
      return undefined;
    }
    return answer(order.output.fromServerPage, new URL(sender.url).origin);
  });
}
