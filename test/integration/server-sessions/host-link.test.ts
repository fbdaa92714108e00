import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import { createRep, finishSetUp, openHostLink, repOnline } from '../../support/people.ts';
import type { RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aJoinedHost, aLiveSession, grant, refuses, someFacts } from './sessions-for-tests.ts';

describe('The host’s own link', () => {
  let server: ServerProcess;
  let rep: RepLink;

  before(async () => {
    server = await startServerProcess();
    rep = await repOnline(server, await createRep(await finishSetUp(server), { displayName: 'Ana' }));
  });
  after(async () => {
    rep.close();
    await server.stop();
  });

  it('takes a ticket once: a second host with the same one is refused, also on another computer [H-52]', async () => {
    const { customer, session } = await aLiveSession(server, rep);
    const { host, ticket, welcome } = await aJoinedHost(server, customer, session);
    assert.deepEqual([welcome.session.id, welcome.rep.displayName], [session, 'Ana']);
    const second = await openHostLink(server, { by: 'ticket', ticket });
    await refuses(second.call('session.join', { facts: someFacts }), 'ticket-refused');
    await refuses(second.call('log.after', { session, seq: 0 }), 'not-found');
    await customer.call('sessions.end', { session, feelsWrong: false });
    await host.event('session.over');
    await host.closed;
    const again = await openHostLink(server, { by: 'token', token: welcome.token });
    await refuses(again.call('session.join', { facts: someFacts }), 'ticket-refused');
    for (const link of [second, again, customer]) link.close();
  });

  it('is fetched by a form with the ticket, which a download does not use up', async () => {
    const { customer, session } = await aLiveSession(server, rep, 'Eva');
    const { ticket } = await customer.call('host.ticket', { session });
    const fetchWith = (field: string) =>
      fetch(`${server.origin}/host/download`, {
        method: 'POST',
        headers: { Origin: server.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ticket: field, system: 'linux-x64' }).toString(),
      });
    assert.equal((await fetchWith('a'.repeat(26))).status, 401);
    // This server was started without a host: the page says so before, and the download too.
    const offer = {
      system: 'linux-x64',
      available: false,
      bytes: null,
      sha256: null,
      signed: false,
      preparing: false,
    };
    assert.deepEqual(await customer.call('host.offer', { session }), offer);
    const answer = await fetchWith(ticket);
    assert.deepEqual([answer.status, answer.headers.get('cache-control')], [409, 'no-store']);
    assert.match(await answer.text(), /^The program for this kind of computer cannot be had here/);
    const host = await openHostLink(server, { by: 'ticket', ticket });
    assert.equal((await host.call('session.join', { facts: someFacts })).session.id, session);
    await rep.call('sessions.end', { session });
    assert.equal((await fetchWith(ticket)).status, 401);
    host.close();
    customer.close();
  });

  it('keeps a ticket that may be on its way when another one is made, until the first of them is used', async () => {
    const { customer, session } = await aLiveSession(server, rep, 'Rosa');
    const { ticket } = await customer.call('host.ticket', { session });
    const other = await customer.call('host.ticket', { session });
    const host = await openHostLink(server, { by: 'ticket', ticket });
    await host.call('session.join', { facts: someFacts });
    const late = await openHostLink(server, { by: 'ticket', ticket: other.ticket });
    await refuses(late.call('session.join', { facts: someFacts }), 'ticket-refused');
    await rep.call('sessions.end', { session });
    for (const link of [host, late]) link.close();
    customer.close();
  });

  it('writes down only what can have happened: nothing is granted that was not asked for', async () => {
    const { customer, session } = await aLiveSession(server, rep, 'Juan');
    const { host } = await aJoinedHost(server, customer, session);
    const report = (body: object) =>
      host.call('session.report', { session, clientId: randomId(), report: body as { kind: 'resumed' } });
    const control = { kind: 'granted', scope: 'control', devices: 'both', until: null };
    await refuses(report(control), 'invalid');
    await refuses(report({ kind: 'screen-shown', route: 'direct' }), 'invalid');
    await refuses(report({ kind: 'paused', hand: 'pointer' }), 'invalid');
    await grant(rep, host, session, 'view');
    await refuses(report(control), 'invalid');
    await report({ kind: 'screen-shown', route: 'direct' });
    await rep.event('sessions.changed', ({ session: head }) => head.id === session && head.screen === 'seeing');
    await grant(rep, host, session, 'control');
    await rep.event('sessions.changed', ({ session: head }) => head.id === session && head.screen === 'controlling');
    await report({ kind: 'paused', hand: 'pointer' });
    await customer.event('sessions.changed', ({ session: head }) => head.screen === 'paused');
    await rep.call('consent.lower', { session, scope: 'control' });
    await host.event('log.appended', ({ entry }) => entry.kind === 'withdrawn' && entry.place === 'viewer');
    await host.call('session.end', { session, feelsWrong: false });
    const { summary } = await customer.event('sessions.ended');
    assert.deepEqual([summary.endedBy, summary.grants.map(({ scope }) => scope)], ['host', ['view', 'control']]);
    assert.equal(summary.facts?.computer, 'LIBRARY-7');
    customer.close();
  });

  it('comes back after a break by its own token, with what was granted', async () => {
    const { customer, session } = await aLiveSession(server, rep, 'Lin');
    const { host, welcome } = await aJoinedHost(server, customer, session);
    await grant(rep, host, session, 'view');
    host.close();
    const back = await openHostLink(server, { by: 'token', token: welcome.token });
    const again = await back.call('session.join', { facts: someFacts });
    assert.deepEqual([again.token, again.session.consents.length], [welcome.token, 1]);
    back.close();
    // It does not come back this time: after the grace everybody is told.
    await customer.event('log.appended', ({ entry }) => entry.kind === 'host-left', 12_000);
    await rep.call('sessions.end', { session });
    customer.close();
  });

  it('gives the answer to the desktop alone once a host is there; the page may only say no', async () => {
    const { customer, session } = await aLiveSession(server, rep, 'Pia');
    const ask = { scope: 'control', devices: 'both', minutes: null } as const;
    await rep.call('consent.ask', { session, clientId: randomId(), ask });
    const answer = (word: 'yes' | 'no') =>
      customer.call('consent.answer', { session, clientId: randomId(), answer: word, minutes: 15 });
    assert.equal((await answer('yes')).entry.kind, 'agreed');
    const { host, welcome } = await aJoinedHost(server, customer, session);
    assert.deepEqual(welcome.session.ask, { ...ask, minutes: 15 });
    await refuses(answer('yes'), 'not-allowed', 'Answer in the RemoteHelp window on your screen.');
    assert.equal((await answer('no')).entry.kind, 'refused');
    await refuses(answer('no'), 'not-found');
    await rep.call('sessions.end', { session });
    host.close();
    customer.close();
  });
});
