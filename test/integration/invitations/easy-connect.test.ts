import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { signedText } from '../../../shared/contract/trust.ts';
import type { TrustedRep } from '../../../shared/contract/trust.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aLiveSession, refuses } from '../server-sessions/sessions-for-tests.ts';

/** As the customer's browser makes it. */
function aKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'), privateKey };
}

describe('Easy Connect', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: RepLink;
  let marta: CustomerLink;
  const key = aKey();
  /** The session that was asked for directly. */
  let direct: { session: SessionId };

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    ana = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    marta = await openCustomerLink(server);
  });
  after(async () => {
    marta.close();
    ana.close();
    await server.stop();
  });

  const answer = (trust: TrustedRep['id'], challenge: string, by: KeyObject = key.privateKey) => {
    const text = signedText(trust, challenge as Parameters<typeof signedText>[1]);
    const signature = sign('sha256', Buffer.from(text), { key: by, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    return { trust, challenge, signature, message: 'It is me again' };
  };
  const theTrust = async () => {
    const [trust] = (await marta.call('trusts.list', {})).trusts;
    assert.ok(trust);
    return trust;
  };

  it('begins when both agree after a session with a code, and after no other [S4-14]', async () => {
    const queued = await aLiveSession(server, ana, 'Queued');
    await refuses(ana.call('trusts.agree', { session: queued.session }), 'not-allowed');
    await ana.call('sessions.end', { session: queued.session });
    queued.customer.close();

    const { session } = await ana.call('sessions.start', { customer: 'Marta' });
    await marta.call('codes.enter', { name: 'Marta', code: session.code?.code ?? '' });
    await ana.call('sessions.end', { session: session.id });
    await marta.call('trusts.agree', { session: session.id, publicKey: key.publicKey });
    assert.deepEqual((await marta.call('trusts.list', {})).trusts, []);
    await ana.call('trusts.agree', { session: session.id });
    await marta.event('trusts.changed', ({ standing }) => standing.customer && standing.rep);
    const trust = await theTrust();
    assert.equal(trust.rep.displayName, 'Ana');
    assert.equal(trust.presence, 'online');
    assert.equal((await ana.call('trusts.list', {})).trusts[0]?.name, 'Marta');
  });

  it('takes only an answer of the browser’s own key, once, and of this browser only [S4-14]', async () => {
    const { id } = await theTrust();
    const { challenge } = await marta.call('trusts.challenge', { trust: id });
    await refuses(marta.call('trusts.ask', answer(id, challenge, aKey().privateKey)), 'not-allowed');
    // The question was used up by the wrong answer.
    await refuses(marta.call('trusts.ask', answer(id, challenge)), 'not-allowed');
    const other = await openCustomerLink(server);
    await refuses(other.call('trusts.challenge', { trust: id }), 'not-found');
    const fresh = (await marta.call('trusts.challenge', { trust: id })).challenge;
    await refuses(other.call('trusts.ask', answer(id, fresh)), 'not-allowed');
    other.close();

    const right = answer(id, fresh);
    const { invitation } = await marta.call('trusts.ask', right);
    assert.equal(invitation.asked, 'Ana');
    const asked = await ana.event('invitations.changed', ({ invitation: { kind } }) => kind === 'direct');
    assert.equal(asked.invitation.message, 'It is me again');
    const { session } = await ana.call('invitations.take', { invitation: asked.invitation.id });
    await marta.event('requests.claimed', ({ session: head }) => head.id === session.id);
    direct = { session: session.id };
    await ana.call('sessions.end', { session: session.id });
    await refuses(marta.call('trusts.ask', right), 'not-allowed');
    // Asked directly, it is over when the session is.
    assert.equal((await marta.call('invitations.mine', {})).invitation, null);
  });

  it('is told when the rep cannot help now', async () => {
    const { id } = await theTrust();
    const { challenge } = await marta.call('trusts.challenge', { trust: id });
    const { invitation } = await marta.call('trusts.ask', answer(id, challenge));
    await ana.call('invitations.pass', { invitation: invitation.id });
    assert.equal((await marta.event('invitations.passed')).rep, 'Ana');
    assert.equal((await marta.call('invitations.mine', {})).invitation, null);
  });

  it('is one for the two, which is told as agreed after the next session and not asked for again [S4-14]', async () => {
    const { id } = await theTrust();
    const { session } = direct;
    const agreed = { possible: true, customer: true, rep: true };
    assert.deepEqual((await marta.call('trusts.of', { session })).standing, agreed);
    assert.deepEqual((await ana.call('trusts.of', { session })).standing, agreed);
    await Promise.all([
      marta.call('trusts.agree', { session, publicKey: key.publicKey }),
      ana.call('trusts.agree', { session }),
    ]);
    assert.deepEqual(
      (await ana.call('trusts.list', {})).trusts.map((trust) => trust.id),
      [id],
    );
  });

  it('ends for both when either takes it back, whatever sessions they have had', async () => {
    const { id } = await theTrust();
    const stranger = await openCustomerLink(server);
    await refuses(stranger.call('trusts.revoke', { trust: id }), 'not-found');
    stranger.close();
    await ana.call('trusts.revoke', { trust: id });
    assert.deepEqual((await marta.call('trusts.list', {})).trusts, []);
    assert.deepEqual((await ana.call('trusts.list', {})).trusts, []);
    await refuses(marta.call('trusts.challenge', { trust: id }), 'not-found');
    const none = { possible: true, customer: false, rep: false };
    assert.deepEqual((await ana.call('trusts.of', direct)).standing, none);
  });
});
