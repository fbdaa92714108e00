/** What an administrator and a team lead see of the work of others: live, added up, listed, and as files. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { randomId } from '../../server/secrets/random.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { aForm, aLiveSession, allowSessions, refuses } from '../integration/server-sessions/sessions-for-tests.ts';
import { post } from '../support/http-client.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../support/people.ts';
import type { Administrator, CustomerLink, Rep, RepLink } from '../support/people.ts';
import { startServerProcess } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, textOf } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';

const formula = '=HYPERLINK("http://evil.example","Marta")';
/** What can be chosen: a thing of which there is one session, and everything. */
const filters = [
  ['Channel', 'Hardware', 'All channels'],
  ['Group', 'Field', 'All groups'],
  ['Rep', 'Tom Example', 'All reps'],
  ['Incident', 'Paper jam', 'All incidents'],
] as const;
const nothingChosen = { from: null, to: null, channel: null, group: null, rep: null, incident: null, state: null };

describe('An administrator’s view of the work', () => {
  let server: ServerProcess;
  let chromium: TestBrowser;
  let page: Page;
  let admin: Administrator;
  let ines: Rep;
  /** The only one of the channel Hardware and of the group Field. */
  let tom: Rep;
  let rep: RepLink;
  let marta: { customer: CustomerLink; session: SessionHead['id'] };
  let owen: CustomerLink;

  const signIn = async (userId: string, password: string) => {
    await fill(page, 'User ID', userId);
    await fill(page, 'Password', password);
    await press(page, 'Sign in');
  };
  const open = async (path: string, title: RegExp) => {
    await page.goto(`${server.origin}${path}`);
    await seeText(page, title, 'h1');
  };
  const choose = async (label: string, words: string) => {
    await page.waitForFunction(
      (name, wanted) => {
        const lists = [...document.querySelectorAll('select')];
        const list = lists.find((one) => [...(one.labels ?? [])].some((each) => each.textContent?.includes(name)));
        const option = [...(list?.options ?? [])].find((one) => one.text === wanted);
        if (list === undefined || option === undefined) return false;
        list.value = option.value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      { timeout: 15_000 },
      label,
      words,
    );
  };
  /** Not typed: each language writes a date in another order. */
  const writeThreeDaysAgo = async (label: string) => {
    await page.waitForFunction(
      (name, date) => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('input[type=date]')];
        const field = fields.find((one) => one.labels?.[0]?.textContent?.trim() === name);
        if (field === undefined) return false;
        field.value = date;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      },
      { timeout: 15_000 },
      label,
      new Date(Date.now() - 3 * 24 * 60 * 60_000).toISOString().slice(0, 10),
    );
  };
  const hardware = async (): Promise<Rep> => {
    const { channel } = await admin.panel.call('channels.create', { name: 'Hardware', description: '' });
    const { groups } = await admin.panel.call('groups.create', { name: 'Field', parent: null });
    await admin.panel.call('incidents.add', { name: 'Paper jam', parent: null, channels: [] });
    const made = await createRep(admin, { displayName: 'Tom', channels: [channel.id] });
    const { id, fullName, displayName, email, role } = made.account;
    const group = groups[0]?.id ?? null;
    await admin.panel.call('accounts.update', { id, fullName, displayName, email, role, group });
    return made;
  };
  /** Somebody asks about a paper jam, and Tom answers. */
  const askInHardware = async (name: string) => {
    const link = await repOnline(server, tom);
    const customer = await openCustomerLink(server);
    const { channels, incidents } = await customer.call('page.open', {});
    const [channel, incident] = [channels.find((one) => one.name === 'Hardware'), incidents[0]];
    assert.ok(channel && incident);
    const form = { ...(await aForm(customer, name)), channel: channel.id, incident: incident.id };
    await customer.call('requests.ask', form);
    const { request } = await link.event('requests.waiting', (event) => event.request.name === name);
    await link.call('requests.claim', { request: request.id });
  };
  const downloaded = async (name: RegExp): Promise<string> => {
    let file: string | undefined;
    await until('the file', () => {
      const files = existsSync(chromium.downloads) ? readdirSync(chromium.downloads) : [];
      file = files.find((each) => name.test(each));
      return file !== undefined && !files.some((each) => each.endsWith('.crdownload'));
    });
    return readFileSync(join(chromium.downloads, file ?? ''), 'utf8');
  };
  const rowsOf = (text: string) => Papa.parse<string[]>(text.replace('\ufeff', ''), { skipEmptyLines: true }).data;

  before(async () => {
    server = await startServerProcess();
    admin = await finishSetUp(server);
    ines = await createRep(admin, { displayName: 'Ines', userId: 'ines' });
    tom = await hardware();
    await allowSessions(admin, 5);
    rep = await repOnline(server, ines);
    chromium = await startBrowser();
    page = await chromium.browser.newPage();
    await page.setViewport({ width: 1280, height: 1000 });
    await page.goto(`${server.origin}/admin`);
    await signIn(admin.userId, admin.password);
    await seeText(page, /Home/, 'h1');
  });
  after(async () => {
    await chromium?.close();
    await server?.stop();
  });

  it('shows on the live board who waits, who is with whom, and changes while one looks [S0-15]', async () => {
    marta = await aLiveSession(server, rep, 'Marta Kowalenko');
    owen = await openCustomerLink(server);
    await owen.call('requests.ask', await aForm(owen, 'Owen Blake'));
    const { request } = await rep.event('requests.waiting', ({ request: { name } }) => name === 'Owen Blake');

    await open('/admin/board', /Live board/);
    await seeText(page, /Owen Blake Printer General \d+:\d\d/);
    await seeText(page, /Ines Example .*Busy .*Marta Kowalenko/, 'aside');
    await seeText(page, /Reps logged in 1 /);
    await rep.call('requests.claim', { request: request.id });
    await seeText(page, /Nobody waits\./);
    await seeText(page, /Marta Kowalenko .*Owen Blake/, 'aside');
  });

  it('adds up today’s requests and sessions, and more after the next one [S0-04] [S0-16]', async () => {
    const gone = await openCustomerLink(server);
    await gone.call('requests.ask', await aForm(gone, 'Piotr Zielinski'));
    await rep.event('requests.waiting', ({ request: { name } }) => name === 'Piotr Zielinski');
    await gone.call('requests.leave', {});
    await marta.customer.call('sessions.end', { session: marta.session, feelsWrong: false });

    await open('/admin/statistics', /Statistics/);
    await choose('Period', 'Today');
    // What is not over is counted anew every ten seconds, and the page looks every fifteen.
    await seeText(page, /Requests 3 .*Answered 2 66\.7 % Gave up 1 /, 'main', 40_000);
    await seeText(page, /Ines Example 2 /, 'main');
    const chart = await page.waitForSelector('svg[role="img"]');
    const name = await chart?.evaluate((drawn) => drawn.getAttribute('aria-label'));
    assert.match(name ?? '', /^Requests a day, .*: 3 requests in all, of which 1 gave up\./);

    await aLiveSession(server, rep, formula);
    await askInHardware('Vera Lindholm');
    await seeText(page, /Requests 5 .*Answered 4/, 'main', 40_000);
    await choose('Rep', 'Maria Okafor');
    await seeText(page, /Nobody asked in this time/);
  });

  it('shows the same as tables, and saves them as a file that a spreadsheet opens [B-12]', async () => {
    await choose('Rep', 'All reps');
    await seeText(page, /Requests 5 /);
    await press(page, 'As tables');
    await seeText(page, /Day Requests Answered Gave up/, 'main');
    await press(page, 'CSV of Requests a day');
    const [heads, ...days] = rowsOf(await downloaded(/^days-.*\.csv$/));
    assert.deepEqual(heads?.slice(0, 4), ['Day', 'Requests', 'Answered', 'Gave up']);
    assert.deepEqual(days[0]?.slice(1, 4), ['5', '4', '1']);
  });

  it('counts only what lies in the days, channel, group, rep or incident that is chosen [B-12]', async () => {
    for (const [filter, one, all] of filters) {
      await choose(filter, one);
      await seeText(page, /Requests 1 .*Answered 1 100 %/, 'main');
      await choose(filter, all);
      await seeText(page, /Requests 5 .*Answered 4 80 %/, 'main');
    }
    await choose('Period', 'Own days…');
    for (const field of ['From', 'To']) await writeThreeDaysAgo(field);
    await seeText(page, /Nobody asked in this time/);

    await open('/admin/sessions', /Sessions/);
    await seeText(page, /4 sessions/, 'main');
    for (const [filter, one, all] of filters) {
      await choose(filter, one);
      await seeText(page, /1 session(?!s)/, 'main');
      await seeText(page, /Vera Lindholm/, 'tbody');
      await choose(filter, all);
      await seeText(page, /4 sessions/, 'main');
    }
    await writeThreeDaysAgo('To');
    await seeText(page, /No session fits/, 'main');
  });

  it('finds a session by the beginning of a name and by its state, and opens its whole log', async () => {
    await rep
      .call('chat.send', { session: marta.session, clientId: randomId(), text: 'too late' })
      .catch(() => undefined);
    await open('/admin/sessions', /Sessions/);
    await seeText(page, /4 sessions/, 'main');
    await seeText(page, /Days and times: \S+/, 'main');
    await fill(page, 'Search', 'KOWAL');
    await seeText(page, /1 session(?!s)/, 'main');
    await choose('State', 'Live');
    await seeText(page, /No session fits/, 'main');
    await choose('State', 'Ended');
    await press(page, 'Marta Kowalenko');
    await seeText(page, /Marta Kowalenko/, 'h1');
    const read = await textOf(page, 'main');
    assert.match(read, /Representatives Ines/);
    assert.match(read, /End finished, by the customer/);
    assert.match(read, /Marta Kowalenko asked for help in General: Printer It does nothing\./);
    assert.match(read, /Ines joined as representative .*Marta Kowalenko ended the session: finished/);
  });

  it('keeps a customer’s name that is a formula from being one in the file of sessions [B-12] [H-21]', async () => {
    await open('/admin/sessions', /Sessions/);
    await seeText(page, /4 sessions/, 'main');
    await press(page, 'CSV');
    const rows = rowsOf(await downloaded(/^sessions.*\.csv$/));
    assert.equal(rows.length, 5);
    assert.deepEqual(rows[0]?.slice(0, 2), ['Customer', 'Channel']);
    assert.ok(
      rows.some(([customer]) => customer === `'${formula}`),
      JSON.stringify(rows),
    );
    assert.ok(!rows.some((row) => row.some((cell) => /^[=+@-]/.test(cell))));
  });

  it('takes a search that would be a slow pattern for plain words, and refuses 50 kB of it at once [H-20]', async () => {
    await fill(page, 'Search', '(a+)+$');
    await seeText(page, /No session fits/, 'main');
    const list = (text: string) =>
      admin.panel.call('sessions.list', { filter: { ...nothingChosen, text }, newestFirst: true, after: null });
    const hostile = `${'a'.repeat(50_000)}!`;
    await refuses(list(hostile), 'invalid');
    const time = async (text: string) => {
      const lengths: number[] = [];
      for (let time = 0; time < 15; time += 1) {
        const began = performance.now();
        await list(text).catch(() => undefined);
        lengths.push(performance.now() - began);
      }
      return lengths.toSorted((one, other) => one - other)[7] ?? Infinity;
    };
    await time('marta');
    const ordinary = await time('marta');
    for (const text of ['(a+)+$', hostile, 'a!'.repeat(50), '^(?:.*)*$']) {
      const took = await time(text);
      assert.ok(took < Math.max(50, 5 * ordinary), `${text.slice(0, 20)}: ${took} ms, ordinary ${ordinary} ms`);
    }
    const raw = await post(
      server,
      '/api/admin/sessions.list',
      { filter: { text: { $regex: '(a+)+$' } } },
      { browser: admin.browser },
    );
    assert.equal(raw.status, 400);
  });

  it('lets a team lead see the sessions of the own group, and nothing of others', async () => {
    const { groups } = await admin.panel.call('groups.create', { name: 'Printing', parent: null });
    const group = groups.find(({ name }) => name === 'Printing')?.id ?? null;
    const { fullName, displayName, email, role } = ines.account;
    await admin.panel.call('accounts.update', { id: ines.account.id, fullName, displayName, email, role, group });
    const other = await createRep(admin, { displayName: 'Ben', userId: 'ben' });
    const ben = await repOnline(server, other);
    const bens = await aLiveSession(server, ben, 'Chiara Bassi');
    const password = 'a password for a lead';
    await admin.panel.call('accounts.create', {
      ...{ userId: 'lea', fullName: 'Lea Lind', displayName: 'Lea', email: '', role: 'team-lead', password },
      ...{ channels: [], leads: group === null ? [] : [group] },
    });
    await press(page, 'Sign out');
    await seeText(page, /To the web panel/);
    await page.goto(`${server.origin}/admin`);
    await signIn('lea', password);
    await seeText(page, /Live board/, 'h1');
    await seeText(page, /Ines Example/, 'aside');
    assert.doesNotMatch(await textOf(page), /Ben Example|Chiara Bassi/);
    await open('/admin/sessions', /Sessions/);
    await seeText(page, /3 sessions/, 'main');
    assert.doesNotMatch(await textOf(page), /Chiara Bassi/);
    await open(`/admin/sessions/${bens.session}`, /Sessions/);
    await seeText(page, /not there any more/, 'main');
    assert.equal(await page.$('a[href="/admin/accounts"]'), null);
  });
});
