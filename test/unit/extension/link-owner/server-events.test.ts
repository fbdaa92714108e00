import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createOwnerState } from '../../../../extension/link-owner/owner-state.ts';
import { createServerEvents } from '../../../../extension/link-owner/server-events.ts';
import { OfferId, SessionId } from '../../../../shared/contract/identifiers.ts';
import { LogEntry } from '../../../../shared/contract/session-log.ts';
import { aDesk, anOffer, aRequest, aReservation, channelId, requestId, reservationId } from '../builders.ts';

const session = v.parse(SessionId, 'aaaaaaaaaaaaaaaaaaaaaa');

function anOwner() {
  const state = createOwnerState();
  const asked = { queue: 0 };
  const timers: (() => void)[] = [];
  const take = createServerEvents({
    state,
    book: { putEntries: () => {}, putHead: () => {} } as unknown as Parameters<typeof createServerEvents>[0]['book'],
    onRevoked: () => {},
    onTrusts: () => undefined,
    onTeam: () => undefined,
    onMembers: () => undefined,
    onWhiteboard: () => undefined,
    onCallPeers: () => undefined,
    onPaper: () => undefined,
    onQueueUnknown: () => void (asked.queue += 1),
    after: (_delayMs, run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
  });
  return { state, take, timers, asked };
}

function chatBy(kind: 'customer' | 'rep') {
  const by = { kind, name: 'Marta' };
  return v.parse(LogEntry, {
    session,
    seq: 1,
    at: 0,
    by,
    audience: 'all',
    clientId: null,
    kind: 'chat',
    text: 'Hello',
  });
}

describe('what the rep is told of typing', () => {
  const typing = { type: 'chat.typing', session, by: 'customer', name: 'Marta', typing: true } as const;

  it('ends when the message has come', () => {
    const { state, take } = anOwner();
    take(typing);
    assert.deepEqual(state.typing.value, [{ session, name: 'Marta' }]);
    take({ type: 'log.appended', entry: chatBy('rep') });
    assert.equal(state.typing.value.length, 1);
    take({ type: 'log.appended', entry: chatBy('customer') });
    assert.deepEqual(state.typing.value, []);
  });

  it('ends by itself when nothing comes', () => {
    const { state, take, timers } = anOwner();
    take(typing);
    timers.forEach((run) => run());
    assert.deepEqual(state.typing.value, []);
  });
});

describe('what the rep is offered', () => {
  it('is known with its request, and gone when the offer is closed', () => {
    const { state, take } = anOwner();
    state.desk.value = aDesk();
    take({ type: 'offers.made', offer: anOffer(), request: aRequest() });
    assert.deepEqual([state.desk.value?.offer, state.requests.value.length], [anOffer(), 1]);
    take({ type: 'offers.closed', offer: anOffer().id, how: 'withdrawn' });
    assert.deepEqual([state.desk.value?.offer, state.requests.value.length], [null, 1]);
  });

  it('is not closed by the end of an offer before it, which comes late', () => {
    const { state, take } = anOwner();
    state.desk.value = aDesk({ offer: anOffer() });
    take({ type: 'offers.closed', offer: v.parse(OfferId, 'b'.repeat(22)), how: 'missed' });
    assert.deepEqual(state.desk.value?.offer, anOffer());
  });

  it('ends with the word that three offers were missed', () => {
    const { state, take } = anOwner();
    state.desk.value = aDesk();
    take({ type: 'presence.changed', presence: 'away', because: 'missed-offers' });
    assert.deepEqual([state.desk.value?.presence, state.desk.value?.awayBecause], ['away', 'missed-offers']);
  });
});

describe('what the rep is told of the server’s disk', () => {
  it('is shown from when it is full until there is room', () => {
    const { state, take } = anOwner();
    state.desk.value = aDesk();
    take({ type: 'store.readOnly', readOnly: true });
    assert.equal(state.desk.value?.readOnly, true);
    take({ type: 'store.readOnly', readOnly: false });
    assert.equal(state.desk.value?.readOnly, false);
  });
});

describe('a rep’s channels', () => {
  const [printing, hardware] = [channelId('printing'), channelId('hardware')];
  const account = (channels: (typeof printing)[]) => ({ ...aDesk().account, channels });
  const ofChannel = (channel: typeof printing) => aReservation({ id: reservationId(channel), channel });

  function inBoth() {
    const owner = anOwner();
    owner.state.desk.value = aDesk({ account: account([printing, hardware]) });
    for (const channel of [printing, hardware]) {
      owner.take({ type: 'requests.waiting', request: aRequest({ id: requestId(channel), channel }) });
      owner.take({ type: 'reservations.changed', reservation: ofChannel(channel) });
    }
    return owner;
  }

  it('take what belongs to them out of sight at once when they are taken away, and have the rest asked for', () => {
    const { state, take, asked } = inBoth();
    take({ type: 'account.changed', account: account([hardware]) });
    assert.deepEqual(
      state.reservations.value.map(({ reservation }) => reservation.channel),
      [hardware],
    );
    assert.deepEqual(
      state.requests.value.map(({ request }) => request.channel),
      [hardware],
    );
    assert.equal(asked.queue, 1);
  });

  it('have the queue asked for when one is added, and nothing when only a name has changed', () => {
    const { state, take, asked } = inBoth();
    take({ type: 'account.changed', account: { ...account([hardware, printing]), displayName: 'Inês' } });
    assert.equal(asked.queue, 0);
    take({ type: 'account.changed', account: account([printing, hardware, channelId('third')]) });
    assert.equal(asked.queue, 1);
    assert.equal(state.reservations.value.length, 2);
  });
});

describe('a move of the queue', () => {
  it('that names somebody of whom nothing is known has the whole queue asked for', () => {
    const { state, take, asked } = anOwner();
    const [marta, ruben] = [aRequest({ id: requestId('marta') }), aRequest({ id: requestId('ruben') })];
    take({ type: 'queue.moved', order: [marta.id], changed: [marta] });
    assert.equal(asked.queue, 0);
    take({ type: 'queue.moved', order: [ruben.id, marta.id], changed: [] });
    assert.equal(asked.queue, 1);
    assert.deepEqual(
      state.requests.value.map(({ request }) => request.id),
      [marta.id],
    );
  });
});
