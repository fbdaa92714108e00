/** The clocks of a rep's and a customer's computers are a day wrong, each the other way. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { createRep, finishSetUp } from '../support/people.ts';
import { startServerProcess } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, type TestBrowser } from './support/browser.ts';
import { signIn, startRep, type RepAtWork } from './support/rep.ts';
import { askForHelp } from './support/stage.ts';

const dayMs = 24 * 60 * 60_000;
const built = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

/** Sets the clock of whatever runs after it, once in each place where programs run. */
const shift = (byMs: number) => `
if (globalThis.isClockSet !== true) {
  globalThis.isClockSet = true;
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (date, given, target) => Reflect.construct(date, given.length > 0 ? given : [RealDate.now() + ${byMs}], target),
    get: (date, name) => (name === 'now' ? () => RealDate.now() + ${byMs} : Reflect.get(date, name)),
  });
}
`;

describe('Computers whose clocks are a day wrong', function () {
  let server: ServerProcess;
  let folder: string;
  let customers: TestBrowser | undefined;
  let rep: RepAtWork | undefined;
  let panel: Page;
  let page: Page;

  before(async function () {
    this.timeout(120_000);
    server = await startServerProcess();
    const ana = await createRep(await finishSetUp(server), { displayName: 'Ana Petrescu', userId: 'ana' });
    folder = mkdtempSync(join(tmpdir(), 'rh-clock-'));
    // The rep's browser has one clock for everything: the same program, with another time in each of its parts.
    cpSync(built, folder, { recursive: true });
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, name);
      if (name.endsWith('.js')) writeFileSync(file, shift(dayMs) + readFileSync(file, 'utf8'));
    }
    rep = await startRep({ extension: folder });
    panel = await rep.openPanel();
    // Its own scripts set its clock, a moment after the page is there.
    await panel.waitForFunction((half) => Date.now() > half, { timeout: 15_000 }, Date.now() + dayMs / 2);
    await signIn(panel, server.origin, ana.userId, ana.password);
    customers = await startBrowser();
    page = await aPage(-dayMs);
  });

  after(async function () {
    this.timeout(60_000);
    await customers?.close();
    await rep?.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Another person's browser, whose clock is wrong by this much. */
  async function aPage(byMs: number, path = '/'): Promise<Page> {
    const context = await customers?.browser.createBrowserContext();
    const opened = await context?.newPage();
    assert.ok(opened);
    await opened.evaluateOnNewDocument(shift(byMs));
    await opened.goto(server.origin + path);
    return opened;
  }

  it('show how long somebody has waited, and how long an offer stands, as it is [F21]', async () => {
    await askForHelp(page, { name: 'Marta Fenwick' });
    await seeText(page, /You are first in line/);
    // Under a minute since, and twenty seconds at most to answer.
    const text = await seeText(panel, /Marta Fenwick.*General · waiting 0:[0-5]\d/);
    assert.match(text, /\b(?:1?\d|20)\b.*Accept/);
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu/);
  }).timeout(60_000);

  it('keep what was said in its order, and nobody is signed out [F21]', async () => {
    await fill(page, 'Write to Ana', 'One: a day behind.');
    await press(page, 'Send');
    await seeText(panel, /One: a day behind\./);
    await fill(panel, 'Reply to Marta', 'Two: a day ahead.');
    await panel.keyboard.press('Enter');
    await seeText(page, /One: a day behind\..*Two: a day ahead\./);
    await fill(page, 'Write to Ana', 'Three.');
    await press(page, 'Send');
    for (const shown of [panel, page]) await seeText(shown, /One: a day behind\..*Two: a day ahead\..*Three\./);
    await panel.reload();
    await seeText(panel, /Marta F\./);
  }).timeout(60_000);

  it('take a code for the ten minutes that it lives, and not for a day [F21]', async () => {
    await press(panel, 'Home');
    await fill(panel, 'Customer’s name', 'Dorothea Lindqvist');
    await press(panel, 'Start Session');
    const text = await seeText(panel, /\d{3} \d{3}.*Waiting for the customer · (?:9|10):\d\d left/);
    const [, code = ''] = /(\d{3} \d{3})/.exec(text) ?? [];
    const other = await aPage(dayMs, '/connect');
    await fill(other, 'Your name', 'Dorothea Lindqvist');
    await fill(other, 'Code', code);
    await press(other, 'Connect');
    await seeText(other, /Ana Petrescu/);
  }).timeout(60_000);
});
