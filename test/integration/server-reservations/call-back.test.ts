import assert from 'node:assert/strict';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { aReservationForm } from './reservations-for-tests.ts';

describe('A customer who wants to be called back', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: RepLink;
  let bo: RepLink;
  const customers: CustomerLink[] = [];

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    ana = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    bo = await repOnline(server, await createRep(administrator, { displayName: 'Bo' }));
    for (const rep of [ana, bo]) await rep.call('presence.set', { presence: 'away' });
  });
  after(async () => {
    for (const link of [ana, bo, ...customers]) link.close();
    await server.stop();
  });

  async function aCustomer(key?: string) {
    const customer = await openCustomerLink(server, key ?? null);
    customers.push(customer);
    return customer;
  }

  /** Leaves a reservation, and gives it as Ana's extension hears of it. */
  async function reserved(name: string) {
    const customer = await aCustomer();
    const [channel] = (await customer.call('page.open', {})).channels;
    assert.ok(channel);
    await customer.call('reservations.leave', aReservationForm(channel.id, { name }));
    const { reservation } = await ana.event(
      'reservations.changed',
      (event) => event.reservation.name === name && event.reservation.calling === null,
    );
    return { customer, reservation };
  }

  it('is in the list of the reps, is called by one of them, and is done when the code has been typed', async () => {
    const { customer, reservation } = await reserved('Sunil');
    const { reservations } = await bo.call('snapshot.get', {});
    assert.deepEqual(
      reservations.map(({ name, phone, channelName }) => [name, phone, channelName]),
      [['Sunil', '+1 555 0142', 'General']],
    );
    const { session } = await ana.call('reservations.callBack', { reservation: reservation.id });
    await bo.event('reservations.changed', (event) => event.reservation.calling?.by === 'Ana');
    await refuses(bo.call('reservations.callBack', { reservation: reservation.id }), 'already-taken', /Ana is calling/);
    await refuses(bo.call('reservations.done', { reservation: reservation.id }), 'already-taken');
    await refuses(bo.call('reservations.missed', { reservation: reservation.id }), 'not-found');
    await customer.event('reservations.changed', (event) => event.reservation?.calledBy === 'Ana');
    assert.ok(session.code);
    const { code } = session.code;
    const { session: head } = await customer.call('codes.enter', { name: 'Sunil W.', code });
    assert.deepEqual(
      [head.channelName, head.reason, head.customer.phone],
      ['General', 'Scanner sends empty pages', '+1 555 0142'],
    );
    const settled = await bo.event('reservations.settled', (event) => event.reservation === reservation.id);
    assert.deepEqual([settled.how, settled.by], ['done', 'Ana']);
    await customer.event('reservations.changed', (event) => event.reservation === null);
    const { entries } = await ana.call('log.after', { session: session.id, seq: 0 });
    assert.equal(entries[0]?.kind === 'requested' ? entries[0].message : '', 'Since this morning.');
    await ana.call('sessions.end', { session: session.id });
  });

  it('who does not answer is back in the list, counted, and the code is dead', async () => {
    const { customer, reservation } = await reserved('Elif');
    const { session } = await ana.call('reservations.callBack', { reservation: reservation.id });
    await ana.call('reservations.missed', { reservation: reservation.id });
    await bo.event('reservations.changed', ({ reservation: now }) => now.id === reservation.id && now.missed === 1);
    await refuses(customer.call('codes.enter', { name: 'Elif', code: session.code?.code ?? '' }), 'code-refused');
    const second = await bo.call('reservations.callBack', { reservation: reservation.id });
    // Giving the session up is a call that nobody answered, too.
    await bo.call('sessions.end', { session: second.session.id });
    await ana.event('reservations.changed', ({ reservation: now }) => now.id === reservation.id && now.missed === 2);
    await ana.call('reservations.done', { reservation: reservation.id });
    assert.deepEqual((await bo.call('snapshot.get', {})).reservations, []);
  });

  it('finds the reservation again on return, changes it, gives it up, and may leave another one', async () => {
    const { customer, reservation } = await reserved('Rosa');
    const again = await aCustomer(customer.browserKey() ?? '');
    const { reservation: own } = await again.call('page.open', {});
    assert.ok(own);
    const { channel, ...change } = own.form;
    await refuses(again.call('reservations.leave', own.form), 'already-waiting', /reservation already/);
    await again.call('reservations.change', { ...change, phone: '+1 555 0199' });
    await ana.event('reservations.changed', (event) => event.reservation.phone === '+1 555 0199');
    await again.call('reservations.cancel', {});
    const settled = await ana.event('reservations.settled', (event) => event.reservation === reservation.id);
    assert.equal(settled.how, 'cancelled');
    assert.equal((await again.call('page.open', {})).reservation, null);
    await again.call('reservations.leave', aReservationForm(channel, { name: 'Rosa' }));
    await again.call('reservations.cancel', {});
  });

  it('is told to ask instead while somebody is free', async () => {
    await ana.call('presence.set', { presence: 'online' });
    const customer = await aCustomer();
    const [channel] = (await customer.call('page.open', {})).channels;
    assert.ok(channel);
    assert.equal(channel.takesReservations, false);
    await refuses(customer.call('reservations.leave', aReservationForm(channel.id)), 'not-allowed', /is free now/);
    await ana.call('presence.set', { presence: 'away' });
  });

  it('sees at once that a channel was closed by its hours, and that it opens again', async () => {
    const customer = await aCustomer();
    const [channel] = (await customer.call('page.open', {})).channels;
    assert.ok(channel);
    const { panel } = administrator;
    await panel.call('organisation.setTimes', {
      timeZone: 'Pacific/Auckland',
      reservationDays: 3,
      reservationQueue: 5,
    });
    const { times } = await panel.call('organisation.times', {});
    assert.deepEqual(times, { timeZone: 'Pacific/Auckland', reservationDays: 3, reservationQueue: 5 });
    const never = { week: Array.from({ length: 7 }, () => []), holidays: [] };
    await ana.call('presence.set', { presence: 'online' });
    await panel.call('channels.setReserving', { id: channel.id, hours: never, reservationQueue: null });
    await customer.event('channels.changed', ({ channels }) => channels[0]?.status === 'offline');
    await panel.call('channels.setReserving', {
      id: channel.id,
      hours: { week: null, holidays: [] },
      reservationQueue: null,
    });
    await customer.event('channels.changed', ({ channels }) => channels[0]?.status === 'available');
  });

  it('in a channel that is removed is told, and so are the reps', async () => {
    const { panel } = administrator;
    const { channel } = await panel.call('channels.create', { name: 'Hardware', description: '' });
    const everybody = (await panel.call('accounts.list', {})).accounts.map(({ id }) => id);
    await panel.call('channels.changeMembers', { id: channel.id, add: everybody, remove: [] });
    await ana.call('presence.set', { presence: 'away' });
    const customer = await aCustomer();
    await customer.call('reservations.leave', aReservationForm(channel.id, { name: 'Juan' }));
    await panel.call('channels.remove', { id: channel.id });
    await customer.event('reservations.changed', (event) => event.reservation === null);
  });
});
