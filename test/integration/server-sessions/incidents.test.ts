import assert from 'node:assert/strict';
import type { Incident } from '../../../shared/contract/incident.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, refuses } from './sessions-for-tests.ts';

describe('Support incidents', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;
  let customer: CustomerLink;
  let printer: Incident;
  let jam: Incident;

  const called = (incidents: readonly Incident[], name: string): Incident => {
    const found = incidents.find((incident) => incident.name === name);
    assert.ok(found, `${name} is not in the catalogue`);
    return found;
  };

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    customer = await openCustomerLink(server);
  });
  after(async () => {
    customer.close();
    rep.close();
    await server.stop();
  });

  it('reach every open request page as soon as the administrator has made them', async () => {
    const { panel } = administrator;
    assert.deepEqual((await customer.call('page.open', {})).incidents, []);
    const first = await panel.call('incidents.add', { name: 'Printer', parent: null, channels: [] });
    printer = called(first.incidents, 'Printer');
    const second = await panel.call('incidents.add', { name: 'Paper jam', parent: printer.id, channels: [] });
    jam = called(second.incidents, 'Paper jam');
    const { incidents } = await customer.event('incidents.changed', (event) => event.incidents.length === 2);
    assert.deepEqual(
      incidents.map(({ name }) => name),
      ['Printer', 'Paper jam'],
    );
  });

  it('are chosen on the request page, and go with the request into the session and its log', async () => {
    const form = { ...(await aForm(customer, 'Marta')), incident: jam.id };
    const { place } = await customer.call('requests.ask', form);
    assert.deepEqual(place.incident, { id: jam.id, name: 'Printer › Paper jam' });
    const { request } = await rep.event('requests.waiting', (event) => event.request.name === 'Marta');
    assert.equal(request.incident?.name, 'Printer › Paper jam');

    // Renamed and retired meanwhile: what was chosen stays as it was.
    await administrator.panel.call('incidents.change', { id: jam.id, name: 'Jam', channels: [] });
    await administrator.panel.call('incidents.setRetired', { id: printer.id, retired: true });
    const changed = await customer.call('requests.change', { ...form, message: 'It crackles' });
    assert.equal(changed.place.incident?.name, 'Printer › Paper jam');

    const { session } = await rep.call('requests.claim', { request: request.id });
    assert.deepEqual(session.incident, { id: jam.id, name: 'Printer › Paper jam' });
    const { entries } = await rep.call('log.after', { session: session.id, seq: 0 });
    const [first] = entries;
    assert.ok(first?.kind === 'requested');
    assert.equal(first.incident, 'Printer › Paper jam');
    await rep.call('sessions.end', { session: session.id });
  });

  it('are refused where they are not offered (any more), with a text that says what to do', async () => {
    const other = await openCustomerLink(server);
    const form = { ...(await aForm(other, 'Jan')), incident: jam.id };
    await refuses(other.call('requests.ask', form), 'not-found');
    assert.deepEqual((await other.call('page.open', {})).incidents, []);
    other.close();
  });

  it('stay one whole tree when two administrators put each under the other at the same moment', async () => {
    const { panel } = administrator;
    for (let round = 0; round < 10; round += 1) {
      const names = [`A${round}`, `B${round}`] as const;
      await panel.call('incidents.add', { name: names[0], parent: null, channels: [] });
      const { incidents } = await panel.call('incidents.add', { name: names[1], parent: null, channels: [] });
      const [a, b] = [called(incidents, names[0]), called(incidents, names[1])];
      const moves = await Promise.allSettled([
        panel.call('incidents.move', { id: a.id, parent: b.id, before: null }),
        panel.call('incidents.move', { id: b.id, parent: a.id, before: null }),
      ]);
      assert.deepEqual(moves.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    }
  });
});
