/** The server dies in the middle of a chat, and comes back: what both people see meanwhile, and afterwards. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
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
  let page: Page;

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
    page = await customers.browser.newPage();
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

  it('a customer’s page of the version before is loaded anew by itself, and a rep of it stays signed in and is told what to update', async () => {
    const { panel, rep, server } = stage;
    const owner = await rep.extensionPage('offscreen.html');
    for (const program of [page, owner]) await becomeOfVersionBefore(program);
    await fill(page, 'Write to Ana', ' ');
    await page.keyboard.press('Backspace');
    await again?.crash();
    await seeText(panel, /No answer from/);
    await say(panel, 'Reply to Ilse', 'And the paper?');
    again = await startServerProcess({ dataFolder: server.dataFolder, port: server.port });
    await seeText(panel, /The extension speaks version \d+, .*Update the extension\. .*you stay signed in/);
    await page.waitForFunction(() => document.documentElement.dataset['speaks'] === undefined, { timeout: 15_000 });
    await say(page, 'Write to Ana', 'Are you there?');
    assert.equal(await marked(panel), 1, 'what the rep wrote is kept');

    await owner.evaluate(() => delete document.documentElement.dataset['speaks']);
    await press(panel, 'Try now');
    await seeText(page, /And the paper\?/);
    await seeText(panel, /Are you there\?/);
  });
});

/** From its next link on this program says at the door that it is of the version before, until it is loaded anew. */
async function becomeOfVersionBefore(program: Page): Promise<void> {
  await program.evaluate((now) => {
    document.documentElement.dataset['speaks'] = String(now - 1);
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
      const { speaks } = document.documentElement.dataset;
      const isDoor = typeof data === 'string' && speaks !== undefined;
      send.call(this, isDoor ? data.replace(`"protocol":${now}`, `"protocol":${speaks}`) : data);
    };
  }, PROTOCOL_VERSION);
}

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
