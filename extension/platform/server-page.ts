/** What passes between a page of the server and the extension: questions for the installed host, and nothing else. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
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
    const host = await askWorker(sent.output);
    if (host !== undefined) page.documentElement.setAttribute(installedHostAttribute, host);
  };
  page.addEventListener(hostPageEvents.ask, () => void ask({ order: 'status' }));
  page.addEventListener(hostPageEvents.start, (event) => {
    if ('detail' in event) void ask({ order: 'start', ticket: event.detail });
  });
}

/** `undefined` where another script of ours answers, or none any more. */
async function askWorker(order: NativeOrder): Promise<InstalledHost | undefined> {
  try {
    return v.parse(InstalledHost, await browser.runtime.sendMessage({ fromServerPage: order }));
  } catch {
    // The extension was updated or removed while the page stood open; or its background did not come up.
    return isConnected() ? 'none' : undefined;
  }
}

const mark = Symbol.for('remotehelp.server-page');

/**
 * Whether the script runs in this page for the first time. A page that is opened while the extension is being installed
 * can get it twice, and would have a host started twice; one that an update has cut off does not count.
 */
export function isFirstHere(): boolean {
  const earlier = v.safeParse(v.function(), Reflect.get(globalThis, mark));
  if (earlier.success && earlier.output() === true) return false;
  Reflect.set(globalThis, mark, isConnected);
  return true;
}

/** Browsers take the id away from scripts of an extension that was updated or removed. */
function isConnected(): boolean {
  return typeof browser.runtime.id === 'string';
}

/** In the background: `answer` gets the order and the origin of the page that asks, which the browser vouches for. */
export function onServerPage(answer: (order: NativeOrder, origin: string) => Promise<InstalledHost>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isOrderFromPage(message)) return undefined;
    const order = v.safeParse(FromPage, message);
    // Only the page itself, not what it frames.
    if (!order.success || sender.id !== browser.runtime.id || sender.frameId !== 0 || sender.url === undefined) {
      return undefined;
    }
    return answer(order.output.fromServerPage, new URL(sender.url).origin);
  });
}
