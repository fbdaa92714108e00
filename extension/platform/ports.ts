import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import { VIEW_PORT } from '../port/port-frames.ts';
import type { Port } from '../port/port-frames.ts';
import { ownPage } from './own-pages.ts';

/** The pages that may take a view's seat. */
const viewPages: ReadonlySet<string> = new Set(['/sidepanel.html', '/viewer.html']);

/** Opens a view's port to whoever listens in the extension. It closes by itself when nobody does. */
export function connectView(): Port {
  return wrap(browser.runtime.connect({ name: VIEW_PORT }));
}

/** Hands every port of an own view page to `admit`; any other port is closed and counted. */
export function onViewPort(admit: (port: Port) => void, refuse: () => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const page = ownPage(port.sender);
    if (port.name === VIEW_PORT && page !== undefined && viewPages.has(page)) return admit(wrap(port));
    refuse();
    port.disconnect();
  });
}

function wrap(port: Runtime.Port): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.onMessage.addListener((message) => listener(message)),
    onClose: (listener) => port.onDisconnect.addListener(() => listener()),
    close: () => port.disconnect(),
  };
}
