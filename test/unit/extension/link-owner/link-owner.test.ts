import assert from 'node:assert/strict';
import { createOwnerState, viewState } from '../../../../extension/link-owner/owner-state.ts';
import { aDesk, aHead, anOffer, aRequest, clientId, inesSays, requestId, says, session } from '../builders.ts';
import { portPair } from '../port/port-pair.ts';
import { aLinkOwner, settled } from './a-link-owner.ts';
import { fakeServer } from './fake-server.ts';

describe('the link owner', () => {
  it('opens the link with the kept token, and shows views what the server has', async () => {
    const { server, openView } = aLinkOwner();
    const { desk } = openView();
    await settled();
    assert.equal(desk.link.value.at, 'connecting');
    server.open();
    await settled();
    assert.equal(desk.desk.value?.account.displayName, 'Ines');
    assert.equal(desk.clock.now(), 50_000, 'the view goes by the server’s clock');
  });

  it('asks for a sign-in when nobody is signed in', async () => {
    const { openView } = aLinkOwner(fakeServer(), { account: null });
    const { desk } = openView();
    await settled();
    assert.equal(desk.link.value.at, 'signed-out');
  });

  it('orders a notification and a badge when somebody waits, and takes both back when somebody else was faster', async () => {
    const { server, ordersOf } = aLinkOwner();
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'offers.made', offer: anOffer(), request: aRequest() });
    await settled();
    const target = { kind: 'request', request: requestId() };
    assert.deepEqual(
      ordersOf('notice.show').map(({ params }) => params),
      [{ target, title: 'Marta Kowalenko', message: 'Printing · Nothing comes out of the printer', isOffer: true }],
    );
    server.tell({ type: 'requests.claimed', request: requestId(), by: 'Ana Petrescu', mine: false });
    await settled();
    assert.deepEqual(
      ordersOf('notice.withdraw').map(({ params }) => params),
      [target],
    );
    assert.deepEqual(
      ordersOf('badge.show').map(({ params }) => (params as { count: number }).count),
      [0, 1, 0],
    );
  });

  it('says by colour and title of its icon how long people wait, as time passes', async () => {
    const { clock, server, ordersOf } = aLinkOwner();
    await settled();
    server.open();
    await settled();
    // The server's clock is ahead of this computer's.
    server.tell({ type: 'offers.made', offer: anOffer(), request: aRequest({ createdAt: 50_000 }) });
    await settled();
    const shown = () => {
      const { age, title } = (ordersOf('badge.show').at(-1)?.params ?? {}) as { age?: string; title?: string };
      return `${age}: ${title}`;
    };
    const seen = [shown()];
    for (const passedMs of [60_000, 100_000, 150_000]) {
      clock.advance(passedMs);
      await settled();
      seen.push(shown());
    }
    assert.deepEqual(seen, [
      'fresh: RemoteHelp: 1 waiting, for less than a minute',
      'fresh: RemoteHelp: 1 waiting, for 1 min',
      'late: RemoteHelp: 1 waiting, for 2 min',
      'over: RemoteHelp: 1 waiting, for 5 min',
    ]);
  });

  it('shows a request that changes again and again once in 5 seconds, and then as it is', async () => {
    const { clock, server, ordersOf } = aLinkOwner();
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'offers.made', offer: anOffer(), request: aRequest({ reason: 'Printer 0' }) });
    for (let change = 0; change < 20; change += 1) {
      server.tell({ type: 'requests.waiting', request: aRequest({ reason: `Printer ${change}` }) });
      // Another channel and back: the row goes and comes anew.
      if (change % 2 === 0) server.tell({ type: 'queue.moved', order: [], changed: [] });
    }
    await settled();
    const shown = () => ordersOf('notice.show').map(({ params }) => (params as { message: string }).message);
    assert.deepEqual(shown(), ['Printing · Printer 0']);
    clock.advance(5000);
    await settled();
    assert.deepEqual(shown(), ['Printing · Printer 0', 'Printing · Printer 19']);
  });

  it('shows for 5 seconds who took a request', async () => {
    const { clock, server, openView } = aLinkOwner();
    const { desk } = openView();
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'requests.waiting', request: aRequest() });
    server.tell({ type: 'requests.claimed', request: requestId(), by: 'Ana Petrescu', mine: false });
    await settled();
    assert.deepEqual(desk.requests.value[0]?.gone, { how: 'taken', by: 'Ana Petrescu', mine: false });
    clock.advance(5000);
    await settled();
    assert.deepEqual(desk.requests.value, []);
  });

  it('rebuilds a panel that was closed in the middle of a session, with all that was said meanwhile', async () => {
    const entries = [says(1, 'Hello')];
    const server = fakeServer({ 'log.after': () => ({ entries, more: false }), 'chat.read': () => ({}) });
    const { openView } = aLinkOwner(server);
    const first = openView();
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'sessions.changed', session: aHead({ lastSeq: 1 }) });
    await settled();
    await first.client.call('view.look', {
      from: 'panel',
      session: session(),
      chat: true,
      picture: false,
      hidden: false,
    });
    first.close();
    server.tell({ type: 'log.appended', entry: says(2, 'Are you there?') });
    const second = openView();
    await settled();
    assert.deepEqual(
      second.desk.logs.value.get(session())?.map(({ seq }) => seq),
      [1, 2],
    );
    assert.equal(second.desk.wanted.value, session());
  });

  it('notifies of a message only while no view shows its chat, and marks as read what is shown', async () => {
    const server = fakeServer({ 'chat.read': () => ({}) });
    const { openView, ordersOf } = aLinkOwner(server);
    const view = openView();
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'sessions.changed', session: aHead() });
    await view.client.call('view.look', {
      from: 'panel',
      session: session(),
      chat: true,
      picture: false,
      hidden: false,
    });
    server.tell({ type: 'log.appended', entry: says(1, 'Hello') });
    await settled();
    assert.equal(ordersOf('notice.show').length, 0);
    assert.equal(server.asked.filter((operation) => operation === 'chat.read').length, 1);
    view.close();
    server.tell({ type: 'log.appended', entry: says(2, 'Still there?') });
    await settled();
    assert.equal(ordersOf('notice.show').length, 1);
  });

  it('shows an own message at once, and sends it when the server is back', async () => {
    const server = fakeServer({ 'chat.send': () => ({ entry: inesSays(1, 'Hi', { clientId: clientId() }) }) });
    const { openView } = aLinkOwner(server);
    const { desk, client } = openView();
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'sessions.changed', session: aHead() });
    server.lose();
    await settled();
    await client.call('chat.write', { session: session(), clientId: clientId(), text: 'Hi' });
    await settled();
    assert.equal(desk.unsent.value[0]?.text, 'Hi');
    server.open();
    await settled();
    assert.deepEqual(desk.unsent.value, []);
    assert.equal(desk.logs.value.get(session())?.length, 1);
  });

  it('shows the session of a clicked notification in whatever panel opens next', async () => {
    const { owner, server, openView } = aLinkOwner(fakeServer({ 'requests.claim': () => ({ session: aHead() }) }));
    await settled();
    server.open();
    await settled();
    const reply = await owner.answerWorker({ operation: 'notice.claim', params: { request: requestId() } });
    assert.equal(reply.ok, true);
    const { desk } = openView();
    await settled();
    assert.equal(desk.wanted.value, session());
    assert.equal(desk.sessions.value[0]?.head.customer.name, 'Marta Kowalenko');
  });

  it('signs out and says why when the server lets go of the account', async () => {
    const { server, openView } = aLinkOwner();
    const { desk } = openView();
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'account.revoked', text: 'Your password was changed.' });
    await settled();
    assert.ok(desk.link.value.at === 'signed-out');
    assert.equal(desk.link.value.because, 'Your password was changed.');
    assert.equal(desk.desk.value, null);
  });

  it('leaves a chat as it is while a link owner that died is made anew', async () => {
    const server = fakeServer({ 'chat.read': () => ({}) });
    const { openView } = aLinkOwner(server);
    const { desk } = openView();
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'sessions.changed', session: aHead() });
    server.tell({ type: 'log.appended', entry: says(1, 'Hello') });
    await settled();
    const empty = createOwnerState();
    desk.apply({ type: 'snapshot', state: viewState(empty) });
    assert.equal(desk.link.value.at, 'starting');
    assert.equal(desk.logs.value.get(session())?.length, 1);
    desk.apply({ type: 'log.grew', session: session(), entries: [says(1, 'Hello'), says(2, 'Still there?')] });
    assert.deepEqual(
      desk.logs.value.get(session())?.map(({ seq }) => seq),
      [1, 2],
    );
  });

  it('leaves a call running while a link owner that died is made anew, and asks its window of it', async () => {
    const server = fakeServer();
    const { openView } = aLinkOwner(server);
    const { desk, client } = openView();
    await settled();
    server.open();
    await settled();
    await client.call('call.here', { call: { session: session(), askedAt: 5000, camera: false } });
    await settled();
    const running = desk.call.value;
    assert.equal(running?.session, session());
    const heard: string[] = [];
    desk.onCall(({ type }) => heard.push(type));
    const anew = createOwnerState();
    desk.apply({ type: 'snapshot', state: viewState(anew) });
    anew.desk.value = aDesk();
    desk.apply({ type: 'snapshot', state: viewState(anew) });
    assert.equal(desk.call.value, running);
    assert.deepEqual(heard, ['call.unknown', 'call.unknown']);
    anew.call.value = null;
    desk.apply({ type: 'snapshot', state: viewState(anew) });
    assert.equal(desk.call.value, null);
  });

  it('refuses and counts what is no message of a view', async () => {
    const { owner } = aLinkOwner();
    const [near, far] = portPair();
    owner.views.admit(far);
    for (const message of [null, 'token', { type: 'token' }, { id: 1, call: { operation: 'stored.read', params: {} } }])
      near.post(message);
    await settled();
    assert.equal(owner.views.refused, 4);
  });
});
