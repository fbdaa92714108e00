import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, Rep, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, allowSessions, refuses } from './sessions-for-tests.ts';

describe('The line of customers who wait', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: Rep;
  let rep: RepLink;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    ana = await createRep(administrator, { displayName: 'Ana' });
  });
  after(async () => {
    rep.close();
    await server.stop();
  });

  async function ask(name: string): Promise<CustomerLink> {
    const customer = await openCustomerLink(server);
    await customer.call('requests.ask', await aForm(customer, name));
    return customer;
  }

  const claim = async (name: string) => {
    const { request } = await rep.event('requests.waiting', (event) => event.request.name === name);
    return (await rep.call('requests.claim', { request: request.id })).session;
  };

  it('takes nobody while nobody is there, and opens for everybody at once when a rep signs in', async () => {
    const customer = await openCustomerLink(server);
    const { channels } = await customer.call('page.open', {});
    assert.equal(channels[0]?.status, 'offline');
    await refuses(customer.call('requests.ask', await aForm(customer, 'Marta')), 'nobody-there');
    rep = await repOnline(server, ana);
    await customer.event('channels.changed', (event) => event.channels[0]?.status === 'available');
    assert.equal((await rep.call('snapshot.get', {})).presence, 'online');
    await customer.call('requests.ask', await aForm(customer, 'Marta'));
    await customer.call('requests.leave', {});
    await rep.event('requests.left');
    customer.close();
  });

  it('tells each their place and who stands behind, and moves them up live', async () => {
    const [first, second, third] = [await ask('First'), await ask('Second'), await ask('Third')];
    const { state } = await second.call('page.open', {});
    assert.ok(state.at === 'waiting');
    assert.deepEqual([state.place.position, state.place.behind], [2, 1]);
    const session = await claim('First');
    await second.event('queue.moved', ({ place }) => place.position === 1 && place.beingHelped === 1);
    await third.event('queue.moved', ({ place }) => place.position === 2 && place.behind === 0);
    await second.call('requests.leave', {});
    await third.event('queue.moved', ({ place }) => place.position === 1);
    const { requests } = await rep.call('snapshot.get', {});
    assert.deepEqual(
      requests.map(({ name, position }) => [name, position]),
      [['Third', 1]],
    );
    const line = requests.map(({ id }) => id);
    // The last news is the whole truth, although it came in parts.
    await rep.event('queue.moved', ({ order }) => isDeepStrictEqual(order, line));
    await third.call('requests.leave', {});
    await rep.call('sessions.end', { session: session.id });
    for (const link of [first, second, third]) link.close();
  });

  it('has one place for each browser, which a reload finds again and a change keeps', async () => {
    const customer = await ask('Rosa');
    await refuses(customer.call('requests.ask', await aForm(customer, 'Rosa again')), 'already-waiting');
    const reloaded = await openCustomerLink(server, customer.browserKey() ?? '');
    const { state } = await reloaded.call('page.open', {});
    assert.ok(state.at === 'waiting');
    const form = { ...state.place.form, reason: 'Scanner' };
    const { place } = await reloaded.call('requests.change', form);
    assert.deepEqual([place.since, place.form.reason], [state.place.since, 'Scanner']);
    await rep.event('queue.moved', ({ changed }) => changed[0]?.reason === 'Scanner');
    await reloaded.call('requests.leave', {});
    customer.close();
    reloaded.close();
  });

  it('shows Busy while a rep is in a session, and takes no more sessions than the channel allows', async () => {
    await allowSessions(administrator, 1);
    const [first, second] = [await ask('Pia'), await ask('Otto')];
    const session = await claim('Pia');
    await rep.event('presence.changed', ({ presence }) => presence === 'busy');
    await second.event('queue.moved', ({ place }) => place.channelStatus === 'busy');
    await refuses(claim('Otto'), 'at-capacity');
    await rep.call('sessions.end', { session: session.id });
    assert.equal((await claim('Otto')).customer.name, 'Otto');
    first.close();
    second.close();
  });
});
