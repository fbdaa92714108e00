import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import { allHistory } from '../../support/all-history.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, aLiveSession, refuses } from './sessions-for-tests.ts';

describe('A session on the real server', () => {
  let server: ServerProcess;
  let ana: RepLink;
  let ines: RepLink;

  before(async () => {
    server = await startServerProcess();
    const administrator = await finishSetUp(server);
    ana = await repOnline(server, await createRep(administrator, { displayName: 'Ana Petrescu' }));
    ines = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
  });
  after(async () => {
    ana.close();
    ines.close();
    await server.stop();
  });

  it('is taken by one rep, and everybody else hears by whom', async () => {
    const customer = await openCustomerLink(server);
    await customer.call('requests.ask', await aForm(customer, 'Juan'));
    const { request } = await ana.event('requests.waiting', ({ request: waiting }) => waiting.name === 'Juan');
    const { session } = await ana.call('requests.claim', { request: request.id });
    await refuses(ines.call('requests.claim', { request: request.id }), 'already-taken', 'Taken by Ana Petrescu.');
    const told = await ines.event('requests.claimed', ({ request: claimed }) => claimed === request.id);
    assert.deepEqual([told.by, told.mine], ['Ana Petrescu', false]);
    assert.equal((await customer.event('requests.claimed')).session.owner.displayName, 'Ana Petrescu');
    await customer.call('sessions.end', { session: session.id, feelsWrong: false });
    customer.close();
  });

  it('has the same log on both sides from request to end, and nothing after it', async () => {
    const { customer, session } = await aLiveSession(server, ana);
    const { entry } = await customer.call('chat.send', { session, clientId: randomId(), text: 'Hello' });
    await ana.event('log.appended', ({ entry: told }) => told.session === session && told.seq === entry.seq);
    const { summary } = await customer.call('sessions.end', { session, feelsWrong: true });
    assert.deepEqual([summary.messages, summary.reps, summary.endReason], [1, ['Ana Petrescu'], 'feels-wrong']);
    const { entries } = await ana.call('log.after', { session, seq: 0 });
    assert.deepEqual(entries, (await customer.call('log.after', { session, seq: 0 })).entries);
    const kinds = entries.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['requested', 'joined', 'joined', 'chat', 'ended']);
    await refuses(ana.call('chat.send', { session, clientId: randomId(), text: 'Late' }), 'session-ended');
    const { items } = await ana.call('sessions.history', allHistory);
    assert.deepEqual([items[0]?.session, items[0]?.endedBy], [session, 'customer']);
    customer.close();
  });

  it('keeps one message when the same one is sent again because its answer was lost [F23]', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Rosa');
    const clientId = randomId();
    const message = { session, clientId, text: 'Is anybody there?' };
    const [first, again] = await Promise.all([
      customer.call('chat.send', message),
      customer.call('chat.send', message),
    ]);
    const later = await customer.call('chat.send', message);
    assert.deepEqual([again.entry, later.entry], [first.entry, first.entry]);
    const { entries } = await ana.call('log.after', { session, seq: 0 });
    assert.equal(entries.filter((entry) => entry.clientId === clientId).length, 1);
    await ana.call('sessions.end', { session });
    // Lost with the end in between: what was stored first is still what counts.
    assert.deepEqual((await customer.call('chat.send', message)).entry, first.entry);
    customer.close();
  });

  it('gives messages of both sides at the same time one order without gaps', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Otto');
    const message = () => ({ session, clientId: randomId(), text: 'At the same time' });
    const both = () => [ana.call('chat.send', message()), customer.call('chat.send', message())];
    await Promise.all(Array.from({ length: 10 }, both).flat());
    const { entries } = await ana.call('log.after', { session, seq: 0 });
    assert.deepEqual(
      entries.map(({ seq }) => seq),
      Array.from({ length: 23 }, (_, at) => at + 1),
    );
    await ana.call('sessions.end', { session });
    customer.close();
  });

  it('shows a customer who reloads the page the session, then the summary, then the start', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Lin');
    const key = customer.browserKey() ?? '';
    customer.close();
    const reloaded = await openCustomerLink(server, key);
    const { state } = await reloaded.call('page.open', {});
    assert.equal(state.at === 'session' && state.session.id, session);
    await ana.call('sessions.end', { session });
    assert.equal((await reloaded.event('sessions.ended')).summary.session, session);
    assert.equal((await reloaded.call('page.open', {})).state.at, 'summary');
    await reloaded.call('sessions.dismiss', { session });
    assert.equal((await reloaded.call('page.open', {})).state.at, 'start');
    reloaded.close();
  });

  it('is nobody else’s: neither another rep nor another customer finds it', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Eva');
    const stranger = await openCustomerLink(server);
    await refuses(ines.call('log.after', { session, seq: 0 }), 'not-found');
    await refuses(stranger.call('log.after', { session, seq: 0 }), 'not-found');
    await refuses(stranger.call('sessions.end', { session, feelsWrong: false }), 'not-found');
    await ana.call('sessions.end', { session });
    customer.close();
    stranger.close();
  });

  it('passes typing signs on, and marks what was read', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Pia');
    await customer.call('chat.typing', { session, typing: true });
    const typing = await ana.event('chat.typing', (sign) => sign.session === session);
    assert.deepEqual([typing.by, typing.name, typing.typing], ['customer', 'Pia', true]);
    await ana.call('chat.read', { session, seq: 2 });
    await customer.event('sessions.changed', ({ session: head }) => head.read.reps === 2);
    await ana.call('sessions.end', { session });
    customer.close();
  });
});
