/** Several people at once: who waits where, who takes whom, and what strangers write. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from 'puppeteer-core';
import { createRep, openCustomerLink, openHostLink, repOnline } from '../support/people.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { signIn, startRep, type RepAtWork } from './support/rep.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

/** What somebody may try in every field that takes text. */
const HOSTILE =
  '<img src=x onerror="globalThis.hit=1"><svg onload="globalThis.hit=1">[a](javascript:hit=1)\u202Egnp.exe';

describe('Several people at once', function () {
  let stage: Stage;
  let panel: Page;
  let second: RepAtWork;
  let secondPanel: Page;
  let customers: TestBrowser;
  /** Of somebody who writes what nobody should. */
  let stranger: Page;
  const contexts: BrowserContext[] = [];

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    panel = stage.panel;
    await stage.administrator.panel.call('channels.create', { name: 'Software', description: 'Programs and licences' });
    await askEverybody();
    const bo = await createRep(stage.administrator, { displayName: 'Bo Lindqvist', userId: 'bo' });
    second = await startRep();
    secondPanel = await second.openPanel();
    await signIn(secondPanel, stage.server.origin, bo.userId, bo.password);
    customers = await startBrowser();
  });

  after(async function () {
    this.timeout(60_000);
    for (const context of contexts) await context.close();
    await customers?.close();
    await second?.close();
    await stage?.stop();
  });

  /** Another person's browser. */
  async function aCustomer(path = '/'): Promise<Page> {
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(stage.server.origin + path);
    return page;
  }

  it('shows each channel with its status, and the customer waits in the chosen one [S0-21]', async () => {
    const page = await aCustomer();
    const text = await seeText(page, /General .*Available.*Software/);
    assert.match(text, /General Any question Available/);
    await askForHelp(page, { name: 'Ilse Van Overbeke' });
    await seeText(page, /You are first in line/);
    assert.match(await seeText(panel, /Ilse Van Overbeke/), /General/);
    await leaveTheLine(page);
  });

  it('loses nothing by a glance elsewhere, says when there is a sound, and shows who waits the place for a code', async () => {
    const page = await aCustomer();
    await fill(page, 'Your name', 'Wanda Nowak');
    await press(page, 'I have a code');
    await seeText(page, /Connect to the person who helps you/);
    await headingHasFocus(page, 'Connect to the person who helps you');
    await press(page, 'I have no code');
    await seeText(page, /Get help with your computer/);
    await page.reload();
    await seeText(page, /Available/);
    const name = () => page.$eval('input[autocomplete="name"]', ({ value }) => value);
    assert.equal(await name(), 'Wanda Nowak');
    await fill(page, 'Reason', 'Nothing prints');
    await press(page, 'Ask for help');
    await seeText(page, /You are first in line .*we play a sound/);
    await headingHasFocus(page, 'You are first in line');
    await page.reload();
    await seeText(page, /your browser plays no sound yet/);
    await press(page, 'Switch the sound on');
    await seeText(page, /we play a sound/);
    await press(page, 'I have a code');
    await seeText(page, /You are first in line\. When you connect here, you leave the line/);
    await press(page, 'Back to your place in line');
    await leaveTheLine(page);
    assert.equal(await name(), '', 'it was sent');
  });

  it('tells the waiting customer a place that moves, and an honest range of time [B-01]', async () => {
    await threeWereHelped();
    const first = await aCustomer();
    await askForHelp(first, { name: 'Pilar Montferrat' });
    await seeText(first, /You are first in line/);
    const next = await aCustomer();
    await askForHelp(next, { name: 'Joon-ho Baek' });
    await seeText(next, /You are second in line Somebody will most likely answer/);
    await press(panel, 'All requests');
    await seeText(panel, /Pilar Montferrat.*Joon-ho Baek/);
    await press(panel, 'Accept');
    await seeText(next, /You are first in line/);
  });

  it('lets a rep take a customer from the list, and shows the other rep who took whom [S0-50] [B-02]', async () => {
    await press(secondPanel, 'All requests');
    await seeText(secondPanel, /Waiting 1.*Joon-ho Baek/);
    await press(panel, 'Home');
    await press(panel, 'All requests');
    await press(panel, 'Accept');
    await seeText(secondPanel, /Taken by Ana Petrescu/);
  });

  it('holds several sessions at once, each with its own chat [S4-15] [S2-23]', async () => {
    const text = await seeText(panel, /Pilar M\..*Joon-ho B\./);
    assert.match(text, /Busy/);
    const [joonho] = (await customers.browser.pages()).slice(-1);
    assert.ok(joonho);
    await seeText(joonho, /Ana Petrescu/);
    await fill(joonho, 'Write to Ana', 'My password expired on the road.');
    await press(joonho, 'Send');
    await seeText(panel, /My password expired on the road\./);
    assert.match(await textOf(panel), /Chat only/);
  });

  it('starts a session by a code that the customer types on the connection page [S0-65] [S0-26]', async () => {
    await press(panel, 'Home');
    await fill(panel, 'Customer’s name', 'Dorothea Lindqvist');
    await press(panel, 'Start Session');
    const [, code = ''] = /(\d{3} \d{3})/.exec(await seeText(panel, /\d{3} \d{3}/)) ?? [];
    const page = await aCustomer('/connect');
    await seeText(page, /Connect to the person who helps you/);
    await fill(page, 'Your name', 'Dorothea Lindqvist');
    await fill(page, 'Code', code);
    await press(page, 'Connect');
    await seeText(page, /Ana Petrescu/);
    await seeText(panel, /Dorothea L\..*Chat only/);
  });

  it('shows what strangers write as text only, in the panel and on the page [H-43]', async () => {
    const page = await aCustomer();
    stranger = page;
    await askForHelp(page, { name: HOSTILE.slice(0, 60), reason: HOSTILE.slice(0, 110), message: HOSTILE });
    await press(secondPanel, 'Accept');
    await seeText(page, /Bo Lindqvist/);
    await fill(page, 'Write to Bo', HOSTILE);
    await press(page, 'Send');
    await seeText(secondPanel, /onerror="globalThis\.hit=1"/);
    await nothingRan(page);
    await nothingRan(secondPanel);
    await fill(page, 'Write to Bo', '**T');
    await page.keyboard.sendCharacter('\u0301'.repeat(10_000));
    await press(page, 'Send');
    for (const shown of [page, secondPanel]) {
      const [tower = ''] = /\*\*T\u0301+/.exec(await seeText(shown, /\*\*T\u0301/)) ?? [];
      assert.ok(tower.length < 20, `a tower of ${tower.length} marks could cover what stands above it`);
    }
  }).timeout(60_000);

  it('takes no message of a megabyte, and goes on with those that fit [H-43]', async () => {
    const page = stranger;
    await fill(page, 'Write to Bo', 'x');
    // As pasting does: whole, and past the length that typing would stop at.
    await page.keyboard.sendCharacter('x'.repeat(1_000_000));
    await press(page, 'Send');
    await fill(page, 'Write to Bo', 'This fits.');
    await press(page, 'Send');
    await seeText(secondPanel, /This fits\./);
    const longest = await secondPanel.$$eval('.rh-bubble', (all) =>
      Math.max(...all.map((one) => one.textContent?.length ?? 0)),
    );
    assert.ok(longest < 5000, `a message of ${longest} characters was shown`);
  }).timeout(60_000);

  it('shows what a customer’s computer calls itself as text only [H-44]', async () => {
    const customer = await openCustomerLink(stage.server);
    const { channels } = await customer.call('page.open', {});
    const channel = channels.find((candidate) => candidate.name === 'General');
    assert.ok(channel);
    const form = { channel: channel.id, name: 'Mallory', email: '', phone: '', reason: 'A question', message: '' };
    await customer.call('requests.ask', form);
    await press(secondPanel, 'Accept');
    const { session } = await customer.event('requests.claimed');
    await press(secondPanel, 'View');
    await press(secondPanel, 'Ask Mallory');
    await customer.event('log.appended', ({ entry }) => entry.kind === 'asked');
    const answer = { session: session.id, clientId: randomBytes(16).toString('base64url'), answer: 'yes', minutes: 15 };
    await customer.call('consent.answer', answer as Parameters<typeof customer.call<'consent.answer'>>[1]);
    const { ticket } = await customer.call('host.ticket', { session: session.id });
    const host = await openHostLink(stage.server, { by: 'ticket', ticket });
    const name = HOSTILE.slice(0, 110);
    const facts = { computer: name, user: name, platform: name, localAddress: '10.0.0.7', monitors: 1 };
    await host.call('session.join', { facts });
    await seeText(secondPanel, /The program runs on <img src=x onerror/);
    await nothingRan(secondPanel);
    host.close();
    customer.close();
  });

  it('tells on a page of its own what both sides need [S0-99]', async () => {
    const page = await aCustomer('/needs');
    const text = await seeText(page, /What your computer needs/);
    assert.match(text, /Firefox 121/);
    assert.match(text, /glibc 2\.34/);
    assert.match(text, /RemoteHelp extension/);
  });

  async function leaveTheLine(page: Page): Promise<void> {
    await press(page, 'Leave the line');
    const sure = await page.waitForSelector('dialog[open] .rh-dialog-buttons button:last-child', {
      visible: true,
      timeout: 15_000,
    });
    await sure?.click();
    await seeText(page, /Get help with your computer/);
  }

  /** A reader begins there when the page has become another one. */
  async function headingHasFocus(page: Page, heading: string): Promise<void> {
    await page.waitForFunction(
      (words) => document.activeElement?.matches('h1') === true && document.activeElement.textContent === words,
      { timeout: 15_000 },
      heading,
    );
  }

  async function nothingRan(shown: Page): Promise<void> {
    const found = await shown.evaluate(() => ({
      hit: 'hit' in globalThis,
      images: document.querySelectorAll('img[src="x"], svg[onload]').length,
      links: document.querySelectorAll('a[href^="javascript:"]').length,
      turned: [...document.querySelectorAll('body *')]
        .filter(({ childNodes }) => [...childNodes].some((node) => /[\u202A-\u202E]/.test((node as Text).data ?? '')))
        .map(({ outerHTML }) => outerHTML),
    }));
    assert.deepEqual(found, { hit: false, images: 0, links: 0, turned: [] });
  }

  /** Both reps are asked at once, and for as long as this takes: who asks whom is tried elsewhere. */
  async function askEverybody(): Promise<void> {
    const { panel: web } = stage.administrator;
    for (const { id, name, description, numbers, distribution } of (await web.call('channels.list', {})).channels) {
      const toAll = { ...distribution, policy: 'to-all', offerSeconds: 300 } as const;
      await web.call('channels.update', { id, name, description, numbers, distribution: toAll });
    }
  }

  /** Three requests that were taken, so that waiting times are known. */
  async function threeWereHelped(): Promise<void> {
    const rep = await createRep(stage.administrator, { displayName: 'Cy Marsh' });
    const link = await repOnline(stage.server, rep);
    for (const name of ['One', 'Two', 'Three']) {
      const customer = await openCustomerLink(stage.server);
      const { channels } = await customer.call('page.open', {});
      const channel = channels.find((candidate) => candidate.name === 'General');
      assert.ok(channel);
      const form = { channel: channel.id, name, email: '', phone: '', reason: 'A question', message: '' };
      await customer.call('requests.ask', form);
      const { request } = await link.event('requests.waiting', (event) => event.request.name === name);
      const { session } = await link.call('requests.claim', { request: request.id });
      await link.call('sessions.end', { session: session.id });
      customer.close();
    }
    link.close();
    await seeText(panel, /General nobody waits/);
  }
});
