/** Real Chromium, on a real display, with a profile of its own; and what a person does on a page of any browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { pressableCalled } from './pressable.ts';

/** Debian's. */
export const CHROMIUM = '/usr/bin/chromium';
/** A closed network, no GPU, root in a container; and nothing that asks the outside. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--password-store=basic',
  '--window-position=0,0',
  '--lang=en-US',
];

export interface TestBrowser {
  readonly browser: Browser;
  readonly profile: string;
  readonly downloads: string;
  /** How many extensions are in it. */
  addons(): Promise<number>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly environment?: NodeJS.ProcessEnv;
  readonly size?: { readonly width: number; readonly height: number };
  readonly extension?: string;
  readonly args?: readonly string[];
  /** Stays when the browser is closed, so that it can be started again as it was; else a new one that goes with it. */
  readonly profile?: string;
  /** Of Firefox: settings that a person could change too. */
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
}

export async function startBrowser(options: BrowserOptions = {}): Promise<TestBrowser> {
  const { environment, size = { width: 1280, height: 900 }, extension, args = [] } = options;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'rh-browser-'));
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    headless: environment?.['DISPLAY'] === undefined,
    pipe: true,
    ...(extension === undefined ? {} : { enableExtensions: [extension] }),
    defaultViewport: null,
    userDataDir: profile,
    args: [...flags, `--window-size=${size.width},${size.height}`, ...args],
    env: { ...process.env, ...environment },
  });
  const downloads = join(profile, 'downloads');
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloads,
    eventsEnabled: false,
  });
  return {
    browser,
    profile,
    downloads,
    addons: async () => (await browser.extensions()).size,
    async close() {
      await browser.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The visible text of a page, on one line. */
export async function textOf(page: Page, selector = 'body'): Promise<string> {
  return page.$eval(selector, (element) => (element as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim());
}

/** Waits until the page's visible text fits. Rejects with the text that stood there instead. */
export async function seeText(page: Page, form: RegExp, selector = 'body', withinMs = 15_000): Promise<string> {
  const until = Date.now() + withinMs;
  let seen = '';
  for (;;) {
    seen = await textOf(page, selector).catch(() => seen);
    if (form.test(seen)) return seen;
    if (Date.now() > until) throw new Error(`Waited ${withinMs} ms in vain for ${String(form)} in: ${seen}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Presses the button, tab or link with this name, as a person does, once it can be pressed. */
export async function press(page: Page, name: string, withinMs = 15_000): Promise<void> {
  const element = await pressableCalled(page, name, withinMs);
  await page.waitForFunction(
    (button) => button.getAttribute('aria-disabled') !== 'true' && !button.hasAttribute('disabled'),
    { timeout: withinMs },
    element,
  );
  await element.click();
  await element.dispose();
}

/** Fills the field whose label (or name for readers) begins with these words, as a person does. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const handle = await page.waitForFunction(
    (words) => {
      const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
      return fields.find((field) => {
        const names = [field.getAttribute('aria-label'), ...[...(field.labels ?? [])].map((one) => one.innerText)];
        return field.checkVisibility() && names.some((name) => name?.trim().startsWith(words));
      });
    },
    { timeout: 15_000 },
    label,
  );
  const field = handle.asElement() as ElementHandle<Element> | null;
  if (!field) throw new Error(`No field is labelled ${label}`);
  await field.click({ count: 3 });
  await field.type(text);
  await field.dispose();
}
