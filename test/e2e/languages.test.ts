/** The customer's pages in another language than English: chosen by the browser, changed by hand, the same all the way. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { createRep, finishSetUp, repOnline, type RepLink } from '../support/people.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { randomId } from '../../server/secrets/random.ts';
import { fill, press, seeText, startBrowser, type TestBrowser } from './support/browser.ts';

describe('A customer who reads German', function () {
  this.timeout(60_000);
  let server: ServerProcess;
  let rep: RepLink;
  let chromium: TestBrowser;
  let page: Page;

  before(async function () {
    this.timeout(120_000);
    server = await startServerProcess({ settings: { PREPARE_HOST: 'no' } });
    const administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana Petrescu', userId: 'ana' }));
    chromium = await startBrowser();
    page = await openIn('de-AT,de,en');
  });
  after(async () => {
    rep?.close();
    await chromium?.close();
    await server?.stop();
  });

  /** A page of a browser whose reader prefers these languages. */
  async function openIn(languages: string): Promise<Page> {
    const context = await chromium.browser.createBrowserContext();
    const opened = await context.newPage();
    const session = await opened.createCDPSession();
    const userAgent = await chromium.browser.userAgent();
    await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: languages });
    await opened.goto(server.origin);
    return opened;
  }

  it('finds every page in German, and says so to the browser and to screen readers', async () => {
    await seeText(page, /Hilfe mit Ihrem Computer.*Worum geht es\?.*Was Ihr Computer braucht/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    assert.match(await page.title(), /Hilfe mit Ihrem Computer/);
    await press(page, 'Ich habe einen Code');
    await seeText(page, /Mit der Person verbinden, die Ihnen hilft/);
    await fill(page, 'Ihr Name', 'Marta Kowalenko');
    await fill(page, 'Code', '000000');
    await press(page, 'Verbinden');
    await seeText(page, /Dieser Code gilt nicht \(mehr\)/);
    await page.goto(server.origin);
  });

  it('asks, waits, is asked for the screen, and reads what was done, all in German', async () => {
    await seeText(page, /General.*Frei/);
    await page.click('::-p-text(General)');
    await fill(page, 'Ihr Name', 'Marta Kowalenko');
    await press(page, 'Um Hilfe bitten');
    await seeText(page, /Sagen Sie mit ein paar Worten, worum es geht/);
    await fill(page, 'Anliegen', 'Nichts wird gedruckt');
    await press(page, 'Um Hilfe bitten');
    await seeText(page, /Sie sind an erster Stelle/);
    const { request } = await rep.event('requests.waiting');
    const { session } = await rep.call('requests.claim', { request: request.id });
    await seeText(page, /Ana ist dabei|Ana Petrescu ist dabei/);
    const ask = { scope: 'view', devices: 'both', minutes: 15 } as const;
    await rep.call('consent.ask', { session: session.id, clientId: randomId(), ask });
    await seeText(page, /Darf Ana Ihren Bildschirm sehen\?.*Ja, für 15 Minuten/);
    await press(page, 'Nein');
    await seeText(page, /Sie haben Nein gesagt zum Zeigen des Bildschirms/);
    await rep.call('sessions.end', { session: session.id });
    await seeText(page, /Die Sitzung endete nach weniger als einer Minute.*Was nicht geschah/);
    const { summary } = await rep.call('sessions.summary', { session: session.id });
    const timeZone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    const inFull = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
    const day = new Intl.DateTimeFormat('de-AT', inFull).format(summary.startedAt);
    await seeText(page, new RegExp(`${day}.*Hat es geholfen`));
  });

  it('can change it at the foot of the page, and finds it so the next time', async () => {
    const own = await openIn('de');
    await press(own, 'English');
    await seeText(own, /Get help with your computer/);
    assert.equal(await own.evaluate(() => document.documentElement.lang), 'en');
    await own.goto(`${server.origin}/needs`);
    await seeText(own, /What your computer needs/);
    await press(own, 'Deutsch');
    await seeText(own, /Was Ihr Computer braucht/);
    await own.close();
  });

  it('reads English where the browser asks for a language that the pages do not have', async () => {
    const other = await openIn('ko,ja');
    await seeText(other, /Get help with your computer/);
    await other.close();
  });
});
