import assert from 'node:assert/strict';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { CustomerLink, HostLink, RepLink } from '../../support/people.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aJoinedHost, aLiveSession, allowSessions, refuses } from '../server-sessions/sessions-for-tests.ts';
import { openSignalling, openWith, signallingUrl } from './signalling-links.ts';

type SessionId = SessionHead['id'];
interface Ends {
  readonly session: SessionId;
  readonly customer: CustomerLink;
  readonly host: HostLink;
}

describe('Signalling', () => {
  let server: ServerProcess;
  let rep: RepLink;
  let one: Ends;
  let other: Ends;

  before(async () => {
    server = await startServerProcess();
    const administrator = await finishSetUp(server);
    await allowSessions(administrator, 5);
    rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    one = await aSession('Marta');
    other = await aSession('Juan');
  });
  after(async () => {
    for (const link of [rep, one.customer, one.host, other.customer, other.host]) link.close();
    await server.stop();
  });

  async function aSession(name: string): Promise<Ends> {
    const { customer, session } = await aLiveSession(server, rep, name);
    return { customer, session, host: (await aJoinedHost(server, customer, session)).host };
  }

  const hostPass = ({ host, session }: Ends) => host.call('link.open', { session });
  const viewerPass = ({ session }: Ends) => rep.call('link.open', { session });
  const open = (query: Record<string, string>) => openSignalling(signallingUrl(server, query));
  /** Each peer has an id of its own, so a line names one attacker. */
  const audited = (actor: string, type: string, target: string) =>
    server.printed(new RegExp(`actor="${actor}" action="signalling.${type}" target="${target}" .*outcome="refused"`));

  it('lets nobody in without a ticket of their own, whatever the key or the id [H-35]', async () => {
    const victim = await viewerPass(one);
    const mine = await viewerPass(other);
    const invented = `p${'a'.repeat(26)}`;
    for (const query of [
      { id: invented, token: 'whatever' },
      { id: invented, token: mine.ticket },
      { id: victim.peer, token: mine.ticket },
      { id: victim.peer, token: '' },
      { id: '__proto__', token: mine.ticket },
    ]) {
      assert.deepEqual(await open(query), { status: 401 });
    }
    // The one whose id it is still comes in, once; with the same ticket again the id is taken.
    const link = await openWith(server, victim);
    const again = await open({ id: victim.peer, token: victim.ticket });
    assert.ok('link' in again);
    await again.link.message('ID-TAKEN');
    assert.equal(await again.link.closed, 1008);
    assert.ok(!server.output().includes(victim.ticket), 'no ticket in the log');
    link.close();
  });

  it('passes messages between host and viewer of one session, with the sender’s id by the server’s word', async () => {
    const [hostEnd, viewerEnd] = [await hostPass(one), await viewerPass(one)];
    const [host, viewer] = [await openWith(server, hostEnd), await openWith(server, viewerEnd)];
    host.send({ type: 'OFFER', src: 'somebody else', dst: viewerEnd.peer, payload: { sdp: 'offer' } });
    assert.deepEqual(await viewer.message('OFFER'), {
      type: 'OFFER',
      src: hostEnd.peer,
      dst: viewerEnd.peer,
      payload: { sdp: 'offer' },
    });
    viewer.send({ type: 'HEARTBEAT' });
    viewer.send({ type: 'ANSWER', dst: hostEnd.peer, payload: { sdp: 'answer' } });
    assert.equal((await host.message('ANSWER')).src, viewerEnd.peer);
    host.close();
    viewer.close();
  });

  it('drops and writes down what goes to anybody outside the session, and the victim hears nothing [H-36]', async () => {
    const [hostEnd, viewerEnd] = [await hostPass(one), await viewerPass(one)];
    const [host, viewer] = [await openWith(server, hostEnd), await openWith(server, viewerEnd)];
    const attackers = [await hostPass(other), await viewerPass(other), await viewerPass(one)];
    for (const pass of attackers) {
      const attacker = await openWith(server, pass);
      for (const type of ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE', 'EXPIRE']) {
        attacker.send({ type, src: hostEnd.peer, dst: viewerEnd.peer, payload: {} });
        if (pass !== attackers[2]) attacker.send({ type, src: viewerEnd.peer, dst: hostEnd.peer, payload: {} });
        await audited(pass.peer, type.toLowerCase(), viewerEnd.peer);
      }
      attacker.close();
    }
    // What comes after on the right way arrives, and it is the first thing that arrives.
    host.send({ type: 'CANDIDATE', dst: viewerEnd.peer, payload: {} });
    viewer.send({ type: 'CANDIDATE', dst: hostEnd.peer, payload: {} });
    await Promise.all([host.message('CANDIDATE'), viewer.message('CANDIDATE')]);
    assert.deepEqual(
      viewer.messages.map(({ type, src }) => [type, src]),
      [
        ['OPEN', undefined],
        ['CANDIDATE', hostEnd.peer],
      ],
    );
    assert.deepEqual(
      host.messages.map(({ type, src }) => [type, src]),
      [
        ['OPEN', undefined],
        ['CANDIDATE', viewerEnd.peer],
      ],
    );
    host.close();
    viewer.close();
  });

  it('keeps an id whose link broke for nobody else [H-38]', async () => {
    const victim = await viewerPass(one);
    const link = await openWith(server, victim);
    link.close();
    await link.closed;
    const mine = await viewerPass(other);
    assert.deepEqual(await open({ id: victim.peer, token: mine.ticket }), { status: 401 });
    assert.deepEqual(await open({ id: victim.peer, token: 'a'.repeat(26) }), { status: 401 });
    const replayed = await open({ id: victim.peer, token: victim.ticket });
    assert.ok('link' in replayed);
    await replayed.link.message('ID-TAKEN');
    await replayed.link.closed;
  });

  it('keeps what comes for a viewer that is on its way, up to 64 messages', async () => {
    const [hostEnd, viewerEnd] = [await hostPass(one), await viewerPass(one)];
    const host = await openWith(server, hostEnd);
    for (let count = 0; count < 80; count += 1) {
      host.send({ type: 'CANDIDATE', dst: viewerEnd.peer, payload: { count } });
    }
    // Messages of one link are handled in order: once this came back, all the others were seen.
    const mirror = await viewerPass(one);
    const seen = await openWith(server, mirror);
    host.send({ type: 'LEAVE', dst: mirror.peer });
    await seen.message('LEAVE');
    const viewer = await openWith(server, viewerEnd);
    host.send({ type: 'ANSWER', dst: viewerEnd.peer });
    await viewer.message('ANSWER');
    assert.equal(viewer.messages.filter(({ type }) => type === 'CANDIDATE').length, 64);
    for (const link of [host, seen, viewer]) link.close();
  });

  it('closes a link that sends what is no message, too much at once, or too large a one', async () => {
    for (const noise of ['no JSON', '{"type":"OFFER"}', '{"type":["OFFER"],"dst":"x"}', '[]']) {
      const link = await openWith(server, await viewerPass(one));
      link.send(noise);
      assert.equal(await link.closed, 1008);
    }
    const large = await openWith(server, await viewerPass(one));
    large.send({ type: 'OFFER', dst: 'x', payload: 'x'.repeat(70_000) });
    assert.equal(await large.closed, 1009);
    const fast = await openWith(server, await viewerPass(one));
    for (let count = 0; count < 400; count += 1) fast.send({ type: 'HEARTBEAT' });
    assert.equal(await fast.closed, 1008);
  });

  it('tells the host of a viewer that is open and ready, and of no other', async () => {
    const pass = await viewerPass(one);
    await refuses(rep.call('link.ready', { session: one.session, peer: pass.peer }), 'not-found');
    const viewer = await openWith(server, pass);
    await refuses(rep.call('link.ready', { session: other.session, peer: pass.peer }), 'not-found');
    await rep.call('link.ready', { session: one.session, peer: pass.peer });
    assert.equal((await one.host.event('viewer.ready')).peer, pass.peer);
    viewer.close();
  });

  it('closes every link when the session ends, and its passes open nothing any more', async () => {
    const ending = await aSession('Pia');
    const [unused, used] = [await viewerPass(ending), await hostPass(ending)];
    const host = await openWith(server, used);
    await ending.customer.call('sessions.end', { session: ending.session, feelsWrong: false });
    assert.equal(await host.closed, 1008);
    assert.deepEqual(await open({ id: unused.peer, token: unused.ticket }), { status: 401 });
    ending.customer.close();
    ending.host.close();
  });
});
