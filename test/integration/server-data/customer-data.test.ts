/** What is kept of one customer can be found, handed out and erased, and what was counted stays counted. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { randomId } from '../../../server/secrets/random.ts';
import type { CustomerItem } from '../../../shared/contract/customer-data.ts';
import type { AccountId } from '../../../shared/contract/identifiers.ts';
import { RequestId } from '../../../shared/contract/identifiers.ts';
import { allHistory } from '../../support/all-history.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, refuses } from '../server-sessions/sessions-for-tests.ts';

const marta = { name: 'Marta Kowalenko', email: 'Marta.K@ostervale.example', phone: '+48 600 700 800' };

describe('One customer’s data', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;
  let repId: AccountId;
  let lead: RepLink;
  let customer: CustomerLink;
  let found: readonly CustomerItem[];

  const find = async (text: string) => (await administrator.panel.call('customers.find', { text })).items;
  const kinds = (items: readonly CustomerItem[]) => items.map(({ kind }) => kind).toSorted();
  const counts = async () => {
    const filter = { channel: null, group: null, rep: null, incident: null };
    const { statistics } = await administrator.panel.call('statistics.get', { period: 'today', filter });
    return statistics.totals;
  };

  const assignedCustomers = async () =>
    (await lead.call('team.look', {})).team.assignments.map(({ customer: name }) => name);

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    const ana = await createRep(administrator);
    repId = ana.account.id;
    rep = await repOnline(server, ana);
    lead = await repOnline(server, await createRep(administrator, { role: 'administrator', channels: [] }));
    customer = await openCustomerLink(server);
    // One that was left, one that was answered, and somebody else of this name.
    await customer.call('requests.ask', { ...(await aForm(customer, '')), ...marta });
    await customer.call('requests.leave', {});
    const other = await openCustomerLink(server);
    await other.call('requests.ask', await aForm(other, 'Marta Other'));
    await other.call('requests.leave', {});
    await customer.call('requests.ask', { ...(await aForm(customer, '')), ...marta });
  });
  after(() => server?.stop());

  it('is refused to be erased while it lasts: in line, and in session', async () => {
    const all = await find('marta.k@ostervale');
    assert.deepEqual(kinds(all), ['request', 'request']);
    const chosen = all.map(({ kind, id }) => ({ kind, id }));
    await refuses(administrator.panel.call('customers.erase', { items: chosen }), 'not-allowed', /lasts still/);
    const waiting = all.find(({ isLive }) => isLive);
    const request = v.parse(RequestId, waiting?.id);
    await lead.call('team.assign', { request, to: repId });
    assert.deepEqual(await assignedCustomers(), [marta.name]);
    const { session } = await rep.call('requests.claim', { request });
    const text = 'My password is hunter2';
    await customer.call('chat.send', { session: session.id, clientId: randomId(), text });
    const live = (await find('+48 600')).filter(({ isLive }) => isLive);
    assert.deepEqual(kinds(live), ['session']);
    await refuses(
      administrator.panel.call('customers.erase', { items: live.map(({ kind, id }) => ({ kind, id })) }),
      'not-allowed',
    );
    await customer.call('sessions.end', { session: session.id, feelsWrong: false });
  });

  it('is found by name, e-mail or phone number in whatever spelling, and by nothing that is a pattern', async () => {
    for (const text of ['kowalenko MARTA', 'marta.k@ostervale.example', '+48 600-700-800', '48600700800']) {
      assert.deepEqual(kinds(await find(text)), ['request', 'request', 'session'], text);
    }
    assert.equal((await find('marta')).length, 4);
    for (const text of ['.*', '(a+)+$', 'owalenko']) assert.deepEqual(await find(text), [], text);
  });

  it('is handed out with the whole log, and without what opens anything', async () => {
    found = await find('marta kowalenko');
    const session = found.find(({ kind }) => kind === 'session');
    assert.ok(session);
    const { record } = await administrator.panel.call('customers.read', { kind: 'session', id: session.id });
    const text = JSON.stringify(record);
    assert.match(text, /hunter2/);
    assert.match(text, /Marta\.K@ostervale\.example/);
    assert.doesNotMatch(text, /"(?:browser|hostToken|words|projection)"/);
    await refuses(administrator.panel.call('customers.read', { kind: 'trust', id: randomId() }), 'not-found');
  });

  it('is erased for good: nothing says who it was, and what was counted is counted still', async () => {
    const { session: door } = await rep.call('sessions.start', { customer: 'Somebody else' });
    await customer.call('codes.enter', { name: marta.name, code: door.code?.code ?? '' });
    await rep.call('codes.admit', { session: door.id, letIn: false });
    await rep.call('sessions.end', { session: door.id });
    assert.equal((await customer.call('endings.mine', {})).endings.length, 1);
    const before = await counts();
    const { erased } = await administrator.panel.call('customers.erase', {
      items: found.map(({ kind, id }) => ({ kind, id })),
    });
    assert.deepEqual([erased.sessions, erased.requests], [1, 2]);
    assert.ok(erased.logEntries >= 4);
    assert.deepEqual((await customer.call('endings.mine', {})).endings, []);
    assert.deepEqual(await find('kowalenko'), []);
    assert.deepEqual(await assignedCustomers(), ['']);
    assert.deepEqual(kinds(await find('marta')), ['request']);
    const session = found.find(({ kind }) => kind === 'session');
    const filter = {
      from: null,
      to: null,
      channel: null,
      group: null,
      rep: null,
      incident: null,
      state: null,
      text: '',
    };
    const { sessions } = await administrator.panel.call('sessions.list', { filter, newestFirst: true, after: null });
    const left = sessions.find(({ id }) => id === session?.id);
    assert.deepEqual([left?.customer, left?.reason, left?.state], ['', '', 'ended']);
    assert.ok(left);
    assert.deepEqual((await administrator.panel.call('sessions.log', { id: left.id, after: 0 })).entries, []);
    assert.equal((await administrator.panel.call('sessions.read', { id: left.id })).session.email, '');
    assert.doesNotMatch(JSON.stringify(await rep.call('sessions.history', allHistory)), /marta/i);
    assert.deepEqual(await counts(), before);
  });

  it('leaves in the audit trail that it was looked for, handed out and erased, and not of whom', async () => {
    const { entries } = await administrator.panel.call('audit.list', {
      ...{ search: '', actor: '', action: '', target: '', outcome: null, from: null, until: null, after: null },
      size: 100,
    });
    const acts = entries.filter(({ action }) => action.startsWith('customers.'));
    assert.deepEqual([...new Set(acts.map(({ action }) => action))].toSorted(), [
      'customers.erase',
      'customers.find',
      'customers.read',
    ]);
    assert.doesNotMatch(JSON.stringify(entries), /kowalenko|ostervale|600700800|hunter2/i);
    const done = acts.find(({ action, outcome }) => action === 'customers.erase' && outcome === 'done');
    assert.ok(done?.changes.some(({ field, after: now }) => field === 'sessions' && now === '1'));
  });

  it('leaves data that are whole', async () => {
    const { dataFolder } = server;
    rep.close();
    lead.close();
    customer.close();
    await server.kill9();
    const { code, output } = await runServerCommand(['data:check'], dataFolder);
    assert.equal(code, 0, output);
  });
});
