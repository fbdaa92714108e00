/** Every way from the rep's Start Session to the customer's chat: code, links, waiting icon and camera. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'puppeteer-core';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { cameraFlags, writeCameraPicture } from './support/camera-picture.ts';
import { startStage, type Stage } from './support/stage.ts';

const PHONE = 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36';

describe('The ways into a session', function () {
  let stage: Stage;
  let panel: Page;
  let customers: TestBrowser;
  const contexts: BrowserContext[] = [];

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    panel = stage.panel;
    customers = await startBrowser();
  });
  after(async function () {
    this.timeout(60_000);
    for (const context of contexts) await context.close();
    await customers?.close();
    await stage?.stop();
  });

  /** Another person's browser. */
  async function aCustomer(path = '/connect', userAgent?: string): Promise<Page> {
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    if (userAgent !== undefined) await page.setUserAgent({ userAgent });
    await page.goto(new URL(path, stage.server.origin).href);
    return page;
  }
  async function startFor(name: string) {
    await press(panel, 'Home');
    await fill(panel, 'Customer’s name', name);
    await press(panel, 'Start Session');
    return ways();
  }
  /** What the dialog shows. */
  async function ways() {
    const text = await seeText(panel, /\d{3} \d{3}.*Page for typing the code/, 'dialog[open]');
    const addresses = await panel.$$eval('dialog[open] .ext-way-address', (all) =>
      all.map((one) => one.getAttribute('title') ?? ''),
    );
    const [computer = '', phone = '', typing = ''] = addresses;
    return { text, code: /(\d{3} \d{3})/.exec(text)?.[1] ?? '', computer, phone, typing };
  }
  async function endFor(short: string) {
    await seeText(panel, new RegExp(`${short}.*Chat only`));
    await press(panel, 'End');
    await press(panel, 'End session');
    await press(panel, 'Put away');
  }

  it('are in one dialog: the code large, a link for a computer and one for a phone [S3-05] [S3-06] [S0-28]', async () => {
    const { text, code, computer, phone } = await startFor('Dorothea Lindqvist');
    assert.match(text, /Remote Assist Session/);
    assert.match(code, /^\d{3} \d{3}$/);
    assert.match(computer, new RegExp(`^${stage.server.origin}/connect#c-[a-z2-7]{26}$`));
    assert.match(phone, new RegExp(`^${stage.server.origin}/connect#p-[a-z2-7]{26}$`));
  });

  it('are made anew by Create another, and the old ones are dead [S3-10]', async () => {
    const before = await ways();
    await press(panel, 'Create another');
    await panel.waitForFunction(
      (old) => document.querySelector('dialog[open]')?.textContent?.includes(old) === false,
      { timeout: 15_000 },
      before.code,
    );
    const now = await ways();
    assert.notEqual(now.computer, before.computer);
    const page = await aCustomer(before.computer);
    await seeText(page, /This link does not work \(any more\)/);
  });

  it('stay behind in the list as Waiting when the dialog is closed, and come back [S3-12] [S3-18] [S3-19]', async () => {
    await press(panel, 'Close');
    await panel.waitForFunction(() => document.querySelector('dialog[open]') === null, { timeout: 15_000 });
    await seeText(panel, /Your sessions.*Dorothea Lindqvist.*Waiting/);
    await panel.click('.rh-list-row-open ::-p-text(Dorothea Lindqvist)');
    await seeText(panel, /Nobody has come in yet/);
    await press(panel, 'Start Session');
    assert.match((await ways()).text, /Remote Assist Session/);
  });

  it('begin with the page and the code that the rep tells [S0-67] [S3-11] [S3-14]', async () => {
    const { code, typing } = await ways();
    assert.equal(typing, `${stage.server.origin}/connect`);
    const page = await aCustomer(typing);
    await fill(page, 'Your name', 'Dorothea Lindqvist');
    await fill(page, 'Code', ` ${code} `);
    await press(page, 'Connect');
    await seeText(page, /Ana Petrescu/);
    await seeText(panel, /Dorothea L\..*Chat only/);
    await press(panel, 'Home');
    await seeText(panel, /Your sessions.*Dorothea Lindqvist.*Live/);
  });

  it('can be pasted into a chat that is open, where the rep still sends them [S3-09]', async () => {
    const { computer, phone } = await startFor('Bo Lindqvist');
    await press(panel, 'Paste the link for a phone into a chat');
    await seeText(panel, /Dorothea L\..*Chat only/);
    const forPhone = await panel.$eval('textarea', ({ value }) => value);
    assert.equal(forPhone, `Open this link on your phone to connect to me: ${phone}`);
    await fill(panel, 'Reply to Dorothea', ' ');
    await press(panel, 'Home');
    await press(panel, 'Pass on');
    await press(panel, 'Paste the link for a computer into a chat');
    await seeText(panel, /Dorothea L\..*Chat only/);
    const draft = await panel.$eval('textarea', ({ value }) => value);
    assert.equal(draft, `Open this link on your computer to connect to me: ${computer}`);
    assert.doesNotMatch(await textOf(panel, '[role=log]'), /Open this link/);
    await press(panel, 'Send');
    await seeText(panel, /Open this link on your computer/, '[role=log]');
  });

  it('lead a computer in by its link: who invites stands there first, and one press connects [S3-07] [S3-02]', async () => {
    await press(panel, 'Home');
    await press(panel, 'Pass on');
    const { computer } = await ways();
    const page = await aCustomer(computer);
    await seeText(page, /Ana is waiting for you.*You are at a computer/);
    assert.equal(
      await page.evaluate(() => location.href),
      `${stage.server.origin}/connect`,
      'the token is out of sight',
    );
    await press(page, 'Go on with a phone');
    await page.waitForSelector('.rh-qr', { visible: true, timeout: 15_000 });
    await press(page, 'Connect to Ana');
    await seeText(page, /Ana Petrescu/);
    await seeText(panel, /Bo L\..*Chat only/);
  });

  it('lead a phone in by its link, which tells that it is one [S3-08] [S3-03]', async () => {
    const { computer, phone } = await startFor('Elif Korhan');
    const wrong = await aCustomer(computer, PHONE);
    await seeText(wrong, /You are on a phone This link is for a computer/);
    const page = await aCustomer(phone, PHONE);
    await seeText(page, /Ana is waiting for you.*You are on a phone Here you can write/);
    await press(page, 'Go on at a computer');
    await page.waitForSelector('.connect-address-text', { visible: true, timeout: 15_000 });
    await press(page, 'Connect to Ana');
    await seeText(page, /Ana Petrescu/);
    await seeText(panel, /Elif K\..*Chat only/);
  });

  it('are an icon of the rep who waits, in the browser to which it was offered and in no other [S0-29]', async () => {
    const { computer } = await startFor('Juan Soto');
    const page = await aCustomer(computer);
    await seeText(page, /Ana is waiting for you/);
    await press(page, 'I have a code');
    await seeText(page, /Somebody is waiting for you.*Connect without a code/);
    const stranger = await aCustomer();
    await seeText(stranger, /Connect to the person who helps you/);
    assert.doesNotMatch(await textOf(stranger), /Somebody is waiting/);
    await press(page, 'Connect to Ana Petrescu without a code');
    await seeText(panel, /Juan S\..*Chat only/);
    await fill(page, 'Write to Ana', 'The icon has led me in.');
    await press(page, 'Send');
    await seeText(panel, /The icon has led me in\./, '[role=log]');
    await endFor('Juan S\\.');
  });

  it('are read by the camera from the square picture', async function () {
    this.timeout(180_000);
    const { phone } = await startFor('Marta Kowalenko');
    const folder = mkdtempSync(join(tmpdir(), 'rh-camera-'));
    const file = join(folder, 'qr.y4m');
    writeCameraPicture(file, phone);
    const withCamera = await startBrowser({ args: cameraFlags(file) });
    try {
      const page = (await withCamera.browser.pages())[0] ?? (await withCamera.browser.newPage());
      await page.goto(`${stage.server.origin}/connect`);
      await press(page, 'Scan with the camera');
      await seeText(page, /Ana is waiting for you/, 'body', 30_000);
      await press(page, 'Connect to Ana');
      await seeText(page, /Ana Petrescu/);
      await seeText(panel, /Marta K\..*Chat only/);
    } finally {
      await withCamera.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are asked about when somebody comes whom the rep did not name', async () => {
    const { code } = await startFor('Sunil Weeratunga');
    const page = await aCustomer();
    await fill(page, 'Your name', 'Mallory');
    await fill(page, 'Code', code);
    await press(page, 'Connect');
    await seeText(page, /Ana is asked to let you in/);
    await seeText(panel, /Mallory wants to come in/);
    await press(panel, 'Not this one');
    await seeText(page, /You were not let in/);
    const again = (await ways()).code;
    assert.notEqual(again, code);
    await fill(page, 'Your name', 'Mallory');
    await fill(page, 'Code', again);
    await press(page, 'Connect');
    await press(panel, 'Let in');
    await seeText(page, /Ana Petrescu/);
    await seeText(panel, /Mallory.*Chat only/);
  });

  it('show the code in the viewer window when the rep starts with Remote Control [S0-66] [S3-25] [S0-64]', async function () {
    this.timeout(120_000);
    await press(panel, 'Home');
    await fill(panel, 'Customer’s name', 'Hanne Brekke');
    await press(panel, 'More ways to start');
    await press(panel, 'Remote Control');
    const viewer = await stage.rep.extensionPage('viewer.html');
    const [, code = ''] = /(\d{3} \d{3})/.exec(await seeText(viewer, /\d{3} \d{3}/)) ?? [];
    await seeText(panel, /Your sessions.*Hanne Brekke.*Waiting/);
    const page = await aCustomer();
    await fill(page, 'Your name', 'Hanne Brekke');
    await fill(page, 'Code', code);
    await press(page, 'Connect');
    await seeText(page, /Ana Petrescu/);
    await seeText(viewer, /Ask Hanne for mouse and keyboard/);
    await page.waitForSelector('.rh-composer, textarea', { timeout: 15_000 });
    await press(panel, 'Home');
    await seeText(panel, /Your sessions.*Hanne Brekke.*Live/);
  });
});
