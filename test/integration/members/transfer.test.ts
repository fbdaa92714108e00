/** A session goes to another rep, to a channel or back into line: it goes on all the time, with one owner. */
import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import { repOnline } from '../../support/people.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import type { CustomerLink } from '../../support/people.ts';
import { aJoinedHost, grant, refuses } from '../server-sessions/sessions-for-tests.ts';
import { openMembersOffice, said, someBrief } from './an-office.ts';
import type { MembersOffice } from './an-office.ts';

describe('Giving a session on', function () {
  this.timeout(60_000);
  let office: MembersOffice;
  beforeEach(async () => {
    office = await openMembersOffice();
  });
  afterEach(() => office.stop());

  const headOf = async (customer: CustomerLink) => {
    const { state } = await customer.call('page.open', {});
    return state.at === 'session' ? state.session : assert.fail(`the page is at ${state.at}`);
  };
  const toBo = (session: SessionHead['id'], stays = false) =>
    office.ana.link.call('members.transfer', {
      session,
      to: { is: 'rep', rep: office.bo.id },
      brief: someBrief,
      stays,
    });

  it('to another representative: they read the brief first, say yes, and go on in the same session with what was granted [S0-86] [S2-11] [B-29]', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Marta');
    const { host } = await aJoinedHost(office.server, customer, session);
    await grant(ana.link, host, session, 'control');
    await toBo(session);
    const { ask } = await bo.link.event('members.asked');
    assert.deepEqual([ask.what, ask.brief, ask.owner, ask.customer], ['transfer', someBrief, 'Ana', 'Marta']);
    await refuses(bo.link.call('log.after', { session, seq: 0 }), 'not-found');
    assert.equal((await headOf(customer)).owner.displayName, 'Ana', 'until then the first one is in charge');
    await ana.link.call('chat.send', { session, clientId: randomId(), text: 'Bo will go on.' });

    const answer = await bo.link.call('members.answer', { ask: ask.id, accept: true });
    assert.equal(answer.session?.owner.displayName, 'Bo');
    const after = await headOf(customer);
    assert.deepEqual([after.id, after.state, after.owner.displayName], [session, 'live', 'Bo']);
    assert.deepEqual(after.consents.map(({ scope }) => scope).sort(), ['control', 'view'], 'what was granted is kept');
    const { entry } = await customer.event('log.appended', (event) => event.entry.kind === 'handed-over');
    const told = entry.kind === 'handed-over' && [entry.by.name, entry.from, entry.stays, entry.keeps];
    assert.deepEqual(told, ['Bo', 'Ana', false, true]);
    assert.equal((await ana.link.event('members.out')).by, 'Bo');
    await refuses(ana.link.call('chat.send', { session, clientId: randomId(), text: 'x' }), 'not-found');
    assert.equal((await ana.link.call('snapshot.get', {})).presence, 'online', 'the seat is free');
    assert.equal((await bo.link.call('snapshot.get', {})).presence, 'busy');
    await host.event('log.appended', (event) => event.entry.kind === 'handed-over');
    const summary = await bo.link.call('sessions.end', { session });
    assert.deepEqual(summary.summary?.reps, ['Ana', 'Bo']);
    const wire = JSON.stringify([customer.events, host.events]);
    assert.ok(!wire.includes(someBrief.tried), 'the brief is for representatives only');
    host.close();
  });

  it('comes back to who was in charge all the time when the other one says no, or when it is taken back', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Marta');
    await toBo(session);
    await refuses(toBo(session), 'already-exists', /asked to go on already/);
    const { ask } = await bo.link.event('members.asked');
    await bo.link.call('members.answer', { ask: ask.id, accept: false });
    await toBo(session, true);
    const second = await bo.link.event('members.asked', (event) => event.ask.id !== ask.id);
    await ana.link.call('members.withdraw', { ask: second.ask.id });
    await refuses(bo.link.call('members.answer', { ask: second.ask.id, accept: true }), 'not-found');
    assert.equal((await headOf(customer)).owner.displayName, 'Ana');
    const ends = (await office.logOf(ana.link, session)).flatMap((entry) =>
      entry.kind === 'not-taken' ? [entry.how] : [],
    );
    assert.deepEqual(ends, ['declined', 'withdrawn']);
  });

  it('lets whoever gave it on stay as a guest, when they want to', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Marta');
    await toBo(session, true);
    const { ask } = await bo.link.event('members.asked');
    await bo.link.call('members.answer', { ask: ask.id, accept: true });
    await ana.link.call('chat.send', { session, clientId: randomId(), text: 'Still here.' });
    const head = await headOf(customer);
    assert.deepEqual([head.owner.displayName, head.guests?.[0]?.displayName], ['Bo', 'Ana']);
    await bo.link.call('members.remove', { session, rep: ana.id });
  });

  it('to a channel: it stands at the head of that line with its brief, its representative stays until somebody takes it [S2-12]', async () => {
    const { ana, bo, cy, administrator } = office;
    const { panel } = administrator;
    const made = await panel.call('channels.create', { name: 'Network', description: '' });
    const network = made.channel.id;
    await panel.call('channels.changeMembers', { id: network, add: [cy.id], remove: [] });
    const { customer, session } = await office.aSession('Marta');
    await ana.link.call('members.transfer', {
      session,
      to: { is: 'channel', channel: network },
      brief: someBrief,
      stays: false,
    });
    const { request } = await cy.link.event('requests.waiting', (event) => event.request.channel === network);
    assert.deepEqual(
      [request.name, request.givenBy, request.brief, request.lostBy, request.position],
      ['Marta', 'Ana', someBrief, null, 1],
    );
    assert.equal((await headOf(customer)).owner.displayName, 'Ana');
    assert.equal((await headOf(customer)).ownerMissing, null, 'nobody is missed');
    await ana.link.call('chat.send', { session, clientId: randomId(), text: 'Somebody of Network will come.' });
    await refuses(bo.link.call('requests.claim', { request: request.id }), 'not-found');
    await cy.link.call('requests.claim', { request: request.id });
    assert.equal((await headOf(customer)).owner.displayName, 'Cy');
    assert.equal((await ana.link.event('members.out')).how, 'passed-on');
    assert.ok(
      (await office.logOf(cy.link, session)).some((entry) => entry.kind === 'chat'),
      'with all that was said',
    );
  });

  it('taken back from a channel, it leaves the line and goes on as before', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Marta');
    const [general] = (await ana.link.call('members.choices', { session })).channels;
    assert.ok(general);
    await ana.link.call('members.transfer', {
      session,
      to: { is: 'channel', channel: general.id },
      brief: someBrief,
      stays: false,
    });
    const { request } = await bo.link.event('requests.waiting', (event) => event.request.givenBy === 'Ana');
    await refuses(ana.link.call('requests.claim', { request: request.id }), 'not-allowed', /with them still/);
    const asked = (await office.logOf(ana.link, session)).find((entry) => entry.kind === 'transfer-asked');
    assert.ok(asked?.kind === 'transfer-asked');
    await ana.link.call('members.withdraw', { ask: asked.ask });
    await bo.link.event('requests.left', (event) => event.request === request.id);
    assert.equal((await headOf(customer)).owner.displayName, 'Ana');
  });

  it('left in the queue by its owner, it waits at the head of the line for the next one, with its log [S2-22]', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Marta');
    const { host } = await aJoinedHost(office.server, customer, session);
    await grant(ana.link, host, session, 'view');
    await ana.link.call('members.toLine', { session });
    assert.equal((await ana.link.event('members.out')).how, 'in-line');
    const ofAna = await ana.link.call('snapshot.get', {});
    assert.deepEqual([ofAna.sessions, ofAna.presence], [[], 'online']);
    await refuses(ana.link.call('chat.send', { session, clientId: randomId(), text: 'x' }), 'not-found');
    const waiting = await headOf(customer);
    assert.deepEqual([waiting.state, waiting.ownerMissing?.next, waiting.consents], ['live', 'left', []]);
    const { request } = await bo.link.event('requests.waiting', (event) => event.request.givenBy === 'Ana');
    await bo.link.call('requests.claim', { request: request.id });
    const goesOn = await headOf(customer);
    assert.deepEqual([goesOn.owner.displayName, goesOn.ownerMissing], ['Bo', null]);
    const log = said(await office.logOf(bo.link, session));
    assert.deepEqual(log.slice(-3), ['withdrawn Ana', 'back-in-line Ana', 'handed-over Bo']);
    host.close();
  });

  it('while the old representative’s socket is dead: the new one is in at once, and never are there two owners [F31]', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Marta');
    const { host } = await aJoinedHost(office.server, customer, session);
    await grant(ana.link, host, session, 'control');
    await toBo(session);
    const { ask } = await bo.link.event('members.asked');
    ana.link.close();
    await ana.link.closed;
    const seen = new Set<string>();
    let isOver = false;
    const watching = (async () => {
      while (!isOver) {
        const { owner, handsOf, guests = [] } = await headOf(customer);
        seen.add(JSON.stringify([owner.displayName, handsOf ?? owner.account, guests.length]));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    })();
    const acceptedAt = performance.now();
    await bo.link.call('members.answer', { ask: ask.id, accept: true });
    await bo.link.call('chat.send', { session, clientId: randomId(), text: 'I am here.' });
    assert.ok(performance.now() - acceptedAt < 3000, 'in within three seconds');
    const back = await repOnline(office.server, ana.rep);
    await refuses(back.call('link.open', { session }), 'not-found');
    await refuses(back.call('consent.lower', { session, scope: 'control' }), 'not-found');
    assert.deepEqual((await back.call('snapshot.get', {})).sessions, [], 'the old one is out');
    isOver = true;
    await watching;
    const allowed = [JSON.stringify(['Ana', ana.id, 0]), JSON.stringify(['Bo', bo.id, 0])];
    assert.ok(seen.has(allowed[1] ?? ''), 'the new owner was seen');
    assert.deepEqual(
      [...seen].filter((state) => !allowed.includes(state)),
      [],
      'one owner, and one pair of hands, at every moment',
    );
    back.close();
    host.close();
  });
});
