/** Several reps in one session: who comes in, what each may do, and what is for whom. */
import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import type { SignallingPass } from '../../../shared/contract/signalling.ts';
import { randomId } from '../../../server/secrets/random.ts';
import { aJoinedHost, grant, refuses } from '../server-sessions/sessions-for-tests.ts';
import { openMembersOffice, said } from './an-office.ts';
import type { MembersOffice } from './an-office.ts';

describe('Several representatives in one session', function () {
  this.timeout(60_000);
  let office: MembersOffice;
  before(async () => {
    office = await openMembersOffice();
  });
  after(() => office.stop());

  it('lets another representative in by invitation, with all that was said before, and tells the customer who has come [S2-13] [S2-26]', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Marta');
    await customer.call('chat.send', { session, clientId: randomId(), text: 'It does nothing.' });
    await ana.link.call('chat.send', { session, clientId: randomId(), text: 'Let me look.' });
    await refuses(bo.link.call('log.after', { session, seq: 0 }), 'not-found');
    const { reps } = await ana.link.call('members.choices', { session });
    assert.deepEqual(reps.map(({ name }) => name).sort(), ['Bo', 'Cy']);
    await ana.link.call('members.invite', { session, rep: bo.id, hands: 'view' });
    const { ask } = await bo.link.event('members.asked', (event) => event.ask.session === session);
    assert.deepEqual([ask.what, ask.by.name, ask.customer, ask.hands], ['invitation', 'Ana', 'Marta', 'view']);
    assert.deepEqual((await bo.link.call('snapshot.get', {})).asks, [ask], 'a panel that opens now shows it too');

    const answer = await bo.link.call('members.answer', { ask: ask.id, accept: true });
    assert.deepEqual(
      answer.session?.guests?.map(({ displayName, hands }) => [displayName, hands]),
      [['Bo', 'view']],
    );
    assert.deepEqual(said(await office.logOf(bo.link, session)), [
      'requested Marta',
      'joined Marta',
      'joined Ana',
      'chat Marta',
      'chat Ana',
      'invited Ana',
      'joined Bo',
    ]);
    const { entry } = await customer.event(
      'log.appended',
      (event) => event.entry.kind === 'joined' && event.entry.by.name === 'Bo',
    );
    assert.equal(entry.kind === 'joined' && entry.role, 'guest');
    const head = await customer.event('sessions.changed', (event) => (event.session.guests ?? []).length === 1);
    assert.equal(head.session.owner.displayName, 'Ana');

    await customer.call('chat.send', { session, clientId: randomId(), text: 'Hello Bo.' });
    await bo.link.event('log.appended', (event) => event.entry.kind === 'chat' && event.entry.text === 'Hello Bo.');
    await bo.link.call('chat.send', { session, clientId: randomId(), text: 'Hello Marta.' });
    await customer.event('log.appended', (event) => event.entry.kind === 'chat' && event.entry.text === 'Hello Marta.');
    const snapshot = await bo.link.call('snapshot.get', {});
    assert.deepEqual(
      snapshot.sessions.map(({ id }) => id),
      [session],
      'it is in the guest’s strip',
    );
    assert.equal(snapshot.presence, 'online', 'a guest’s session takes no seat of a customer');
    await refuses(bo.link.call('sessions.end', { session }), 'not-found');
    await refuses(bo.link.call('members.invite', { session, rep: ana.id, hands: 'view' }), 'not-found');
    await refuses(bo.link.call('members.remove', { session, rep: ana.id }), 'not-found');
  });

  it('keeps an invitation for the invited one alone, and writes down a no and a taking back for representatives only', async () => {
    const { ana, bo, cy } = office;
    const { customer, session } = await office.aSession('Ruben');
    await ana.link.call('members.invite', { session, rep: bo.id, hands: 'control' });
    await refuses(
      ana.link.call('members.invite', { session, rep: bo.id, hands: 'view' }),
      'already-exists',
      /Bo is asked already/,
    );
    const { ask } = await bo.link.event('members.asked', (event) => event.ask.session === session);
    await refuses(cy.link.call('members.answer', { ask: ask.id, accept: true }), 'not-found');
    await refuses(cy.link.call('members.withdraw', { ask: ask.id }), 'not-found');
    await bo.link.call('members.answer', { ask: ask.id, accept: false });
    await refuses(bo.link.call('members.answer', { ask: ask.id, accept: true }), 'not-found');
    await ana.link.call('members.invite', { session, rep: cy.id, hands: 'view' });
    const second = await cy.link.event('members.asked', (event) => event.ask.session === session);
    await ana.link.call('members.withdraw', { ask: second.ask.id });
    assert.equal((await cy.link.event('members.askClosed', (event) => event.ask === second.ask.id)).how, 'withdrawn');
    const ends = (await office.logOf(ana.link, session)).flatMap((entry) =>
      entry.kind === 'not-taken' ? [`${entry.to} ${entry.how}`] : [],
    );
    assert.deepEqual(ends, ['Bo declined', 'Cy withdrawn']);
    assert.deepEqual(said(await office.logOf(customer, session)), ['requested Ruben', 'joined Ruben', 'joined Ana']);
  });

  it('sends what is for representatives only to nobody else: not to the customer, not to the host, not into the summary [S2-25]', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Ilse');
    await office.invited(session);
    const { host } = await aJoinedHost(office.server, customer, session);
    await bo.link.call('chat.send', { session, clientId: randomId(), text: 'SECRET she is angry', audience: 'reps' });
    const { entry } = await ana.link.event(
      'log.appended',
      ({ entry: one }) => one.kind === 'chat' && one.audience === 'reps',
    );
    assert.equal(entry.kind === 'chat' && entry.text, 'SECRET she is angry');
    await ana.link.call('chat.send', { session, clientId: randomId(), text: 'One moment.' });
    await customer.event('log.appended', (event) => event.entry.kind === 'chat' && event.entry.text === 'One moment.');
    await host.event('log.appended', (event) => event.entry.kind === 'chat' && event.entry.text === 'One moment.');
    await bo.link.call('members.leave', { session, to: null });
    const { summary } = await ana.link.call('sessions.end', { session });
    await customer.event('sessions.ended');
    assert.equal(summary?.messages, 1, 'what the customer reads counts what they could read');
    const page = await customer.call('page.open', {});
    const log = await customer.call('log.after', { session, seq: 0 });
    const wire = JSON.stringify([customer.events, host.events, page, log]);
    for (const secret of ['SECRET', 'invited', '"audience":"reps"']) assert.ok(!wire.includes(secret), secret);
    host.close();
  });

  it('tells the customer by no event, number or sign that something is written for representatives only', async () => {
    const { ana, bo, cy } = office;
    const { customer, session } = await office.aSession('Frieda');
    await office.invited(session);
    const say = (text: string, audience: 'all' | 'reps') =>
      ana.link.call('chat.send', { session, clientId: randomId(), text, audience });
    const { entry: open } = await say('Hello.', 'all');
    await ana.link.call('chat.read', { session, seq: open.seq });
    await customer.event('sessions.changed', (event) => event.session.read.reps === open.seq);
    const heard = customer.events.length;
    await ana.link.call('chat.typing', { session, typing: true, audience: 'reps' });
    const { entry: secret } = await say('SECRET', 'reps');
    await bo.link.call('chat.read', { session, seq: secret.seq });
    await bo.link.event('sessions.changed', (event) => event.session.read.reps === secret.seq);
    await bo.link.call('members.askHands', { session });
    await ana.link.call('members.invite', { session, rep: cy.id, hands: 'view' });
    const { state } = await customer.call('page.open', {});
    assert.ok(state.at === 'session');
    assert.deepEqual([state.session.lastSeq, state.session.read.reps], [open.seq, open.seq]);
    assert.equal(customer.events.length, heard, 'not a single event');
    // What is for all arrives by the same ways.
    await ana.link.call('chat.typing', { session, typing: true, audience: 'all' });
    await customer.event('chat.typing', (event) => event.by === 'rep' && event.typing);
    const { entry: later } = await say('Are you there?', 'all');
    await ana.link.call('chat.read', { session, seq: later.seq });
    const { session: head } = await customer.event(
      'sessions.changed',
      (event) => event.session.read.reps === later.seq,
    );
    assert.equal(head.lastSeq, later.seq);
  });

  it('lets the owner remove a guest: within a second they hear nothing more of it, and the customer reads it [S2-14]', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Pilar');
    await office.invited(session);
    const { host } = await aJoinedHost(office.server, customer, session);
    await grant(ana.link, host, session, 'view');
    const pass = await bo.link.call('link.open', { session });
    const socket = new WebSocket(signallingAt(office.server.origin, pass));
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    const cut = new Promise<number>((resolve) => socket.addEventListener('close', () => resolve(performance.now())));
    const spare = await bo.link.call('link.open', { session });
    const removedAt = performance.now();
    await ana.link.call('members.remove', { session, rep: bo.id });
    const out = await bo.link.event('members.out', (event) => event.session === session);
    assert.deepEqual([out.how, out.by, out.customer], ['removed', 'Ana', 'Pilar']);
    assert.ok((await cut) - removedAt < 1000, 'signalling is cut within a second');
    const late = new WebSocket(signallingAt(office.server.origin, spare));
    await new Promise((resolve) => late.addEventListener('error', resolve, { once: true }));
    const left = await host.event('log.appended', (event) => event.entry.kind === 'rep-left');
    assert.equal(left.entry.kind === 'rep-left' && left.entry.account, bo.id, 'by which the host drops their picture');
    await customer.event('log.appended', (event) => event.entry.kind === 'rep-left' && event.entry.rep === 'Bo');
    await customer.call('chat.send', { session, clientId: randomId(), text: 'Who was that?' });
    await ana.link.event(
      'log.appended',
      (event) => event.entry.kind === 'chat' && event.entry.text === 'Who was that?',
    );
    for (const call of [
      bo.link.call('log.after', { session, seq: 0 }),
      bo.link.call('chat.send', { session, clientId: randomId(), text: 'x' }),
      bo.link.call('link.open', { session }),
    ])
      await refuses(call, 'not-found');
    assert.ok(!JSON.stringify(bo.link.events).includes('Who was that?'));
    host.close();
  });

  it('gives mouse and keyboard to one representative at a time, in plain sight of the customer', async () => {
    const { ana, bo, cy } = office;
    const { customer, session } = await office.aSession('Noor');
    await office.invited(session, 'control');
    await ana.link.call('members.invite', { session, rep: cy.id, hands: 'view' });
    const { ask } = await cy.link.event('members.asked', (event) => event.ask.session === session);
    await cy.link.call('members.answer', { ask: ask.id, accept: true });
    await refuses(cy.link.call('members.askHands', { session }), 'not-allowed');
    await refuses(bo.link.call('members.giveHands', { session, rep: bo.id }), 'not-allowed');
    await bo.link.call('members.askHands', { session });
    await ana.link.event('log.appended', (event) => event.entry.kind === 'hands-asked' && event.entry.by.name === 'Bo');
    await refuses(ana.link.call('members.giveHands', { session, rep: cy.id }), 'not-allowed');
    await ana.link.call('members.giveHands', { session, rep: bo.id });
    const given = await customer.event('log.appended', (event) => event.entry.kind === 'hands-given');
    assert.equal(given.entry.kind === 'hands-given' && given.entry.to, 'Bo');
    assert.equal(
      (await customer.event('sessions.changed', (event) => event.session.handsOf === bo.id)).session.id,
      session,
    );
    await bo.link.call('members.leave', { session, to: null });
    const page = await customer.call('page.open', {});
    assert.ok(page.state.at === 'session');
    assert.equal(page.state.session.handsOf, undefined, 'they fall back to the owner');
  });

  it('goes on with the guest when the owner leaves it to them', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Tom');
    await refuses(ana.link.call('members.leave', { session, to: null }), 'nobody-there');
    await office.invited(session);
    await ana.link.call('members.leave', { session, to: null });
    assert.equal((await ana.link.event('members.out', (event) => event.session === session)).how, 'passed-on');
    await customer.event('sessions.changed', (event) => event.session.owner.account === bo.id);
    await bo.link.call('chat.send', { session, clientId: randomId(), text: 'I go on.' });
    await refuses(ana.link.call('log.after', { session, seq: 0 }), 'not-found');
    assert.ok((await bo.link.call('sessions.end', { session })).summary);
  });
});

function signallingAt(origin: string, { path, peer, ticket }: SignallingPass): string {
  return `${origin.replace('http', 'ws')}${path}/peerjs?key=peerjs&id=${peer}&token=${ticket}`;
}
