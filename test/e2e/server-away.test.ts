/** The server dies in the middle of a chat, and comes back: what both people see meanwhile, and afterwards. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { startServerProcess } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, textOf } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { askForHelp, startStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

const fromCustomer = ['It printed yesterday.', 'Then the lamp went red.', 'And now nothing.'];
const fromRep = ['Which lamp is it?', 'The one on the right?'];

describe('While the server is away', function () {
  let stage: Stage;
  let customers: TestBrowser;
  let again: ServerProcess | undefined;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    customers = await startBrowser();
  });
  after(async function () {
    this.timeout(60_000);
    await customers?.close();
    await again?.stop();
    await stage?.stop();
  });

  it('both sides are told, write on, and everything arrives once and in order when it is back [F1]', async () => {
    const { panel, server } = stage;
    const page = await customers.browser.newPage();
    await page.goto(server.origin);
    await askForHelp(page, { name: 'Ilse Van Overbeke' });
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu/);
    await say(page, 'Write to Ana', 'Good morning!');
    await seeText(panel, /Good morning!/);

    await server.crash();
    await seeText(page, /No connection for \d+ s\. .*nothing that you wrote is lost/);
    await seeText(panel, /No answer from .* for \d+ s\. .*nothing is lost/i);
    for (const text of fromCustomer) await say(page, 'Write to Ana', text);
    for (const text of fromRep) await say(panel, 'Reply to Ilse', text);
    await fill(page, 'Write to Ana', 'Half a sen');
    for (const [shown, texts] of [
      [page, fromCustomer],
      [panel, fromRep],
    ] as const) {
      assertOnce(await textOf(shown), texts);
      assert.equal(await marked(shown), texts.length, 'each is marked as not sent yet');
    }

    again = await startServerProcess({ dataFolder: server.dataFolder, port: server.port });
    for (const shown of [page, panel]) {
      await seeText(shown, new RegExp(fromCustomer.at(-1) ?? ''));
      await seeText(shown, new RegExp(fromRep.at(-1)?.replaceAll('?', '\\?') ?? ''));
      await seeText(shown, /^(?!.*No (answer|connection)).*$/);
      // The link is back before the answers to what waited for it are.
      await until('everything to be sent', async () => (await marked(shown)) === 0);
      const text = await textOf(shown);
      assertOnce(text, ['Good morning!', ...fromCustomer]);
      assertOnce(text, ['Good morning!', ...fromRep]);
    }
    const draft = await page.$$eval('textarea', (fields) => fields.map(({ value }) => value));
    assert.deepEqual(draft, ['Half a sen']);
  });
});

async function say(page: Page, field: string, text: string): Promise<void> {
  await fill(page, field, text);
  await press(page, 'Send');
  await seeText(page, new RegExp(text.replaceAll(/[?.!]/g, '\\$&')));
}

function marked(shown: Page): Promise<number> {
  return shown.$$eval('[aria-label="Not sent yet"]', (marks) => marks.length);
}

function assertOnce(shown: string, texts: readonly string[]): void {
  const places = texts.map((text) => {
    assert.equal(shown.split(text).length, 2, `${text} stands there once in: ${shown}`);
    return shown.indexOf(text);
  });
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
    shown,
  );
}
