/** Real Firefox, on a real display, with a profile of its own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { BrowserOptions, TestBrowser } from './browser.ts';
import { openChrome, type FirefoxChrome } from './firefox-chrome.ts';

const FIREFOX = '/usr/bin/firefox-esr';
/** The extension's id in Firefox, as `wxt.config.ts` gives it. */
const ADDON_ID = 'remotehelp@remotehelp.example';
/** Firefox makes an id for the extension's address at each installation; a test says which, so that it can name its pages. */
const ADDON_UUID = '3c1f0a1e-0c5d-4d63-9f2c-6b1b6a0f0001';

/** The address of one of the extension's pages. */
export const firefoxPage = (file: string): string => `moz-extension://${ADDON_UUID}/${file}`;
/** The id under which Firefox keeps the extension's toolbar button and sidebar. */
export const WIDGET = ADDON_ID.replaceAll(/[^a-z0-9_-]/gi, '_');

/** A Firefox, with the window around its pages within reach. */
export interface TestFirefox extends TestBrowser {
  readonly chrome: FirefoxChrome;
}

/** Starts it; `extension` is the folder of an unpacked extension, loaded for as long as the browser runs. */
export async function startFirefox(options: BrowserOptions = {}): Promise<TestFirefox> {
  const { environment, size = { width: 1280, height: 900 }, extension, args = [], preferences = {} } = options;
  const profile = mkdtempSync(join(tmpdir(), 'rh-firefox-'));
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: environment?.['DISPLAY'] === undefined,
    defaultViewport: null,
    userDataDir: profile,
    args: ['--remote-allow-system-access', `--width=${size.width}`, `--height=${size.height}`, ...args],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.always_ask_before_handling_new_types': false,
      'intl.accept_languages': 'en-US',
      ...preferences,
    },
    env: { ...process.env, ...environment },
  });
  const chrome = await openChrome(browser);
  if (extension !== undefined) await browser.installExtension(extension);
  return {
    browser,
    profile,
    downloads,
    chrome,
    async addons() {
      return chrome.run<number>(`(async () => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const installed = await AddonManager.getAddonsByTypes(['extension']);
        return installed.filter((addon) => !addon.isBuiltin && !addon.isSystem).length;
      })()`);
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
