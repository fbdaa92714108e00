import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ownerGoneMs } from '../../../server/sessions/owner-absence.ts';
import { randomId } from '../../../server/secrets/random.ts';
import { ClientEntryId, SessionId } from '../../../shared/contract/identifiers.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { openFloor, until } from '../distribution/a-floor.ts';
import { openMembersOffice } from '../members/an-office.ts';
import { aJoinedHost, aLiveSession, refuses } from '../server-sessions/sessions-for-tests.ts';
import { recordWire } from './recorded-wire.ts';

const secret = 'Quarrelsome: check the invoice first';

describe('Notes of a session', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: RepLink;
  let ines: RepLink;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    ana = await repOnline(server, await createRep(administrator, { displayName: 'Ana Petrescu' }));
    ines = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
  });
  after(async () => {
    ana.close();
    ines.close();
    await server.stop();
  });

  it('are written while the session lasts and after it, under the author’s name [S2-64]', async () => {
    const { customer, session } = await aLiveSession(server, ana);
    const { note } = await ana.call('notes.write', { session, clientId: randomId(), text: 'Has two printers' });
    assert.deepEqual([note.by.name, note.editedAt], ['Ana Petrescu', null]);
    await ana.event('notes.changed', (event) => event.session === session);
    await customer.call('sessions.end', { session, feelsWrong: false });
    await ana.call('notes.write', { session, clientId: randomId(), text: 'Call back on Monday' });
    await ana.call('notes.change', { session, note: note.id, text: 'Has three printers' });
    const { notes } = await ana.call('notes.list', { session });
    assert.deepEqual(
      notes.map(({ text, editedAt }) => [text, editedAt !== null]),
      [
        ['Has three printers', true],
        ['Call back on Monday', false],
      ],
    );
    await ana.call('notes.remove', { session, note: note.id });
    assert.equal((await ana.call('notes.list', { session })).notes.length, 1);
    await refuses(ana.call('notes.change', { session, note: note.id, text: 'Again' }), 'not-found');
    customer.close();
  });

  it('are one when the same was sent again because its answer was lost', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Rosa');
    const sent = { session, clientId: randomId(), text: 'Once' };
    const both = await Promise.all([ana.call('notes.write', sent), ana.call('notes.write', sent)]);
    assert.equal(both[0].note.id, both[1].note.id);
    assert.equal((await ana.call('notes.list', { session })).notes.length, 1);
    await ana.call('sessions.end', { session });
    customer.close();
  });

  it('never come near the customer: not on the page’s wire, not to the host, not when asked for [S2-64]', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Lin');
    const page = await recordWire(server, customer.browserKey() ?? assert.fail('no browser key'));
    await page.ask('page.open', {});
    const { host } = await aJoinedHost(server, customer, session);
    const { note } = await ana.call('notes.write', { session, clientId: randomId(), text: secret });
    await ana.call('notes.change', { session, note: note.id, text: `${secret}!` });
    const asked = [
      await page.ask('notes.list', { session }),
      await page.ask('notes.write', { session, clientId: randomId(), text: 'Mine' }),
      await page.ask('reports.get', { session }),
      await page.ask('customers.past', { session }),
    ];
    for (const answer of asked) assert.equal(v.parse(v.object({ ok: v.boolean() }), answer).ok, false);
    await page.ask('log.after', { session, seq: 0 });
    const { entries } = await host.call('log.after', { session, seq: 0 });
    await ana.call('chat.send', { session, clientId: randomId(), text: 'Goodbye' });
    await ana.call('sessions.end', { session });
    await customer.event('sessions.ended');
    await page.ask('page.open', {});
    assert.match(page.text(), /Goodbye/, 'what is for the customer is on the wire');
    assert.match(page.text(), /sessions\.ended/);
    for (const wire of [page.text(), JSON.stringify([host.events, entries]), JSON.stringify(customer.events)]) {
      assert.doesNotMatch(wire, /Quarrelsome|invoice|notes\.|reports\./);
    }
    page.close();
    host.close();
    customer.close();
  });

  it('are nobody’s who is not in the session, and only their author’s to change', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Eva');
    const { note } = await ana.call('notes.write', { session, clientId: randomId(), text: 'Private' });
    await refuses(ines.call('notes.list', { session }), 'not-found');
    await refuses(ines.call('notes.write', { session, clientId: randomId(), text: 'Hello' }), 'not-found');
    await refuses(ines.call('notes.remove', { session, note: note.id }), 'not-found');
    await refuses(ana.call('notes.write', { session, clientId: randomId(), text: '  ' }), 'invalid');
    await ana.call('sessions.end', { session });
    customer.close();
  });

  it('are not handed out with the customer’s data, and are erased with it', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Ottilie');
    await ana.call('notes.write', { session, clientId: randomId(), text: 'Lives above the shop' });
    await ana.call('sessions.end', { session });
    const read = async () =>
      JSON.stringify((await administrator.panel.call('customers.read', { kind: 'session', id: session })).record);
    assert.match(await read(), /Ottilie/);
    assert.doesNotMatch(await read(), /Lives above the shop/);
    await administrator.panel.call('customers.erase', { items: [{ kind: 'session', id: session }] });
    assert.doesNotMatch(await read(), /Lives above the shop|Ottilie/);
    assert.deepEqual((await ana.call('notes.list', { session })).notes, []);
    const late = ana.call('notes.write', { session, clientId: randomId(), text: 'Ottilie again' });
    await refuses(late, 'not-found', /erased/);
    customer.close();
  });
});

describe('Notes of a session that another rep goes on with', () => {
  it('are there for the next one, and no more for the one before [S2-65]', async () => {
    const floor = await openFloor(['Ana', 'Ines'], { availableQueue: 2 });
    try {
      const handlers = floor.world.features.repHandlers;
      await floor.ask('Marta');
      const session = v.parse(SessionId, (await floor.claim('Ana', 'Marta')).session.id);
      const clientId = v.parse(ClientEntryId, randomId());
      await handlers['notes.write']({ session, clientId, text: secret }, floor.as('Ana'));
      await floor.leave('Ana');
      floor.clock.at += ownerGoneMs;
      await until('the line', async () => (await floor.snapshot('Ines')).requests.length === 1);
      await floor.claim('Ines', 'Marta');
      const { notes } = await handlers['notes.list']({ session }, floor.as('Ines'));
      assert.deepEqual(
        notes.map(({ by, text }) => [by.name, text]),
        [['Ana', secret]],
      );
      await refuses(Promise.resolve(handlers['notes.list']({ session }, floor.as('Ana'))), 'not-found');
      // The report names both who helped.
      const { report } = await handlers['reports.get']({ session }, floor.as('Ines'));
      assert.match(report.draft.done, /Helped by Ana, then Ines/);
    } finally {
      await floor.stop();
    }
  });
});

describe('Notes of a session with several reps', () => {
  it('are pulled by a guest and by whoever takes it over, live, under the author’s name [S2-65]', async () => {
    const office = await openMembersOffice();
    try {
      const { ana, bo } = office;
      const { session } = await office.aSession('Marta');
      await ana.link.call('notes.write', { session, clientId: randomId(), text: secret });
      await refuses(bo.link.call('notes.list', { session }), 'not-found');
      await office.invited(session);
      const seen = async (who: RepLink) =>
        (await who.call('notes.list', { session })).notes.map(({ by, text }) => [by.name, text]);
      assert.deepEqual(await seen(bo.link), [['Ana', secret]]);
      await bo.link.call('notes.write', { session, clientId: randomId(), text: 'The invoice is right' });
      await ana.link.event('notes.changed', (event) => event.session === session);
      assert.deepEqual(await seen(ana.link), [
        ['Ana', secret],
        ['Bo', 'The invoice is right'],
      ]);
      const [own] = (await ana.link.call('notes.list', { session })).notes;
      const theirs = bo.link.call('notes.change', { session, note: own?.id ?? assert.fail(), text: 'Not so' });
      await refuses(theirs, 'not-found', /not yours/);
      // After the end both can still write, and the owner has the report to finish.
      await ana.link.call('sessions.end', { session });
      await bo.link.call('notes.write', { session, clientId: randomId(), text: 'Paid' });
      assert.equal((await seen(ana.link)).length, 3);
      const due = async (who: RepLink) => (await who.call('reports.due', {})).due.map((one) => one.session);
      assert.deepEqual([await due(ana.link), await due(bo.link)], [[session], []]);
    } finally {
      await office.stop();
    }
  });
});
