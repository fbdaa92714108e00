import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { entryClient, extensionClient } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { createRep, finishSetUp, openRepLink, signInRep } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aJoinedHost, aLiveSession } from '../server-sessions/sessions-for-tests.ts';
import { openSignalling, openWith, signallingUrl } from './signalling-links.ts';

describe('A viewer whose rep has lost the right to look', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  /** A rep of their own with a live session, a joined host and one viewer on signalling. */
  async function aWatchedSession(name: string) {
    const rep = await createRep(administrator, { displayName: name });
    const { token } = await signInRep(server, rep);
    const link = await openRepLink(server, token);
    const { customer, session } = await aLiveSession(server, link, `${name}’s customer`);
    const { host } = await aJoinedHost(server, customer, session);
    const [pass, unused] = [await link.call('link.open', { session }), await link.call('link.open', { session })];
    return { rep, token, link, customer, session, host, pass, unused };
  }

  const statusOf = async ({ peer, ticket }: { peer: string; ticket: string }) => {
    const opening = await openSignalling(signallingUrl(server, { id: peer, token: ticket }));
    return 'status' in opening ? opening.status : 'let in';
  };

  it('is cut off when the rep signs out, though the extension closed its own link first', async () => {
    const { token, link, customer, session, host, pass, unused } = await aWatchedSession('Ana');
    const viewer = await openWith(server, pass);
    link.close();
    await link.closed;
    const began = performance.now();
    await extensionClient(server).call('rep.signOut', { token });
    assert.equal(await viewer.closed, 1008);
    assert.equal((await host.event('viewers.revoked')).session, session);
    assert.ok(performance.now() - began < 5000);
    assert.equal(await statusOf(unused), 401);
    for (const open of [customer, host]) open.close();
  });

  it('is cut off when the password changes, and the session goes on for whoever signs in anew', async () => {
    const { rep, customer, session, host, pass } = await aWatchedSession('Ines');
    const viewer = await openWith(server, pass);
    const password = 'quite another password';
    await administrator.panel.call('accounts.setPassword', { id: rep.account.id, password });
    assert.equal(await viewer.closed, 1008);
    await host.event('viewers.revoked');
    const back = await openRepLink(server, (await signInRep(server, { ...rep, password })).token);
    (await openWith(server, await back.call('link.open', { session }))).close();
    for (const open of [customer, host, back]) open.close();
  });

  it('stays when its rep only signs out of the web panel', async () => {
    const { rep, link, customer, host, pass } = await aWatchedSession('Rosa');
    const viewer = await openWith(server, pass);
    const browser: Browser = { cookie: undefined };
    await entryClient(server, browser).call('admin.signIn', { userId: rep.userId, password: rep.password });
    await entryClient(server, browser).call('admin.signOut', {});
    await link.call('snapshot.get', {});
    assert.ok(host.events.every(({ type }) => type !== 'viewers.revoked'));
    viewer.close();
    for (const open of [customer, host, link]) open.close();
  });

  it('ends its sessions when the account is switched off while its extension is away', async () => {
    const { rep, link, customer, host } = await aWatchedSession('Juan');
    link.close();
    await link.closed;
    await administrator.panel.call('accounts.setDisabled', { id: rep.account.id, disabled: true });
    await host.event('session.over');
    assert.equal((await customer.event('sessions.ended')).summary.endReason, 'rep-stopped');
    customer.close();
  });

  it('passes nothing on any more, although it does not answer the goodbye', async () => {
    const { token, link, customer, session, host, pass } = await aWatchedSession('Pia');
    const hostPass = await host.call('link.open', { session });
    const hostEnd = await openWith(server, hostPass);
    const stubborn = new WebSocket(signallingUrl(server, { id: pass.peer, token: pass.ticket }));
    await once(stubborn, 'open');
    // It reads nothing from here on, so it never hears that it should go.
    stubborn.pause();
    await extensionClient(server).call('rep.signOut', { token });
    await host.event('viewers.revoked');
    stubborn.send(JSON.stringify({ type: 'OFFER', dst: hostPass.peer, payload: {} }));
    // The server cuts it off by itself, and its message was there long before.
    const closed = once(stubborn, 'close');
    stubborn.resume();
    await closed;
    assert.ok(hostEnd.messages.every(({ type }) => type !== 'OFFER'));
    for (const open of [customer, host, hostEnd, link]) open.close();
  });
});
