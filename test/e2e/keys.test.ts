/** Every button of a session has its key on the sheet, in panel and viewer window; keys while somebody types; and files that miss their place. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { press, seeText, startBrowser, type TestBrowser } from './support/browser.ts';
import { opensChooser } from './support/key-stories.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

/** Reached by Tab and pressed by Enter, as the sheet says: what is rare, or asks once. */
const rare = [/representative/i, /^You are /, /who reads it$/, /^Send$/, /^Home/, /^Not now$/, /^Busy$/];

describe('Keys of a session', function () {
  this.timeout(60_000);
  let stage: Stage;
  let panel: Page;
  let customers: TestBrowser;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    panel = stage.panel;
    customers = await startBrowser();
    page = await customers.browser.newPage();
    await page.goto(stage.server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko' });
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
  });
  after(async function () {
    this.timeout(60_000);
    await customers?.close();
    await stage?.stop();
  });

  const tap = async (on: Page, letter: string) => {
    await on.keyboard.down('Alt');
    await on.keyboard.press(`Key${letter}` as 'KeyA');
    await on.keyboard.up('Alt');
  };
  const tapDigit = async (on: Page, digit: '0' | '1') => {
    await on.keyboard.down('Alt');
    await on.keyboard.press(`Digit${digit}`);
    await on.keyboard.up('Alt');
  };
  /** Holds a file over the page, reads what it says, and lets go. Tells whether the browser was kept from showing the file. */
  const drop = async (on: Page, name: string, words = /Drop to send/) => {
    const send = (type: string) =>
      on.evaluate(
        (kind, called) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['dropped'], called, { type: 'text/plain' }));
          const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer });
          return !document.body.dispatchEvent(event);
        },
        type,
        name,
      );
    assert.equal(await send('dragover'), true);
    await seeText(on, words);
    return send('drop');
  };
  /** What the sheet of keys promises here. */
  const promised = async (on: Page) => {
    await on.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await on.keyboard.type('?');
    await on.waitForSelector('.ext-keys', { timeout: 15_000 });
    const keys = await on.$$eval('.ext-keys kbd', (all) => all.map((key) => key.textContent));
    await on.keyboard.press('Escape');
    await on.waitForSelector('.ext-keys', { hidden: true, timeout: 15_000 });
    return keys;
  };
  /** Every button in sight: its name, and its key where it has one. */
  const buttons = (on: Page) =>
    on.$$eval('button', (all) =>
      all
        .filter((button) => button.getClientRects().length > 0 && !button.matches('.rh-session-tab'))
        .map((button) => ({
          name: (button.getAttribute('aria-label') ?? button.textContent).trim(),
          key: button.getAttribute('aria-keyshortcuts')?.replaceAll('+', ' ').replaceAll('Control', 'Ctrl'),
        })),
    );

  it('are on every button in sight, and on the sheet', async () => {
    const sheet = await promised(panel);
    for (const { name, key } of await buttons(panel)) {
      if (key === undefined)
        assert.ok(
          rare.some((words) => words.test(name)),
          `no key for: ${name}`,
        );
      else if (key !== '/') assert.ok(sheet.includes(key), `${key} of ${name} is not on the sheet`);
    }
  });

  it('press what they say, also while somebody types, and write nothing', async () => {
    await panel.focus('.rh-composer-text');
    for (const [letter, words] of [
      ['E', /Suggest a page to Marta/],
      ['I', /Invite/],
      ['Y', /Who goes on with Marta/],
      ['Q', /End/],
    ] as const) {
      await tap(panel, letter);
      await seeText(panel, words, 'dialog[open]');
      await panel.keyboard.press('Escape');
      await panel.waitForSelector('dialog[open]', { hidden: true, timeout: 15_000 });
      await panel.focus('.rh-composer-text');
    }
    await opensChooser(() => tap(panel, 'U'), panel);
    assert.equal(await panel.$eval('.rh-composer-text', (field) => (field as HTMLTextAreaElement).value), '');
    await tap(panel, 'R');
    await seeText(panel, /Note/);
    await tap(panel, 'E');
    await seeText(panel, /Suggest a page to Marta/, 'dialog[open]');
    await panel.keyboard.press('Escape');
  });

  it('leave room for a file that is dropped, in the report too; elsewhere it leaves panel and page as they are', async () => {
    await tap(panel, 'R');
    await seeText(panel, /Note/);
    assert.equal(await drop(panel, 'on the report.txt'), true);
    await seeText(page, /on the report\.txt/);
    await seeText(panel, /on the report\.txt Upload completed/);
    await tapDigit(panel, '0');
    assert.equal(await drop(panel, 'astray.txt', /Files are sent in a session\./), true);
    const elsewhere = await customers.browser.createBrowserContext();
    const other = await elsewhere.newPage();
    await other.goto(`${stage.server.origin}/connect`);
    await seeText(other, /code/);
    assert.equal(await drop(other, 'astray.txt', /Files can be sent once somebody helps you/), true);
    await elsewhere.close();
    await tapDigit(panel, '1');
    assert.doesNotMatch(await seeText(panel, /on the report\.txt/), /astray/);
  });

  it('lead from room to room', async () => {
    await panel.keyboard.down('Alt');
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('Digit4');
    await panel.keyboard.up('Shift');
    await panel.keyboard.press('Digit1');
    await panel.keyboard.up('Alt');
    await seeText(panel, /Chat only/);
  });

  it('are real in the viewer window, with a sheet of its own', async () => {
    const session = await panel.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<{ place?: { session?: string } }> } } };
      };
      return (await chrome.storage.local.get('place')).place?.session;
    });
    const viewer = await stage.rep.browser.newPage();
    await viewer.goto(panel.url().replace('sidepanel.html', `viewer.html?session=${session}`));
    await seeText(viewer, /Chat only/);
    const sheet = await promised(viewer);
    for (const { name, key } of await buttons(viewer)) {
      if (key === undefined)
        assert.ok(
          rare.some((words) => words.test(name)),
          `no key for: ${name}`,
        );
      else if (key !== '/') assert.ok(sheet.includes(key), `${key} of ${name} is not on the sheet`);
    }
    const isChat = async () => (await viewer.$('.ext-window-drawer')) !== null;
    const before = await isChat();
    await tap(viewer, 'C');
    await until('the chat to turn', async () => (await isChat()) !== before);
    await tap(viewer, 'Q');
    await seeText(viewer, /End/, 'dialog[open]');
    await viewer.keyboard.press('Escape');
    await viewer.close();
  });

  it('are the customer’s too', async () => {
    await page.bringToFront();
    await tap(page, 'Q');
    await seeText(page, /End/, 'dialog[open]');
  });
});
