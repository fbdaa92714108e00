/** What a rep has written and not sent outlives the page, the panel, and a restart of the browser, and is the same on every page. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { aForm } from '../integration/server-sessions/sessions-for-tests.ts';
import { createRep, openCustomerLink, repOnline, type CustomerLink } from '../support/people.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, textOf } from './support/browser.ts';
import { startRepDesk, type RepDesk } from './support/rep-desk.ts';
import { startRep, type RepAtWork } from './support/rep.ts';
import { startStage, type Stage } from './support/stage.ts';

describe('What a rep has written', function () {
  this.timeout(90_000);
  const profile = mkdtempSync(join(tmpdir(), 'rh-profile-'));
  const customers: CustomerLink[] = [];
  let desk: RepDesk;
  let stage: Stage;
  let again: ServerProcess | undefined;
  let rep: RepAtWork;
  let panel: Page;
  let marta: Awaited<ReturnType<typeof helped>>;
  let ruben: Awaited<ReturnType<typeof helped>>;

  before(async function () {
    this.timeout(240_000);
    desk = await startRepDesk();
    stage = await startStage({ repAtWork: () => startRep({ desk, profile }) });
    ({ rep, panel } = stage);
    marta = await helped('Marta Kowalenko');
    ruben = await helped('Ruben Achebe');
  });
  after(async function () {
    this.timeout(60_000);
    for (const customer of customers) customer.close();
    await rep?.close();
    await desk?.stop();
    await again?.stop();
    await stage?.server.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Somebody who asks, and in whose session the panel stands then. */
  async function helped(name: string) {
    const customer = await openCustomerLink(stage.server);
    customers.push(customer);
    await customer.call('requests.ask', await aForm(customer, name));
    await press(panel, 'Home');
    await seeText(panel, new RegExp(name));
    await press(panel, 'Accept');
    const { session } = await customer.event('requests.claimed');
    await seeText(panel, new RegExp(name), 'h1');
    return { customer, session: session.id };
  }
  const goToSession = async (place: 1 | 2) => {
    await panel.keyboard.down('Alt');
    await panel.keyboard.press(`Digit${place}`);
    await panel.keyboard.up('Alt');
    await seeText(panel, place === 1 ? /Marta/ : /Ruben/, 'h1');
  };
  const seeField = (page: Page, text: string) =>
    page.waitForFunction(
      (wanted) => [...document.querySelectorAll('textarea')].some(({ value }) => value === wanted),
      // Not by frames, of which a page in the background draws none.
      { timeout: 15_000, polling: 50 },
      text,
    );
  const own = async (address: string): Promise<Page> => {
    const page = await rep.browser.newPage();
    await page.goto(`chrome-extension://${EXTENSION_ID}/${address}`);
    return page;
  };

  it('is the same in another window’s panel and in the viewer window, and nobody’s words overwrite another’s', async () => {
    await fill(panel, 'Reply to Ruben', 'Half a sentence for Ruben');
    const other = await own('sidepanel.html');
    await seeText(other, /Ruben Achebe/, 'h1');
    await seeField(other, 'Half a sentence for Ruben');
    const viewer = await own(`viewer.html?session=${ruben.session}`);
    if ((await viewer.$('textarea')) === null) await press(viewer, 'Chat');
    await seeField(viewer, 'Half a sentence for Ruben');
    await fill(viewer, 'Reply to Ruben', 'Written beside the picture');
    await seeField(other, 'Written beside the picture');
    await panel.bringToFront();
    await goToSession(1);
    await fill(panel, 'Reply to Marta', 'Half a sentence for Marta');
    await seeField(other, 'Written beside the picture');
    await other.close();
    await viewer.close();
    await goToSession(2);
    await seeField(panel, 'Written beside the picture');
  });

  it('is there after the network was lost and the browser restarted, each at its place, and what waited is sent', async () => {
    await goToSession(1);
    await press(panel, 'Report');
    await fill(panel, 'Note for reps', 'Her printer is on the second');
    await press(panel, 'Chat');
    await stage.server.crash();
    await seeText(panel, /No answer from/);
    await fill(panel, 'Reply to Marta', 'Which lamp is red?');
    await press(panel, 'Send');
    await seeText(panel, /Which lamp is red\?/);
    await fill(panel, 'Reply to Marta', 'And is the pa');
    const file = join(profile, 'manual.pdf');
    writeFileSync(file, '%PDF-1.4 not much of one');
    const chooser = await panel.$('input[type=file]');
    await chooser?.uploadFile(file);
    await seeText(panel, /manual\.pdf.*No connection/);
    await goToSession(2);
    await press(panel, 'Screen');
    await rep.close();

    again = await startServerProcess({ dataFolder: stage.server.dataFolder, port: stage.server.port });
    rep = await startRep({ desk, profile });
    panel = await rep.openPanel();
    await seeText(panel, /Ruben Achebe/, 'h1');
    await seeText(panel, /Ruben does not show the screen now/);
    await seeField(panel, 'Written beside the picture');
    const browserKey = marta.customer.browserKey() ?? null;
    const back = await openCustomerLink(again, browserKey);
    customers.push(back);
    const said = async () => {
      const { entries } = await back.call('log.after', { session: marta.session, seq: 0 });
      return entries.flatMap((entry) => (entry.kind === 'chat' && entry.by.kind === 'rep' ? [entry.text] : []));
    };
    await until('the message that waited', async () => (await said()).includes('Which lamp is red?'));
    assert.deepEqual(await said(), ['Which lamp is red?']);
    await goToSession(1);
    await seeField(panel, 'And is the pa');
    await seeText(panel, /manual\.pdf.*Not sent: its page was closed\. Choose it again\./);
    assert.equal((await textOf(panel)).split('Which lamp is red?').length, 2, 'it stands there once');
    await press(panel, 'Report');
    await seeField(panel, 'Her printer is on the second');
  });

  it('is said and can be copied when its session is gone, and leaves nothing on the disk with signing out', async () => {
    const server = again ?? assert.fail();
    const bo = await createRep(stage.administrator, { displayName: 'Bo Lind' });
    const [ana, other] = await Promise.all([repOnline(server, stage.ana), repOnline(server, bo)]);
    await ana.call('members.transfer', {
      session: marta.session,
      to: { is: 'rep', rep: bo.account.id },
      brief: { wanted: '', tried: '', state: '', promised: '' },
      stays: false,
    });
    const { ask } = await other.event('members.asked');
    await other.call('members.answer', { ask: ask.id, accept: true });
    const gone =
      /You are no longer in the session with Marta Kowalenko\. This was not sent: And is the pa Reps only · Note Her printer is on the second File: manual\.pdf/;
    await seeText(panel, gone);
    await press(panel, 'Copy');
    await seeText(panel, /It is on the clipboard/);
    await panel.reload();
    await seeText(panel, gone);
    await press(panel, 'Discard');
    await seeText(panel, /^(?!.*You are no longer in the session).*$/);
    for (const link of [ana, other]) link.close();

    assert.match(await onDisk(panel), /Written beside the picture/);
    await press(panel, 'Busy');
    await press(panel, 'Sign out');
    await seeText(panel, /What you have written and not sent or saved is removed from this computer/);
    await press(panel, 'Sign out');
    await seeText(panel, /Sign in/);
    await until('an empty disk', async () => !/Written beside|Her printer|And is the pa/.test(await onDisk(panel)));
  });
});

/** All that the extension keeps. */
function onDisk(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(which: null): Promise<object> } } };
    };
    return JSON.stringify(await chrome.storage.local.get(null));
  });
}
