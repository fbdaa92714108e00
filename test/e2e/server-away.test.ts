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
import { drag, placeOf, seeThings } from './support/paper.ts';
import type { DrawnThing } from './support/paper.ts';

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

  it('killed in the middle of messages and of a stroke, it loses none and doubles none [F1]', async () => {
    const { panel, server } = stage;
    const running = again ?? assert.fail();
    await press(panel, 'Draw together on a whiteboard');
    await press(page, 'Open the whiteboard');
    for (const side of [panel, page]) await side.waitForSelector('.rh-board-paper', { visible: true });
    await drag(
      panel,
      [
        [100, 100],
        [300, 300],
      ],
      false,
    );
    await seeThings(page, ([stroke]) => (stroke?.box[2] ?? 0) > 250);

    await showChat(page);
    await page.bringToFront();
    await page.focus('textarea');
    const burst = Array.from({ length: 12 }, (_, at) => `Burst ${at + 1} of 12.`);
    const writing = (async () => {
      for (const text of burst) {
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
      }
    })();
    await seeText(page, /Burst 4 of 12\./, '[role=log]');
    // What is sent from here on reaches a server that answers no more; then it dies, and its store in the same moment.
    process.kill(running.pid, 'SIGSTOP');
    await writing;
    const end = await placeOf(panel, 500, 120);
    await panel.mouse.move(end.x, end.y, { steps: 6 });
    await panel.mouse.up();
    await until('messages on their way', async () => (await marked(page)) > 0);
    await running.crash();
    await seeText(panel, /No answer from/);

    await press(page, 'Whiteboard');
    await drag(
      page,
      [
        [900, 600],
        [1000, 700],
      ],
      false,
    );
    again = await startServerProcess({ dataFolder: server.dataFolder, port: server.port });
    await seeText(page, /^(?!.*No connection).*$/, 'body', 45_000);
    // Each comes back at a moment of its own, after waits that have grown meanwhile.
    await seeText(panel, /^(?!.*No answer from).*$/, 'body', 45_000);
    const last = await placeOf(page, 1200, 600);
    await page.mouse.move(last.x, last.y, { steps: 6 });
    await page.mouse.up();

    const areWhole = (all: readonly DrawnThing[]) => {
      const [first, second, ...more] = all.toSorted((one, other) => one.box[0] - other.box[0]);
      const near = (edge: number | undefined, wanted: number) => Math.abs((edge ?? 0) - wanted) < 50;
      // Words over the page come and go meanwhile and move the paper, so how far the second one goes is not known to the point.
      return (
        all.every(({ kind }) => kind === 'stroke') &&
        [100, 100, 500, 300].every((edge, at) => near(first?.box[at], edge)) &&
        near(second?.box[0], 900) &&
        (second?.box[2] ?? 0) > 1050 &&
        more.length === 0
      );
    };
    for (const side of [panel, page]) await seeThings(side, areWhole);
    await showChat(page);
    await until('everything to be sent', async () => (await marked(page)) === 0);
    await showChat(panel);
    for (const side of [panel, page]) assertOnce(await seeText(side, /Burst 12 of 12\./, '[role=log]'), burst);
    // What the server has of it is what whoever comes anew is shown.
    for (const side of [panel, page]) {
      await side.reload();
      await side.locator('[role=tab]::-p-text(Whiteboard)').setTimeout(15_000).click();
      await seeThings(side, areWhole);
      await showChat(side);
      assertOnce(await seeText(side, /Burst 12 of 12\./, '[role=log]'), burst);
    }
  }).timeout(60_000);
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

/** By its first word: what is new in it is said after that. */
async function showChat(side: Page): Promise<void> {
  await side.locator('[role=tab]::-p-text(Chat)').setTimeout(15_000).click();
}
