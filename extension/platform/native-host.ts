import browser from 'webextension-polyfill';

/** Starts the program of this name by the browser, says one thing to it and takes its answer. Rejects where there is none. */
export async function askNativeHost(name: string, message: object): Promise<unknown> {
  return browser.runtime.sendNativeMessage(name, message);
}
