import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { BrowserKey } from '../port/worker-contract.ts';

/** Calls `press` in the very turn of the key, which counts as a click for opening a panel. */
export function onBrowserKey(press: (key: BrowserKey) => void): void {
  browser.commands.onCommand.addListener((command) => {
    const key = v.safeParse(BrowserKey, command);
    if (key.success) press(key.output);
  });
}
