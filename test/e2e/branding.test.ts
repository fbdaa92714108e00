import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { startStage, type Stage } from './support/stage.ts';

/** What somebody might write in the hope that it is more than text. */
const markup = '<form name="submit"><style>@import url(https://evil.example/x.css);</style>';

describe('What an organisation makes its own', () => {
  let stage: Stage;
  let chromium: TestBrowser;
  let admin: Page;
  let customer: Page;
  let folder: string;
  const asked: string[] = [];

  const open = async (path: string) => {
    const page = await chromium.browser.newPage();
    await page.goto(`${stage.server.origin}${path}`);
    return page;
  };
  const goTo = async (name: string) => {
    await admin.bringToFront();
    await press(admin, name);
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rh-logo-'));
    stage = await startStage();
    chromium = await startBrowser();
    customer = await open('/');
    customer.on('request', (request) => asked.push(request.url()));
    await seeText(customer, /Available/);
    admin = await open('/admin');
    await fill(admin, 'User ID', stage.administrator.userId);
    await fill(admin, 'Password', stage.administrator.password);
    await press(admin, 'Sign in');
    await seeText(admin, /Branding/);
  });
  after(async () => {
    await chromium?.close();
    await stage?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows name, logo, colour and words on the open customer page as soon as they are saved [B-35]', async () => {
    await goTo('Branding');
    await seeText(admin, /Preview/);
    const file = join(folder, 'logo.png');
    writeFileSync(file, aPicture());
    const field = await admin.$('input[type="file"]');
    await field?.uploadFile(file);
    await seeText(admin, /Logo saved/);
    await fill(admin, 'As a number', '#f2b705');
    await fill(admin, 'Title of the request page', 'How can we help?');
    await fill(admin, 'Privacy notice', 'We keep requests for 90 days.');
    await fill(admin, 'Its whole text', 'https://fern.example/privacy');
    // Before it is saved the preview has it, and the customer's page has not.
    await seeText(admin, /How can we help\?/, '.branding-preview');
    assert.doesNotMatch(await textOf(customer), /How can we help/);
    await press(admin, 'Save');
    await seeText(admin, /Saved\./);

    await customer.bringToFront();
    await seeText(customer, /Fern Street Library.*How can we help\?.*We keep requests for 90 days\. Privacy notice/);
    const link = await customer.$eval('.brand-privacy a', (a) => [a.getAttribute('href'), a.getAttribute('rel')]);
    assert.equal(link[0], 'https://fern.example/privacy');
    assert.match(link[1] ?? '', /noopener|noreferrer/);
    await customer.waitForFunction(() => {
      const logo = document.querySelector<HTMLImageElement>('.rh-page-mark');
      return logo?.complete === true && logo.naturalWidth > 0;
    });
    for (const theme of ['light', 'dark'] as const) {
      await customer.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      // The words are there before the fresh style sheet is.
      await customer.waitForFunction(() => {
        const button = document.querySelector('button[type="submit"]') ?? document.body;
        const [red = 0, , blue = 0] = (getComputedStyle(button).backgroundColor.match(/\d+/g) ?? []).map(Number);
        return red > blue + 50;
      });
      const [hue, words, ground] = await customer.evaluate(() => {
        const style = getComputedStyle(document.querySelector('button[type="submit"]') ?? document.body);
        return [style.backgroundColor, style.color, getComputedStyle(document.body).backgroundColor];
      });
      // Yellow in both themes, dark enough for white words or light enough for dark ones.
      const [red = 0, green = 0, blue = 0] = (hue ?? '').match(/\d+/g)?.map(Number) ?? [];
      assert.ok(red > blue + 50 && green > blue + 30, `${theme}: ${String(hue)}`);
      assert.notEqual(words, hue);
      assert.notEqual(ground, hue);
    }
    await customer.emulateMediaFeatures([]);
    // The first paint of a page that opens now has it too.
    const style = await fetch(`${stage.server.origin}/branding.css`);
    assert.match(await style.text(), /--accent:#/);
  });

  it('shows HTML and styles in its words as the text they are, and takes nothing but colours for a colour [H-64]', async () => {
    await goTo('Branding');
    await fill(admin, 'Below the title', markup);
    await fill(admin, 'Privacy notice', `${markup}\n@import "x";`);
    await press(admin, 'Save');
    await seeText(admin, /Saved\./);
    await customer.bringToFront();
    await seeText(customer, /<form name="submit"><style>@import/);
    assert.equal((await customer.$$('form')).length, 1, 'the page has its own form and no other');
    assert.equal(await customer.$('form[name="submit"]'), null);
    assert.deepEqual(
      asked.filter((url) => url.includes('evil')),
      [],
    );

    await goTo('Branding');
    await fill(admin, 'As a number', 'red;}*{');
    await press(admin, 'Save');
    await seeText(admin, /Write # and six digits/);
    await press(admin, 'Discard');
    const { branding } = await stage.administrator.panel.call('branding.get', {});
    assert.equal(branding.colour, '#f2b705');
  });

  it('offers a kind of problem that was catalogued a moment ago, and brings it to the rep', async () => {
    await goTo('Support incidents');
    await press(admin, 'New incident');
    await fill(admin, 'Name', 'Printer');
    await press(admin, 'Save');
    await seeText(admin, /Printer In every channel/);
    await customer.bringToFront();
    const list = await customer.waitForSelector('select');
    const [, choice] = (await list?.$$eval('option', (all) => all.map((one) => one.value))) ?? [];
    assert.ok(choice);
    await customer.select('select', choice);
    await fill(customer, 'Your name', 'Marta Kowalenko');
    // The kind says it all: no reason has to be written.
    await press(customer, 'Ask for help');
    await seeText(customer, /You are first in line.*Kind of problem Printer/);
    await stage.panel.bringToFront();
    await press(stage.panel, 'Requests 1');
    await seeText(stage.panel, /Marta Kowalenko.*Kind Printer/);
  });

  it('lets a rep put a shared reply into the chat with a slash, with the names in it, and sends nothing by itself', async () => {
    await goTo('Shared items');
    await press(admin, 'New item');
    await press(admin, 'New canned reply…');
    await fill(admin, 'Name', 'Greeting');
    await fill(admin, 'Word', 'hello');
    await fill(admin, 'Text', 'Good day {customer}, this is {rep}. {odd}');
    await press(admin, 'Save');
    await seeText(admin, /Greeting \/hello/);

    const { panel } = stage;
    await panel.bringToFront();
    await press(panel, 'Accept');
    const field = await panel.waitForSelector('textarea');
    await field?.type('/he');
    await seeText(panel, /Greeting \/hello/, '[role="listbox"]');
    await panel.keyboard.press('Enter');
    const filled = 'Good day Marta Kowalenko, this is Ana Petrescu. {odd}';
    await panel.waitForFunction((text) => document.querySelector('textarea')?.value === text, {}, filled);
    await customer.bringToFront();
    await seeText(customer, /Ana/);
    assert.doesNotMatch(await textOf(customer), /Good day/);
    await panel.bringToFront();
    await panel.keyboard.press('Enter');
    await customer.bringToFront();
    await seeText(customer, /Good day Marta Kowalenko, this is Ana Petrescu\. \{odd\}/);
  });
});

/** Wide, like most logos. */
function aPicture(): Buffer {
  const picture = new PNG({ width: 300, height: 80 });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([242, 183, 5, 255], at);
  return PNG.sync.write(picture);
}
