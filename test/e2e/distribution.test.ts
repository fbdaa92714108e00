/** Who is asked, who passes, who misses, and what customers see of it: the floor of a small office, on real parts. */
import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { ChannelId } from '../../shared/contract/identifiers.ts';
import type { ChannelDistribution } from '../../shared/contract/queue-settings.ts';
import { createRep, openCustomerLink, repOnline } from '../support/people.ts';
import type { CustomerLink, RepLink } from '../support/people.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('The floor of a small office', function () {
  let stage: Stage;
  let panel: Page;
  let customers: TestBrowser;
  let page: Page;
  let bo: RepLink;
  const links: CustomerLink[] = [];
  const contexts: BrowserContext[] = [];

  before(async function () {
    this.timeout(300_000);
    stage = await startStage();
    panel = stage.panel;
    customers = await startBrowser();
    page = await aCustomer();
  });

  after(async function () {
    this.timeout(60_000);
    for (const link of [...links, bo]) link?.close();
    for (const context of contexts) await context.close();
    await customers?.close();
    await stage?.stop();
  });

  async function aCustomer(): Promise<Page> {
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const fresh = await context.newPage();
    await fresh.goto(stage.server.origin);
    return fresh;
  }

  async function general() {
    const { channels } = await stage.administrator.panel.call('channels.list', {});
    return channels.find(({ name }) => name === 'General') ?? assert.fail('there is no channel');
  }

  async function setChannel(
    numbers: { availableQueue: number; busyQueue: number },
    some: Partial<ChannelDistribution>,
  ) {
    const { id, name, description, distribution } = await general();
    const change = { id, name, description, numbers, distribution: { ...distribution, ...some } };
    await stage.administrator.panel.call('channels.update', change);
  }

  async function ask(name: string, of?: string): Promise<CustomerLink> {
    const link = await openCustomerLink(stage.server);
    links.push(link);
    const channel = v.parse(ChannelId, of ?? (await general()).id);
    await link.call('requests.ask', { channel, name, email: '', phone: '', reason: 'A question', message: '' });
    return link;
  }

  async function another(displayName: string): Promise<RepLink> {
    return repOnline(stage.server, await createRep(stage.administrator, { displayName }));
  }

  it('puts a request before a rep with the seconds that are left, and before the next one as soon as it is passed on [S0-53]', async () => {
    await setChannel({ availableQueue: 2, busyQueue: 2 }, { offerSeconds: 120 });
    await askForHelp(page, { name: 'Ilse Van Overbeke', reason: 'The projector stays black' });
    await press(panel, 'Requests');
    const text = await seeText(panel, /Ilse Van Overbeke .*Accept .*Pass .*Waiting 1 .*Offered to you/);
    assert.match(text, /The projector stays black/);
    assert.match(text, /Online/);
    bo = await another('Bo Lindqvist');
    await press(panel, 'Pass');
    await seeText(panel, /Ilse Van Overbeke .*Offered to Bo Lindqvist/);
    assert.doesNotMatch(await textOf(panel), /Pass/);
    const { request } = await bo.event('offers.made');
    assert.equal(request.name, 'Ilse Van Overbeke');
  }).timeout(60_000);

  it('lets a rep take a customer from the list who is put before another one [S0-39]', async () => {
    await press(panel, 'Accept Ilse Van Overbeke');
    await seeText(page, /Ana Petrescu/);
    await bo.event('requests.claimed', ({ by }) => by === 'Ana Petrescu');
    await bo.event('offers.closed', ({ how }) => how === 'withdrawn');
    await seeText(panel, /Busy/);
  }).timeout(60_000);

  it('passes on what is not answered, and makes Away who misses three in a row, with the way back [B-02]', async () => {
    bo.close();
    await setChannel({ availableQueue: 2, busyQueue: 9 }, { offerSeconds: 5 });
    await press(panel, 'Home');
    await ask('Joon-ho Baek');
    await seeText(panel, /You missed three offers, so you are Away\. Go online/, 'body', 60_000);
    assert.match(await textOf(panel), /Away/);
    await setChannel({ availableQueue: 2, busyQueue: 9 }, { offerSeconds: 120 });
    await press(panel, 'Go online');
    await seeText(panel, /Joon-ho Baek .*Accept/);
    assert.doesNotMatch(await textOf(panel), /You missed three offers/);
  }).timeout(120_000);

  it('asks nobody who is Away, though the list stays in sight [S0-47] [S0-44]', async () => {
    await press(panel, 'Busy');
    await press(panel, 'Away');
    await seeText(panel, /Away/);
    await press(panel, 'All requests');
    const text = await seeText(panel, /Waiting 1 .*Joon-ho Baek/);
    assert.doesNotMatch(text, /Pass/);
    await press(panel, 'Away');
    await press(panel, 'Online');
    await seeText(panel, /Busy .*Joon-ho Baek .*Accept/);
    await press(panel, 'Accept');
    await seeText(panel, /Joon-ho B\./);
  }).timeout(60_000);

  it('lets an administrator set how many one rep helps and how many may wait, and customers see it at once [S0-35] [S0-36]', async () => {
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const admin = await context.newPage();
    await admin.goto(`${stage.server.origin}/admin/channels`);
    await fill(admin, 'User ID', stage.administrator.userId);
    await fill(admin, 'Password', stage.administrator.password);
    await press(admin, 'Sign in');
    await press(admin, 'Channels');
    await press(admin, 'General');
    // Whoever closes their browser counts as logged in for some seconds more.
    await seeText(admin, /1 rep of this channel is logged in, none of them Away/, 'body', 60_000);
    const looks = await aCustomer();
    await seeText(looks, /General Any question Busy/);

    await press(admin, 'Available Queue #: One more');
    await seeText(admin, /until 3 customers are in session.*1 change not saved: Available Queue # 2 → 3/);
    await press(admin, 'Save');
    await seeText(looks, /General Any question Available/);
    await ask('Pilar Montferrat');
    await seeText(panel, /Pilar Montferrat .*Accept/);
    await press(panel, 'Accept');
    await seeText(looks, /General Any question Busy/);

    await fill(admin, 'Busy Queue #', '1');
    await admin.keyboard.press('Tab');
    await press(admin, 'Save');
    await ask('Ruben Achterberg');
    await seeText(looks, /General Any question Reservation Only/);
    await press(admin, 'Busy Queue #: One more');
    await seeText(admin, /until 2 customers wait \(2 × 1\)\. Now 1\./);
    await admin.select('select', 'to-all');
    await seeText(admin, /Offer to: .* → All reps at once/);
    await press(admin, 'Save');
    await seeText(looks, /General Any question Busy/);
    assert.equal((await general()).distribution.policy, 'to-all');
  }).timeout(120_000);

  it('fills up from Available over Busy to Reservation Only, closes, and drains again with three reps [S0-22] [S0-23]', async () => {
    const { panel: web } = stage.administrator;
    const { channel } = await web.call('channels.create', { name: 'Floor', description: 'Three reps' });
    const { id, name, description, distribution } = channel;
    const numbers = { availableQueue: 1, busyQueue: 1 };
    await web.call('channels.update', { id, name, description, numbers, distribution });
    const reps = await Promise.all(
      ['Bo', 'Cy', 'Di'].map((displayName) => createRep(stage.administrator, { displayName, channels: [id] })),
    );
    const looks = await aCustomer();
    const shows = (status: string) => seeText(looks, new RegExp(`Floor Three reps ${status}`), 'body', 60_000);
    await shows('Offline');
    const floor = await Promise.all(reps.map((rep) => repOnline(stage.server, rep)));
    await shows('Available');

    const taken = [];
    for (const [at, rep] of floor.entries()) {
      await ask(`Customer ${at}`, id);
      const { request } = await rep.event('requests.waiting', (event) => event.request.name === `Customer ${at}`);
      taken.push(await rep.call('requests.claim', { request: request.id }));
    }
    await shows('Busy');
    for (const waiting of ['Pilar', 'Ruben', 'Joon-ho']) await ask(waiting, id);
    await shows('Reservation Only');

    const [first] = floor;
    assert.ok(first && taken[0]);
    await first.call('sessions.end', { session: taken[0].session.id });
    const { request } = await first.event('offers.made', (event) => event.request.name === 'Pilar');
    await first.call('requests.claim', { request: request.id });
    await shows('Busy');
    for (const rep of floor) rep.close();
    await shows('Offline');
  }).timeout(180_000);
});
