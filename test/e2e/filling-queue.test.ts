/** A queue that fills up to its last place and drains again, and what a rep finds who signs in while it is full. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { ReservationForm } from '../../shared/contract/reservation.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../support/people.ts';
import { startServerProcess } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { press, seeText, startBrowser, type TestBrowser } from './support/browser.ts';
import { signIn, startRep, type RepAtWork } from './support/rep.ts';

type ChannelId = ReservationForm['channel'];

describe('A queue of three reps', function () {
  let server: ServerProcess;
  let administrator: Administrator;
  let channel: ChannelId;
  const reps: RepLink[] = [];
  const customers: CustomerLink[] = [];
  let browser: TestBrowser | undefined;
  let page: Page;
  let late: RepAtWork | undefined;

  before(async function () {
    this.timeout(120_000);
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    const [first] = (await administrator.panel.call('channels.list', {})).channels;
    assert.ok(first);
    const { id, name, description, distribution, hours } = first;
    channel = id;
    const numbers = { availableQueue: 1, busyQueue: 1 };
    // So long that nobody is missed because a machine is slow.
    const patient = { ...distribution, offerSeconds: 300 };
    await administrator.panel.call('channels.update', { id, name, description, numbers, distribution: patient });
    await administrator.panel.call('channels.setReserving', { id, hours, reservationQueue: 2 });
    for (const displayName of ['Bo', 'Cy', 'Dee'])
      reps.push(await repOnline(server, await createRep(administrator, { displayName })));
    browser = await startBrowser();
    page = await browser.browser.newPage();
    await page.goto(server.origin);
  });

  after(async function () {
    this.timeout(60_000);
    for (const link of [...reps, ...customers]) link.close();
    await late?.close();
    await browser?.close();
    await server.stop();
  });

  async function aCustomer(): Promise<CustomerLink> {
    const link = await openCustomerLink(server);
    customers.push(link);
    return link;
  }

  async function ask(name: string): Promise<void> {
    const form = { channel, name, email: '', phone: '', reason: 'A question', message: '' };
    await (await aCustomer()).call('requests.ask', form);
  }

  async function reserve(name: string): Promise<void> {
    const form = { channel, name, email: '', phone: '+1 555 0142', reason: 'A question', message: '', wishedAt: null };
    await (await aCustomer()).call('reservations.leave', form);
  }

  /** The rep takes who comes first in line. */
  async function takeFirst(rep: RepLink) {
    const [request] = (await rep.call('snapshot.get', {})).requests;
    assert.ok(request, 'somebody waits');
    return (await rep.call('requests.claim', { request: request.id })).session.id;
  }

  const sees = (status: string) => seeText(page, new RegExp(`General Any question ${status}`));

  it('goes from Available through Busy and Reservation Only to closed, and drains again, while a page looks on [S0-36] [S0-35] [S0-37]', async () => {
    await sees('Available');
    const sessions = [];
    for (const [index, rep] of reps.entries()) {
      await ask(`Helped ${index}`);
      sessions.push({ rep, session: await takeFirst(rep) });
    }
    // Each has one, which is all that they may have.
    await sees('Busy');
    for (const name of ['First', 'Second']) await ask(name);
    // One for each rep may wait: a place is left.
    await sees('Busy');
    await ask('Third');
    await sees('Reservation Only');
    await reserve('Sunil Weeratunga');
    await sees('Reservation Only');
    await reserve('Noor Haddad');
    await sees('Reservation Only No more reservations now');

    for (const served of sessions) {
      await served.rep.call('sessions.end', { session: served.session });
      await sees('Available');
      served.session = await takeFirst(served.rep);
      await sees('Busy');
    }
    for (const { rep, session } of sessions) await rep.call('sessions.end', { session });
    await sees('Available');
    assert.deepEqual((await reps[0]?.call('snapshot.get', {}))?.requests, []);
  }).timeout(90_000);

  it('lies before a rep who signs in, with everybody who waited and reserved before that [S0-51]', async () => {
    for (const rep of reps) await rep.call('presence.set', { presence: 'away' });
    await sees('Busy');
    for (const name of ['Pilar Montferrat', 'Joon-ho Baek']) await ask(name);
    const ana = await createRep(administrator, { displayName: 'Ana Petrescu', userId: 'ana' });
    late = await startRep();
    const panel = await late.openPanel();
    await signIn(panel, server.origin, ana.userId, ana.password);
    await press(panel, 'All requests');
    await seeText(panel, /Waiting 2.*Pilar Montferrat.*Joon-ho Baek/);
    await press(panel, 'Home');
    await press(panel, 'All 2');
    const text = await seeText(panel, /To call back 2/);
    for (const name of ['Sunil Weeratunga', 'Noor Haddad'])
      assert.ok(text.includes(name), `${name} is listed: ${text}`);
    // Who came first was put before her in the moment in which she came: an offer that the list must not undo.
    await press(panel, 'Home');
    await seeText(panel, /Pilar Montferrat.*Accept/);
  }).timeout(90_000);
});
