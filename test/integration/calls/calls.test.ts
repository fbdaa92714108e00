/** Calls by the protocol: who may ask, answer, come in, and reach whom. */
import assert from 'node:assert/strict';
import { newId } from '../../../server/secrets/random.ts';
import { ClientEntryId } from '../../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aJoinedHost, aLiveSession, allowSessions, refuses } from '../server-sessions/sessions-for-tests.ts';
import { openSignalling, openWith, signallingUrl } from '../signalling/signalling-links.ts';

type SessionId = SessionHead['id'];

describe('A call between rep and customer', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    await allowSessions(administrator, 20);
    rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
  });
  after(async () => {
    rep.close();
    await server.stop();
  });

  const clientId = () => newId(ClientEntryId);
  async function aCall(name: string) {
    const { customer, session } = await aLiveSession(server, rep, name);
    await rep.call('call.ask', { session, clientId: clientId(), media: 'voice' });
    await customer.call('call.answer', { session, clientId: clientId(), answer: 'yes' });
    return { customer, session };
  }
  /** Both have opened their peers; the customer was told of the rep's. */
  async function bothThere(customer: CustomerLink, session: SessionId) {
    const [repPass, pagePass] = [
      await rep.call('call.open', { session }),
      await customer.call('call.open', { session }),
    ];
    const [repEnd, pageEnd] = [await openWith(server, repPass), await openWith(server, pagePass)];
    await rep.call('call.ready', { session, peer: repPass.peer });
    const { peers } = await customer.call('call.ready', { session, peer: pagePass.peer });
    return { repPass, pagePass, repEnd, pageEnd, peers };
  }
  const headOf = async (session: SessionId) => {
    const { sessions } = await rep.call('snapshot.get', {});
    return sessions.find(({ id }) => id === session);
  };

  it('is asked for and answered by the protocol, stands in the head of both, and is nothing but a line in the log [S0-76]', async () => {
    const { customer, session } = await aCall('Marta');
    const { session: head } = await customer.event(
      'sessions.changed',
      (event) => event.session.call?.since !== undefined && event.session.call.since !== null,
    );
    assert.deepEqual([head.call?.media, head.call?.askedBy, head.call?.repName], ['voice', 'rep', 'Ana']);
    assert.equal((await headOf(session))?.call?.since, head.call?.since);
    await refuses(customer.call('call.ask', { session, clientId: clientId(), media: 'voice' }), 'not-allowed');
    await customer.call('call.end', { session });
    const { entries } = await customer.call('log.after', { session, seq: 0 });
    const lines = entries.filter(({ kind }) => kind.startsWith('call-')).map(({ kind, by }) => `${by.kind} ${kind}`);
    assert.deepEqual(lines, ['rep call-asked', 'customer call-accepted', 'customer call-ended']);
    assert.equal((await headOf(session))?.call, undefined);
    await refuses(rep.call('call.end', { session }), 'not-found');
    customer.close();
  });

  it('stores one answer when two tabs answer at once, and one question when it is sent twice', async () => {
    const { customer, session } = await aLiveSession(server, rep, 'Juan');
    const ask = { session, clientId: clientId(), media: 'video' } as const;
    const [once, again] = [await rep.call('call.ask', ask), await rep.call('call.ask', ask)];
    assert.equal(once.entry.seq, again.entry.seq);
    const answers = await Promise.allSettled(
      (['yes', 'no'] as const).map((answer) => customer.call('call.answer', { session, clientId: clientId(), answer })),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    customer.close();
  });

  it('opens a way in only once it was accepted, for the two of it, each pass for one use [S0-76]', async () => {
    const { customer, session } = await aLiveSession(server, rep, 'Rosa');
    await refuses(customer.call('call.open', { session }), 'not-found');
    await rep.call('call.ask', { session, clientId: clientId(), media: 'voice' });
    await refuses(rep.call('call.open', { session }), 'not-found');
    await customer.call('call.answer', { session, clientId: clientId(), answer: 'yes' });
    const stranger = await openCustomerLink(server);
    await refuses(stranger.call('call.open', { session }), 'not-found');
    const otherRep = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
    await refuses(otherRep.call('call.open', { session }), 'not-found');
    const { pagePass, repPass, peers } = await bothThere(customer, session);
    assert.deepEqual(peers, { customer: pagePass.peer, rep: repPass.peer });
    const again = await openSignalling(signallingUrl(server, { id: pagePass.peer, token: pagePass.ticket }));
    assert.ok('link' in again);
    await again.link.message('ID-TAKEN');
    // One's pass does not make the other's end ready.
    await refuses(customer.call('call.ready', { session, peer: repPass.peer }), 'not-found');
    for (const link of [customer, stranger, otherRep]) link.close();
  });

  it('lets its two ends reach each other, and neither the host nor another session [S0-76] [H-35]', async () => {
    const { customer, session } = await aCall('Pia');
    const { host } = await aJoinedHost(server, customer, session);
    const { repPass, pagePass, repEnd, pageEnd } = await bothThere(customer, session);
    const hostPass = await host.call('link.open', { session });
    const hostEnd = await openWith(server, hostPass);
    const other = await aCall('Lin');
    const elsewhere = await bothThere(other.customer, other.session);

    pageEnd.send({ type: 'OFFER', dst: hostPass.peer, payload: {} });
    pageEnd.send({ type: 'OFFER', dst: elsewhere.repPass.peer, payload: {} });
    repEnd.send({ type: 'OFFER', dst: hostPass.peer, payload: {} });
    hostEnd.send({ type: 'OFFER', dst: pagePass.peer, payload: {} });
    pageEnd.send({ type: 'OFFER', dst: repPass.peer, payload: { sdp: 'offer' } });
    assert.equal((await repEnd.message('OFFER')).src, pagePass.peer);
    repEnd.send({ type: 'ANSWER', dst: pagePass.peer, payload: { sdp: 'answer' } });
    assert.equal((await pageEnd.message('ANSWER')).src, repPass.peer);
    await server.printed(new RegExp(`actor="${hostPass.peer}" action="signalling.offer" target="${pagePass.peer}"`));
    for (const end of [hostEnd, elsewhere.repEnd, pageEnd])
      assert.ok(
        end.messages.every(({ type }) => type !== 'OFFER'),
        'nothing of a stranger has come',
      );
    for (const link of [customer, other.customer, host]) link.close();
  });

  it('goes on where it was opened last, and closes the end before it', async () => {
    const { customer, session } = await aCall('Kim');
    const { pageEnd, repPass } = await bothThere(customer, session);
    const newer = await customer.call('call.open', { session });
    const newerEnd = await openWith(server, newer);
    await customer.call('call.ready', { session, peer: newer.peer });
    assert.equal(await pageEnd.closed, 1008);
    const { peers } = await rep.event(
      'call.peers',
      (event) => event.session === session && event.peers.customer === newer.peer,
    );
    assert.equal(peers.rep, repPass.peer);
    newerEnd.close();
    await rep.event(
      'call.peers',
      (event) => event.session === session && event.peers.customer === null && event.peers.rep !== null,
    );
    customer.close();
  });

  it('is not touched by an old answer that is sent again', async () => {
    const { customer, session } = await aLiveSession(server, rep, 'Hugo');
    const no = { session, clientId: clientId(), answer: 'no' } as const;
    await rep.call('call.ask', { session, clientId: clientId(), media: 'voice' });
    const declined = await customer.call('call.answer', no);
    await rep.call('call.ask', { session, clientId: clientId(), media: 'voice' });
    await customer.call('call.answer', { session, clientId: clientId(), answer: 'yes' });
    const { repPass, pagePass } = await bothThere(customer, session);
    assert.deepEqual(await customer.call('call.answer', no), declined);
    assert.deepEqual((await rep.call('call.ready', { session, peer: repPass.peer })).peers, {
      customer: pagePass.peer,
      rep: repPass.peer,
    });
    customer.close();
  });

  it('closes the ways in when somebody hangs up, and when the session ends', async () => {
    const first = await aCall('Noor');
    const ends = await bothThere(first.customer, first.session);
    await rep.call('call.end', { session: first.session });
    assert.deepEqual([await ends.pageEnd.closed, await ends.repEnd.closed], [1008, 1008]);
    const second = await aCall('Emil');
    const others = await bothThere(second.customer, second.session);
    await rep.call('sessions.end', { session: second.session });
    assert.deepEqual([await others.pageEnd.closed, await others.repEnd.closed], [1008, 1008]);
    for (const { customer } of [first, second]) customer.close();
  });

  it('ends when its rep is signed out, or may talk no longer', async () => {
    const ines = await createRep(administrator, { displayName: 'Ines' });
    const link = await repOnline(server, ines);
    const { customer, session } = await aLiveSession(server, link, 'Otto');
    const talk = async () => {
      await link.call('call.ask', { session, clientId: clientId(), media: 'voice' });
      await customer.call('call.answer', { session, clientId: clientId(), answer: 'yes' });
    };
    const ended = (seq: number) =>
      customer.event('log.appended', ({ entry }) => entry.kind === 'call-ended' && entry.seq > seq);
    await talk();
    const subject = { kind: 'account', account: ines.account.id } as const;
    await administrator.panel.call('rights.set', { subject, setting: { allow: [], deny: ['chat'] } });
    const first = (await ended(0)).entry;
    await refuses(link.call('call.ask', { session, clientId: clientId(), media: 'voice' }), 'not-allowed');
    await administrator.panel.call('rights.set', { subject, setting: { allow: [], deny: [] } });
    await talk();
    const password = 'quite another password';
    await administrator.panel.call('accounts.setPassword', { id: ines.account.id, password });
    assert.equal((await ended(first.seq)).entry.by.name, 'Ines');
    customer.close();
  });
});
