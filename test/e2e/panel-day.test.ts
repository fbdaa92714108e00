/** A rep's day with several customers at once, told in the panel: chats, shortcuts, and pages that customers open. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { allowSessions } from '../integration/server-sessions/sessions-for-tests.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { tabAndPress, tabAndWrite, tabTo, takeFromMenu, watchHands } from './support/by-keys.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('A rep’s day in the panel', function () {
  this.timeout(60_000);
  let stage: Stage;
  let panel: Page;
  let customers: TestBrowser;
  const contexts: BrowserContext[] = [];
  let marta: Page;
  let ruben: Page;
  let yuki: Page;
  /** Somebody else's web site, with who came there: the address, and the page that they came from. */
  const visits: [string | undefined, string | undefined][] = [];
  const site = createServer((request, response) => {
    if (request.url?.startsWith('/drivers') === true) visits.push([request.url, request.headers.referer]);
    response.setHeader('content-type', 'text/html');
    response.end('<p>Drivers for printer 7</p>');
  });
  const drivers = () => `http://127.0.0.1:${(site.address() as AddressInfo).port}/drivers?driver=7`;

  before(async function () {
    this.timeout(240_000);
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
    stage = await startStage();
    panel = stage.panel;
    await allowSessions(stage.administrator, 5);
    customers = await startBrowser();
    marta = await helped('Marta Kowalenko');
    ruben = await helped('Ruben Achebe');
    yuki = await helped('Yuki Tanaka');
  });
  after(async function () {
    this.timeout(60_000);
    for (const context of contexts) await context.close();
    await customers?.close();
    site.closeAllConnections();
    site.close();
    await stage?.stop();
  });

  /** Somebody who asks, and whose session the rep begins. */
  async function helped(name: string): Promise<Page> {
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(stage.server.origin);
    await askForHelp(page, { name });
    await press(panel, 'Home');
    await seeText(panel, new RegExp(name));
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
    // The panel has gone there too: a key pressed now is not followed by that.
    await seeText(panel, new RegExp(`${name} General`));
    return page;
  }
  async function says(page: Page, text: string) {
    await fill(page, 'Write to Ana', text);
    await press(page, 'Send');
  }
  /** One tab of the strip as it is read: name, time or waiting, unread. */
  const strip = () =>
    panel.$$eval('.rh-session-tabs-list > .rh-session-tab', (tabs) =>
      tabs.map((tab) => (tab as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim()),
    );
  const keys = async (page: Page, modifier: 'Alt' | 'Control', key: 'ArrowDown' | 'Digit1' | 'Digit3' | 'KeyF') => {
    await page.keyboard.down(modifier);
    await page.keyboard.press(key);
    await page.keyboard.up(modifier);
  };
  const draftIn = (page: Page) => page.$eval('.rh-composer-text', (field) => (field as HTMLTextAreaElement).value);

  it('shows three customers in the strip, each with what is unread and since when they wait [S0-73]', async () => {
    await keys(panel, 'Alt', 'Digit1');
    await seeText(panel, /Reply to Marta|Marta Kowalenko/);
    await says(ruben, 'Which train goes to the museum?');
    await says(ruben, 'And when?');
    await says(yuki, 'The door does not open.');
    await panel.waitForFunction(() => document.querySelectorAll('.rh-session-tab-unread').length === 2);
    const tabs = await strip();
    assert.match(tabs[0] ?? '', /^Marta K\. \d:\d\d$/);
    assert.match(tabs[1] ?? '', /^Ruben A\. waits \d:\d\d 2 2 unread$/);
    assert.match(tabs[2] ?? '', /^Yuki T\. waits \d:\d\d 1 1 unread$/);
  });

  it('goes from customer to customer by the keys, and what is read waits no longer [S0-73]', async () => {
    const hands = await watchHands(panel);
    await keys(panel, 'Alt', 'ArrowDown');
    await seeText(panel, /And when\?/, '[role=log]');
    await keys(panel, 'Alt', 'ArrowDown');
    await seeText(panel, /The door does not open\./, '[role=log]');
    await panel.waitForFunction(() => document.querySelector('.rh-session-tab-unread') === null);
    await keys(panel, 'Alt', 'Digit3');
    await tabAndWrite(panel, 'Reply to Yuki', 'I open it for you.');
    await panel.keyboard.press('Enter');
    await seeText(yuki, /I open it for you\./);
    assert.equal(await hands(), 0, 'no mouse and no finger');
    assert.doesNotMatch(await textOf(marta, '[role=log]'), /I open it for you/);
  });

  it('shows a message for some seconds at the bottom while its chat is out of sight, and opens it there [S2-29]', async () => {
    await press(panel, 'Home');
    await says(marta, 'It prints again, thank you');
    await seeText(panel, /Marta Kowalenko It prints again, thank you/, '.ext-popup');
    const shade = await panel.$eval('.ext-popup', (box) => getComputedStyle(box).backgroundColor);
    assert.match(shade, /0\.85\)$/, 'it is half transparent');
    await panel.click('.ext-popup-open');
    await seeText(panel, /It prints again/, '[role=log]');
    await says(ruben, 'Hello?');
    await seeText(panel, /Ruben Achebe Hello\?/, '.ext-popup');
    await press(panel, 'Close');
    await panel.waitForFunction(() => document.querySelector('.ext-popup') === null);
    await says(ruben, 'Still there?');
    await seeText(panel, /Still there\?/, '.ext-popup');
    await panel.waitForFunction(() => document.querySelector('.ext-popup') === null, { timeout: 12_000 });
  });

  it('shows it over the picture in the viewer window too, while the chat beside it is shut [S2-29]', async () => {
    const session = await panel.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<{ place: { session: string } }> } } };
      };
      return (await chrome.storage.local.get('place')).place.session;
    });
    await keys(panel, 'Alt', 'Digit3');
    const viewer = await stage.rep.browser.newPage();
    await viewer.setViewport({ width: 1000, height: 700 });
    await viewer.goto(`chrome-extension://${EXTENSION_ID}/viewer.html?session=${session}`);
    await seeText(viewer, /Marta does not show the screen now/);
    await says(marta, 'One more thing');
    await seeText(viewer, /Marta Kowalenko One more thing/, '.ext-popup');
    await viewer.click('.ext-popup-open');
    await seeText(viewer, /One more thing/, '[role=log]');
    await viewer.close();
  });

  it('keeps favorites, folders and programs of one’s own, by keyboard alone [S0-57] [S0-58] [S0-59]', async () => {
    await panel.bringToFront();
    const hands = await watchHands(panel);
    await tabAndPress(panel, 'Home');
    await tabAndPress(panel, 'Shortcuts');
    await seeText(panel, /Nothing of your own yet/);
    const save = async () => {
      await panel.keyboard.press('Enter');
      await panel.waitForFunction(() => document.querySelector('dialog[open]') === null);
    };
    const add = async (kind: string, fields: readonly (readonly [string, string])[], folder?: string) => {
      await takeFromMenu(panel, 'Add', kind);
      for (const [label, text] of fields) await tabAndWrite(panel, label, text);
      if (folder !== undefined) {
        await tabTo(panel, 'Folder');
        await panel.keyboard.type(folder);
        await tabTo(panel, 'Save');
      }
      await save();
    };
    await add('New folder…', [['Name', 'Printers']]);
    const site = [
      ['Name', 'Drivers'],
      ['Address', drivers()],
    ] as const;
    await add('New favorite…', site, 'Printers');
    await add('New program…', [
      ['Name', 'Spooler'],
      ['Path', 'services.msc'],
    ]);
    await seeText(panel, /Printers.*Drivers.*Spooler services\.msc.*after a yes on that computer/);
    await takeFromMenu(panel, 'Change, move or remove Spooler', 'Move up');
    await seeText(panel, /Spooler services\.msc.*Printers.*Drivers/);
    await takeFromMenu(panel, 'Change, move or remove Spooler', 'Change…');
    await tabAndWrite(panel, 'Name', 'Print spooler');
    await save();
    await seeText(panel, /Print spooler/);
    await takeFromMenu(panel, 'Change, move or remove Printers', 'Remove…');
    await seeText(panel, /Remove Printers\?.*with the item in it/);
    await tabAndPress(panel, 'Keep it');
    await seeText(panel, /Drivers/);
    assert.equal(await hands(), 0, 'no mouse and no finger');
  });

  it('refuses a favorite that is no address of the web, and says how it must begin [S0-57]', async () => {
    await press(panel, 'Add');
    await press(panel, 'New favorite…');
    await fill(panel, 'Name', 'Evil');
    await fill(panel, 'Address', 'javascript:alert(1)');
    await press(panel, 'Save');
    await seeText(panel, /Write an address that begins with https:\/\//, 'dialog[open]');
    await press(panel, 'Cancel');
  });

  it('has common addresses at hand in a chat, by the button and by a slash [S0-84]', async () => {
    await keys(panel, 'Alt', 'Digit1');
    await press(panel, 'Replies and favorites');
    await seeText(panel, /Drivers/, '[role=listbox]');
    await panel.keyboard.type('dri');
    await panel.keyboard.press('Enter');
    assert.equal(await draftIn(panel), drivers());
    await fill(panel, 'Reply to Marta', '/dri');
    await seeText(panel, /Drivers/, '[role=listbox]');
    await panel.keyboard.press('Enter');
    assert.equal(await draftIn(panel), drivers());
    assert.doesNotMatch(await textOf(marta, '[role=log]'), /driver=7/);
  });

  it('asks the customer to open a page: the whole address, its host strong, and No does nothing [S0-85]', async () => {
    await press(panel, 'Suggest a page');
    assert.match(await seeText(panel, /Suggest a page to Marta/, 'dialog[open]'), /driver=7/);
    await press(panel, 'Ask Marta');
    // The address has gone where it was for.
    await panel.waitForFunction(() => document.querySelector('textarea')?.value === '');
    const question = await seeText(marta, /Ana suggests a page/, '.page-question');
    assert.ok(question.includes(drivers()));
    const host = await marta.$eval('.rh-address-host', (strong) => strong.textContent);
    assert.equal(host, new URL(drivers()).host);
    const before = (await marta.browserContext().pages()).length;
    await press(marta, 'No, thanks');
    await seeText(marta, /You did not open the page/, '[role=log]');
    await seeText(panel, /Marta did not open the page/, '[role=log]');
    assert.equal((await marta.browserContext().pages()).length, before);
  });

  it('opens it in a tab that knows nothing of the chat, on the customer’s own press, and tells both [S0-85] [H-24]', async () => {
    await press(panel, 'Suggest a page');
    await (await panel.waitForSelector('dialog[open] .rh-list-row-open'))?.click();
    await press(panel, 'Ask Marta');
    await seeText(marta, /Ana suggests a page/, '.page-question');
    const context = marta.browserContext();
    const opened = new Promise<Page>((resolve) => {
      context.on('targetcreated', (target) => void target.page().then((page) => page !== null && resolve(page)));
    });
    // It can be pressed once it has been there for half a second: a press that comes sooner opens nothing.
    await marta.waitForSelector('.page-question[data-armed=true]');
    await press(marta, 'Open');
    const tab = await opened;
    await seeText(tab, /Drivers for printer 7/);
    assert.deepEqual(visits, [['/drivers?driver=7', undefined]], 'one visit, which does not tell where it came from');
    assert.equal(await tab.evaluate(() => window.opener), null);
    await seeText(marta, /You opened the page/, '[role=log]');
    await seeText(panel, /Marta opened the page/, '[role=log]');
    await tab.close();
  });

  it('makes addresses in messages pressable, sets code apart, and finds words in the log', async () => {
    await marta.bringToFront();
    await says(marta, 'It says `error 5` at https://print.example/help (see there).');
    await seeText(panel, /error 5/, '[role=log]');
    const link = await panel.$eval('.rh-message-link', (anchor) => {
      const { href, target, rel } = anchor as HTMLAnchorElement;
      return [href, target, rel];
    });
    assert.deepEqual(link, ['https://print.example/help', '_blank', 'noopener noreferrer']);
    assert.equal(await panel.$eval('.rh-message-code', (code) => code.textContent), 'error 5');
    await keys(panel, 'Control', 'KeyF');
    await fill(panel, 'Search this session', 'THE PAGE');
    await seeText(panel, /2 of 2/, '.ext-search');
    // What is found is marked when it is drawn, a moment after it is counted.
    await panel.waitForFunction(() => {
      const found = [...(CSS.highlights.get('ext-found') ?? [])];
      const words = found.map((range) => (range instanceof Range ? range.toString() : ''));
      return words.join() === 'the page,the page';
    });
    await panel.keyboard.press('Enter');
    await seeText(panel, /1 of 2/, '.ext-search');
    await panel.keyboard.press('Escape');
    await panel.waitForFunction(() => CSS.highlights.size === 0 && document.querySelector('.ext-search') === null);
  });

  it('explains which button starts the download, in the chat’s field, where the rep sends it [S3-13]', async () => {
    await press(panel, 'View');
    await press(panel, 'Ask Marta');
    await press(panel, 'Explain the download');
    const draft = await draftIn(panel);
    assert.match(draft, /press “Yes, for 15 minutes”, then “Download the program”/);
    assert.match(draft, /That press starts a download/);
    assert.doesNotMatch(await textOf(marta, '[role=log]'), /starts a download/);
    await press(panel, 'Send');
    await seeText(marta, /That press starts a download/, '[role=log]');
    await press(panel, 'Withdraw');
  });
});
