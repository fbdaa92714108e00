/** `npm run demo` as a newcomer runs it: two windows, weeks of history, people in line, and nothing left behind. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { press, seeText, textOf } from './support/browser.ts';
import { runDemo } from './support/demo.ts';
import type { Demo } from './support/demo.ts';
import { startRepDesk } from './support/rep-desk.ts';
import type { RepDesk } from './support/rep-desk.ts';

describe('npm run demo', function () {
  let base: string;
  let folder: string;
  let desk: RepDesk;
  let demo: Demo;
  let panel: Page;

  before(async function () {
    this.timeout(120_000);
    base = mkdtempSync(join(tmpdir(), 'rh-demo-'));
    folder = join(base, 'demo');
    desk = await startRepDesk({ width: 1600, height: 900 });
    demo = runDemo(folder, desk.environment);
    await demo.says(/Both windows are open/, 100_000);
  });

  after(async function () {
    this.timeout(30_000);
    await demo?.end('SIGTERM');
    await desk?.stop();
    rmSync(base, { recursive: true, force: true });
  });

  it('opens a representative’s window with the panel signed in, and a customer’s beside it', async () => {
    panel = await demo.page('representative', '/sidepanel.html');
    await seeText(panel, /Start Session/);
    assert.match(await textOf(panel), /Online/);
    const customer = await demo.page('customer', '/');
    await seeText(customer, /Ostervale City Services.*Computers and printers.*Available/);
  });

  it('has people in line for the representative, who answer in the chat and refuse to be looked at', async () => {
    await seeText(panel, /Waiting now/);
    await panel.click('::-p-text(All requests)');
    await seeText(panel, /Marta Kowalenko/);
    await panel.locator('button ::-p-text(Accept)').click();
    const answered = await seeText(panel, /being so quick|have not clicked|are not booked/);
    const name = /being so quick/.test(answered) ? 'Marta' : /have not clicked/.test(answered) ? 'Owen' : 'Yuki';
    await press(panel, 'View');
    await press(panel, `Ask ${name}`);
    await seeText(panel, /rather not show the screen|wanted just that|may not run programs/);
    await press(panel, 'End');
    await press(panel, 'End session');
    await seeText(panel, /Nothing was allowed|What was allowed|Ended/);
  });

  it('has weeks of sessions to read', async () => {
    await press(panel, 'Home');
    await press(panel, 'History');
    await seeText(panel, /Nothing prints|Password forgotten/);
    await panel.locator('.ext-history-more button').click();
    const days = () => panel.$$eval('li', (rows) => rows.map((row) => /\d{4}|\w+ \d+/.exec(row.innerText)?.[0]));
    await panel.waitForFunction(() => document.querySelectorAll('li').length > 60);
    assert.ok(new Set(await days()).size > 10, (await days()).join());
  });

  it('ends everything on Ctrl+C, and goes on with the same people next time, also without a display', async function () {
    this.timeout(60_000);
    const [, password] = await demo.says(/ana {5}(\S+)/);
    await demo.end('SIGINT');
    assert.deepEqual(demo.left(), []);
    assert.doesNotMatch(demo.output(), /error/i);
    demo = runDemo(folder, { DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
    await demo.says(/No windows are opened for you: there is no display here/, 30_000);
    assert.equal((await demo.says(/ana {5}(\S+)/))[1], password);
    await demo.end('SIGINT');
    assert.deepEqual(demo.left(), []);
  });

  it('leaves a folder alone that is not the demo’s, even when told to begin anew', async () => {
    const real = join(base, 'data');
    mkdirSync(real);
    writeFileSync(join(real, 'remotehelp.sqlite'), 'an organisation');
    const other = runDemo(real, {}, ['--fresh']);
    assert.equal(await other.ended, 1);
    assert.match(other.output(), /is not a demo's folder/);
    assert.equal(readFileSync(join(real, 'remotehelp.sqlite'), 'utf8'), 'an organisation');
  });
});
