import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, aJoinedHost, allowSessions, refuses } from '../server-sessions/sessions-for-tests.ts';

interface Asking {
  readonly name: string;
  readonly email?: string;
  readonly reason?: string;
  /** `null`: a new browser. */
  readonly browser?: string | null;
}

describe('Sessions that were before', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: RepLink;
  let ines: RepLink;
  const taken = new Set<string>();

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    await allowSessions(administrator, 20);
    ana = await repOnline(server, await createRep(administrator, { displayName: 'Ana Petrescu' }));
    ines = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
  });
  after(async () => {
    ana.close();
    ines.close();
    await server.stop();
  });

  /** Somebody asks and is taken by a rep; the browser's key asks again later. */
  async function helped(rep: RepLink, { name, email = '', reason = 'Printer', browser = null }: Asking) {
    const customer = await openCustomerLink(server, browser);
    await customer.call('requests.ask', { ...(await aForm(customer, name)), email, reason });
    const { request } = await rep.event('requests.waiting', (event) => !taken.has(event.request.id));
    taken.add(request.id);
    const { session } = await rep.call('requests.claim', { request: request.id });
    const end = async () => {
      await rep.call('sessions.end', { session: session.id });
      await customer.call('sessions.dismiss', { session: session.id });
      customer.close();
    };
    return { customer, session: session.id, browser: customer.browserKey() ?? browser, end };
  }

  it('are told to the rep who helps the customer now, by what they are known, and with what came of them [B-28]', async () => {
    const first = await helped(ana, { name: 'Marta', email: 'Marta@Example.org', reason: 'No sound' });
    await aJoinedHost(server, first.customer, first.session);
    await first.end();
    const { report } = await ana.call('reports.get', { session: first.session });
    const fields = { ...report.draft, incident: null, outcome: 'solved' as const, done: 'Unmuted it' };
    await ana.call('reports.save', { session: first.session, base: 0, fields });
    const second = await helped(ana, { name: 'M. Kowalenko', email: 'marta@example.org', reason: 'No picture' });
    await second.end();

    const now = await helped(ines, { name: 'Marta', email: 'marta@example.ORG', browser: first.browser });
    const { past, more } = await ines.call('customers.past', { session: now.session });
    assert.deepEqual(
      past.map(({ session, sameAs, rep, reason, outcome, done }) => [session, sameAs, rep, reason, outcome, done]),
      [
        // The same address is no proof, and says so.
        [second.session, 'email', 'Ana Petrescu', 'No picture', null, ''],
        [first.session, 'browser', 'Ana Petrescu', 'No sound', 'solved', 'Unmuted it'],
      ],
    );
    assert.equal(more, false);
    await now.end();
  });

  it('are found by the computer too, once its name is known', async () => {
    const now = await helped(ines, { name: 'Juan' });
    assert.deepEqual((await ines.call('customers.past', { session: now.session })).past, []);
    const { host } = await aJoinedHost(server, now.customer, now.session);
    const { past } = await ines.call('customers.past', { session: now.session });
    assert.deepEqual(
      past.map(({ sameAs, customer }) => [sameAs, customer]),
      [['computer', 'Marta']],
    );
    host.close();
    await now.end();
  });

  it('are nobody’s who does not help that customer, not even who helped them before', async () => {
    const now = await helped(ines, { name: 'Marta', email: 'marta@example.org' });
    await refuses(ana.call('customers.past', { session: now.session }), 'not-found');
    await now.end();
  });

  it('are ten at most, the latest first', async () => {
    let browser: string | null = null;
    for (let count = 1; count <= 12; count += 1) {
      const one = await helped(ana, { name: 'Rosa', reason: `Number ${count}`, browser });
      browser = one.browser;
      await one.end();
    }
    const now = await helped(ana, { name: 'Rosa', browser });
    const { past, more } = await ana.call('customers.past', { session: now.session });
    assert.deepEqual([past.length, past[0]?.reason, past.at(-1)?.reason, more], [10, 'Number 12', 'Number 3', true]);
    await now.end();
  });

  it('are nobody’s any more once they are erased', async () => {
    const first = await helped(ana, { name: 'Lin', email: 'lin@example.org' });
    await first.end();
    await administrator.panel.call('customers.erase', { items: [{ kind: 'session', id: first.session }] });
    const now = await helped(ana, { name: 'Lin', email: 'lin@example.org', browser: first.browser });
    assert.deepEqual((await ana.call('customers.past', { session: now.session })).past, []);
    await now.end();
  });

  it('are looked for in the own history by words of customer and reason, and by when they began [S0-60]', async () => {
    const { serverTime: from } = await ana.call('snapshot.get', {});
    await (await helped(ana, { name: 'Wanda Nowak', reason: 'Scanner is dark' })).end();
    await (await helped(ana, { name: 'Pia Nowak', reason: 'Mouse is slow' })).end();
    await (await helped(ines, { name: 'Otto Nowak', reason: 'Scanner is dark' })).end();
    const find = async (question: { text?: string; from?: number; to?: number }) => {
      const ask = { text: '', from: null, to: null, after: null, ...question };
      return (await ana.call('sessions.history', ask)).items.map(({ customer }) => customer);
    };
    assert.deepEqual(await find({ text: 'nowak' }), ['Pia Nowak', 'Wanda Nowak'], 'the own ones, newest first');
    assert.deepEqual(await find({ text: 'scan now' }), ['Wanda Nowak'], 'beginnings of words');
    assert.deepEqual(await find({ from }), ['Pia Nowak', 'Wanda Nowak']);
    assert.deepEqual(await find({ text: 'nowak', to: from }), []);
  });

  it('are found by what was said in them, for representatives only too, by nobody but their own representative', async () => {
    const { customer, session, end } = await helped(ana, { name: 'Zofia', reason: 'Lamp' });
    const ids = { session, audience: 'all' } as const;
    await customer.call('chat.send', { session, clientId: randomId(), text: 'The Kettle says “Überlast”.' });
    await ana.call('chat.send', { ...ids, clientId: randomId(), text: 'unplug it' });
    await ana.call('chat.send', { session, clientId: randomId(), text: 'is a smuggler', audience: 'reps' });
    const find = async (rep: RepLink, text: string) =>
      (await rep.call('sessions.history', { text, from: null, to: null, after: null })).items.map(
        (item) => item.customer,
      );
    assert.deepEqual(await find(ana, 'kettle'), [], 'it goes on still');
    await end();
    for (const text of ['kettle', 'über', 'KETTLE unplug', 'zofia lamp kett', 'does nothing kettle', 'smuggler']) {
      assert.deepEqual(await find(ana, text), ['Zofia'], text);
      assert.deepEqual(await find(ines, text), [], `${text}, which is not theirs`);
    }
    for (const text of ['kettle teapot', 'ettle', 'k.ttle kettl.', '^kettle$ x']) {
      assert.deepEqual(await find(ana, text), [], text);
    }
    const { items } = await administrator.panel.call('customers.find', { text: 'smuggler' });
    assert.deepEqual(items, [], 'what was said is no way to a person in other lists');
    await administrator.panel.call('customers.erase', { items: [{ kind: 'session', id: session }] });
    assert.deepEqual(await find(ana, 'kettle'), [], 'erased');
  });

  it('are listed page behind page, each once, with whether a report was saved', async () => {
    const first = await ana.call('sessions.history', { text: '', from: null, to: null, after: null });
    assert.equal(first.next, null);
    const reported = first.items.filter((item) => item.reported).map(({ customer }) => customer);
    assert.deepEqual(reported, ['Marta']);
    const middle = first.items[4] ?? assert.fail('there are more');
    const after = { startedAt: middle.startedAt, id: middle.session };
    const rest = await ana.call('sessions.history', { text: '', from: null, to: null, after });
    assert.deepEqual(rest.items, first.items.slice(5));
  });
});
