/** After the end: the customer's answer and receipt, the rep's answer, and what an administrator reads of it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { sha256Hex } from '../../server/web/customer/proof/sha-256-hex.ts';
import { randomId } from '../../server/secrets/random.ts';
import { duration } from '../../shared/ui/format-time.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { tamper } from '../integration/server-data/tamper.ts';
import { aJoinedHost, grant } from '../integration/server-sessions/sessions-for-tests.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../support/people.ts';
import { startServerProcess } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, textOf } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import { startRep, signIn } from './support/rep.ts';
import type { RepAtWork } from './support/rep.ts';
import { askForHelp } from './support/stage.ts';

/** What the chain in a saved receipt says of each entry, among other things. */
const Told = v.object({ kind: v.optional(v.string(), ''), at: v.optional(v.number(), 0) });
const comment = 'Kind, and quick. The lamp is green again.';

describe('After the end', function () {
  let dataFolder: string;
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepAtWork;
  let panel: Page;
  let second: RepLink;
  let customer: TestBrowser;
  let page: Page;
  let elsewhere: TestBrowser;
  /** Path and fragment of the kept link. */
  let kept: string;

  before(async function () {
    this.timeout(120_000);
    dataFolder = mkdtempSync(join(tmpdir(), 'rh-receipt-'));
    server = await startServerProcess({ dataFolder });
    administrator = await finishSetUp(server);
    const ana = await createRep(administrator, { displayName: 'Ana Petrescu', userId: 'ana' });
    await administrator.panel.call('surveys.update', {
      setting: { asksCustomer: true, question: 'Did we help you?', asksRep: true },
    });
    rep = await startRep();
    panel = await rep.openPanel();
    await signIn(panel, server.origin, ana.userId, ana.password);
    // The same rep at a second place, by which the test grants what a program on a desktop would.
    second = await repOnline(server, ana);
    customer = await startBrowser();
    page = await customer.browser.newPage();
    elsewhere = await startBrowser();
  });
  after(async function () {
    this.timeout(60_000);
    second?.close();
    for (const browser of [customer, elsewhere]) await browser?.close();
    await rep?.close();
    await server?.stop();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** The customer's own browser once more, as another tab of it would be. */
  async function anotherTab(): Promise<CustomerLink> {
    const key = await page.evaluate(() => localStorage.getItem('remotehelp.browser-key'));
    return openCustomerLink(server, key);
  }

  /** Asked, seen, controlled, paused and refused, by the words of a host. */
  async function helpOnDesktop() {
    await page.goto(server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko', email: 'marta@ostervale.example', reason: 'Nothing prints' });
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
    await fill(panel, 'Reply to Marta', 'Good morning. What does the lamp do?');
    await press(panel, 'Send');
    await fill(page, 'Write to Ana', 'It blinks.');
    await press(page, 'Send');
    await seeText(panel, /It blinks\./);
    const [head] = (await second.call('snapshot.get', {})).sessions;
    const session = head?.id ?? assert.fail('no session');
    const tab = await anotherTab();
    const { host } = await aJoinedHost(server, tab, session);
    await grant(second, host, session, 'control');
    const report = (
      said: { kind: 'paused'; hand: 'pointer' } | { kind: 'resumed' } | { kind: 'screen-shown'; route: 'direct' },
    ) => host.call('session.report', { session, clientId: randomId(), report: said });
    await report({ kind: 'screen-shown', route: 'direct' });
    await report({ kind: 'paused', hand: 'pointer' });
    await report({ kind: 'resumed' });
    await seeText(page, /You took the mouse back for a moment/);
    await endAsCustomer(page);
    host.close();
    tab.close();
  }

  it('asks the customer one question, which the keyboard answers, and takes another answer instead [B-11]', async () => {
    await helpOnDesktop();
    await seeText(page, /Did we help you\?/);
    const names = await page.$$eval('.survey input[type=radio]', (inputs) =>
      inputs.map((input) => input.labels?.[0]?.innerText.trim()),
    );
    assert.deepEqual(names, ['Very bad', 'Bad', 'So-so', 'Good', 'Very good']);
    await page.click('.survey ::-p-text(So-so)');
    await seeText(page, /Noted, thank you/, '.survey');
    for (const key of ['ArrowRight', 'ArrowRight'] as const) await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.survey input:checked')?.value === '5');
    await fill(page, 'What could be better?', comment);
    await page.keyboard.press('Enter');
    await seeText(page, /Your words are noted/, '.survey');
    await page.reload();
    await seeText(page, /Noted|Your words are noted/, '.survey');
    assert.equal(await page.$eval('.survey input:checked', (input) => input.getAttribute('value')), '5');
  });

  it('gives a receipt that says who, when, each grant and how long it was used, and what was not done [B-05]', async () => {
    await press(page, 'Your receipt');
    await seeText(page, /Receipt of your support session/, 'h1');
    const text = await seeText(page, /unchanged since \d\d:\d\d/, '.receipt');
    for (const part of [
      /Helped by Ana Petrescu/,
      /For Marta Kowalenko/,
      /Computer LIBRARY-7/,
      /Link Direct/,
      /You asked for help in General: Nothing prints/,
      /You allowed Ana to use your mouse and keyboard, for this session used \d+:\d\d/,
      /You took the mouse back for a moment \d+:\d\d/,
      /You ended the session/,
      /Nothing was recorded/,
      /No file was sent, in either direction/,
      /Fingerprint: ([0-9a-f]{4} ){7}[0-9a-f]{4} \d+ entries, chained/,
    ]) {
      assert.match(text, part);
    }
    assert.doesNotMatch(text, /Nobody saw your screen|not used|changed after/);
    await page.click('.receipt summary ::-p-text(What was written, 2 messages)');
    await seeText(page, /Ana Petrescu Good morning\. What does the lamp do\?.*You It blinks\./, '.receipt');
    const address = new URL(await page.evaluate(() => location.href));
    kept = `${address.pathname}${address.hash}`;
    assert.match(kept, /^\/receipt#[a-z2-7]{26}-[0-9a-f]{32}$/);
  });

  it('saves the receipt as one file, from which anybody can work the chain out [B-05]', async () => {
    await press(page, 'Save');
    let name: string | undefined;
    await until('the file', () => {
      const files = existsSync(customer.downloads) ? readdirSync(customer.downloads) : [];
      name = files.find((file) => file.endsWith('.html'));
      return name !== undefined;
    });
    const file = await customer.browser.newPage();
    await file.setContent(readFileSync(join(customer.downloads, name ?? ''), 'utf8'));
    const shown = await textOf(file);
    assert.match(shown, /You took the mouse back for a moment/);
    assert.match(shown, /It blinks\./);
    assert.equal(await file.$('button, input'), null, 'nothing that is pressed');
    const lines = (await file.$eval('.receipt-chain', (chain) => chain.textContent ?? '')).split('\n');
    let before = '';
    const times = new Map<string, number>();
    for (const line of lines) {
      const [, hash, text = ''] = line.split('\t');
      before = sha256Hex(`${before}\n${text}`);
      assert.equal(before, hash, line);
      const { kind, at } = v.parse(Told, JSON.parse(text));
      times.set(kind, at);
    }
    // Used is control while the screen was shown and the own hand was still, to the second.
    const from = (first: string, last: string) => (times.get(last) ?? NaN) - (times.get(first) ?? NaN);
    const used = from('screen-shown', 'paused') + from('resumed', 'ended');
    assert.ok(used > 0, String(used));
    assert.match(shown, new RegExp(`mouse and keyboard, for this session used ${duration(used)} `));
    assert.ok(shown.includes(before.slice(0, 32).replaceAll(/(.{4})(?=.)/g, '$1 ')));
    await file.close();
  });

  it('prints what counts, unfolded, and nothing that is pressed', async () => {
    await page.emulateMediaType('print');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const text = await textOf(page);
    assert.match(text, /It blinks\./);
    assert.match(text, /What this proves.*It does not prove/);
    assert.match(text, /unchanged since/);
    assert.doesNotMatch(text, /Save|Keep this link|Did we help you/);
    await page.emulateMediaType('screen');
  });

  it('opens by its link in another browser, on a phone too, without what only the customer can do [B-05]', async () => {
    const phone = await elsewhere.browser.newPage();
    await phone.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
    await phone.goto(`${server.origin}${kept}`);
    const text = await seeText(phone, /unchanged since/, '.receipt');
    assert.match(text, /Helped by Ana Petrescu/);
    assert.doesNotMatch(await textOf(phone), /Did we help you|E-mail/);
    assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), 390);
    // A link that was cut off, and one that leads nowhere, say so.
    await phone.goto(`${server.origin}${kept.slice(0, -1)}`);
    await seeText(phone, /This link is not whole/);
    await phone.goto('about:blank');
    await phone.goto(`${server.origin}/receipt#${'a'.repeat(26)}-${'0'.repeat(32)}`);
    await seeText(phone, /There is no receipt behind this link/);
    await phone.close();
  });

  it('asks the rep whether it is solved [B-11]', async () => {
    await seeText(panel, /Is it solved\?/);
    await panel.click('.rh-segment::-p-text(Yes)');
    await seeText(panel, /Noted\. You can change it\./);
  });

  it('shows an administrator in figures, words and beside the session what both answered [B-11]', async () => {
    const admin = await elsewhere.browser.newPage();
    await admin.setViewport({ width: 1280, height: 1000 });
    await admin.goto(`${server.origin}/admin/statistics`);
    await fill(admin, 'User ID', administrator.userId);
    await fill(admin, 'Password', administrator.password);
    await press(admin, 'Sign in');
    await seeText(admin, /Content 100 % 1 answer, 5\.0 of 5 Solved 100 % of 1 judged/, 'main', 40_000);
    await seeText(admin, new RegExp(`What customers wrote.*Very good ${comment} .*Ana Petrescu Example Yes`), 'main');
    await admin.click('.stat-part ::-p-text(Very good)');
    const [row] = await admin.$$('section[aria-labelledby] tbody th a[href^="/admin/sessions/"]');
    await row?.click();
    await seeText(admin, new RegExp(`Customer’s answer Very good: ${comment} Rep’s answer Solved`), 'main');
    await admin.goto(`${server.origin}/admin/survey`);
    await seeText(admin, /Survey/, 'h1');
    await fill(admin, 'Question', 'How was it?');
    await seeText(admin, /question “How was it\?”/);
    await press(admin, 'Save');
    await seeText(admin, /Saved/);
    await admin.close();
    await page.reload();
    await seeText(page, /How was it\?/, '.survey');
  });

  it('says loudly which entry was changed, when somebody changed one by hand in the store [B-05]', async () => {
    await server.stop();
    await tamper(dataFolder, async (db) => {
      const said = { 'body.text': 'Good morning. What does the lamp do?' };
      const { modifiedCount } = await db
        .collection('log_entries')
        .updateOne(said, { $set: { 'body.text': 'What is your password?' } });
      assert.equal(modifiedCount, 1);
    });
    server = await startServerProcess({ dataFolder });
    const reader = await elsewhere.browser.newPage();
    await reader.goto(`${server.origin}${kept}`);
    const text = await seeText(reader, /This receipt was changed after the session\./, '.receipt');
    assert.match(text, /One entry is not as it was when the session ended/);
    assert.doesNotMatch(text, /unchanged since/);
    assert.equal(await reader.$eval('.receipt [role=alert]', (alert) => getComputedStyle(alert).display), 'flex');
    await reader.click('.receipt summary ::-p-text(What was written)');
    const marked = await reader.$$eval('.receipt-line-fault', (lines) =>
      lines.map((line) => (line as HTMLElement).innerText.replaceAll(/\s+/g, ' ')),
    );
    assert.equal(marked.length, 1);
    assert.match(marked[0] ?? '', /What is your password\? changed/);
    await reader.close();
  });
});
