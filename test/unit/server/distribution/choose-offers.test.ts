import assert from 'node:assert/strict';
import { chooseOffers, restAfterPassMs } from '../../../../server/distribution/choose-offers.ts';
import type { OfferToMake } from '../../../../server/distribution/choose-offers.ts';
import { aCandidate, aChannel, aWaiting, anOpenOffer, inputOf, rep, request } from './offers-input.ts';

const pairs = (offers: readonly OfferToMake[]) => offers.map((offer) => `${offer.request[0]}→${offer.rep[0]}`);
const choice = (...given: Parameters<typeof inputOf>) => pairs(chooseOffers(inputOf(...given)).make);

describe('The choice of the rep to whom a request is offered', () => {
  it('falls on the rep who has been idle longest', () => {
    const reps = [aCandidate('a', { idleSince: 200 }), aCandidate('b', { idleSince: 100 })];
    assert.deepEqual(choice(aChannel({ line: [aWaiting('1')], reps })), ['1→b']);
  });

  it('takes a rep with nobody before one who has somebody, however short the pause was', () => {
    const reps = [aCandidate('a', { activeSessions: 1, idleSince: 1 }), aCandidate('b', { idleSince: 900 })];
    assert.deepEqual(choice(aChannel({ line: [aWaiting('1')], reps })), ['1→b']);
  });

  it('goes round when it is set so, whoever was asked longest ago', () => {
    const reps = [aCandidate('a', { offeredAt: 50 }), aCandidate('b', { offeredAt: 40, idleSince: 900 })];
    assert.deepEqual(choice(aChannel({ policy: 'round-robin', line: [aWaiting('1')], reps })), ['1→b']);
  });

  it('falls on the rep with the fewest sessions when it is set so', () => {
    const reps = [
      aCandidate('a', { activeSessions: 2, idleSince: 1, capacity: 5 }),
      aCandidate('b', { activeSessions: 1 }),
    ];
    assert.deepEqual(choice(aChannel({ policy: 'fewest-sessions', line: [aWaiting('1')], reps })), ['1→b']);
  });

  it('is everybody who has room under “to all”, and the next request waits for its turn', () => {
    const reps = [aCandidate('a'), aCandidate('b'), aCandidate('c', { activeSessions: 2 })];
    const line = [aWaiting('1'), aWaiting('2', { createdAt: 1 })];
    assert.deepEqual(choice(aChannel({ policy: 'to-all', line, reps })), ['1→a', '1→b']);
  });

  const unfit = {
    'is Away': aCandidate('a', { chosen: 'away' }),
    'is not logged in': aCandidate('a', { loggedIn: false }),
    'has as many customers as they may': aCandidate('a', { activeSessions: 2 }),
    'has a smaller capacity of their own': aCandidate('a', { activeSessions: 1, capacity: 1 }),
  };
  for (const [why, candidate] of Object.entries(unfit)) {
    it(`never falls on a rep who ${why}`, () => {
      assert.deepEqual(choice(aChannel({ line: [aWaiting('1')], reps: [candidate] })), []);
    });
  }

  it('never falls on a rep whose browser is gone, though they count as logged in for a moment', () => {
    const channel = aChannel({ line: [aWaiting('1')], reps: [aCandidate('a')] });
    assert.deepEqual(choice(channel, { reachable: new Set() }), []);
  });

  it('gives a rep one offer at a time, and serves the line in its order', () => {
    const line = [aWaiting('1'), aWaiting('2', { createdAt: 1 }), aWaiting('3', { createdAt: 2 })];
    const reps = [aCandidate('a'), aCandidate('b', { idleSince: 5 })];
    assert.deepEqual(choice(aChannel({ line, reps })), ['1→a', '2→b']);
    const open = [anOpenOffer('1', 'a')];
    assert.deepEqual(choice(aChannel({ line, reps }), { open }), ['2→b']);
  });

  it('passes over who had the request and missed it, as long as there are others', () => {
    const missed = aWaiting('1', { tried: [{ account: rep('a'), at: 10, how: 'missed' }] });
    const reps = [aCandidate('a'), aCandidate('b', { idleSince: 900 })];
    assert.deepEqual(choice(aChannel({ line: [missed], reps })), ['1→b']);
    assert.deepEqual(choice(aChannel({ line: [missed], reps: [aCandidate('a')] })), ['1→a'], 'nobody else is there');
  });

  it('leaves a rep who passed in peace with it for a minute', () => {
    const passed = aWaiting('1', { tried: [{ account: rep('a'), at: 1000, how: 'passed' }] });
    const channel = aChannel({ line: [passed], reps: [aCandidate('a')] });
    assert.deepEqual(choice(channel, { now: 1000 + restAfterPassMs - 1 }), []);
    assert.deepEqual(choice(channel, { now: 1000 + restAfterPassMs }), ['1→a']);
  });

  it('never falls on the rep who gives the session on, or has left it in line', () => {
    const reps = [aCandidate('a'), aCandidate('b', { idleSince: 100 })];
    for (const why of ['transfer', 'left'] as const) {
      const line = [aWaiting('1', { takeover: { from: rep('a'), why } })];
      assert.deepEqual(choice(aChannel({ line, reps })), ['1→b']);
    }
    assert.deepEqual(choice(aChannel({ line: [aWaiting('1', { takeover: { from: rep('a') } })], reps })), ['1→a']);
  });

  it('is made with the deadline of the channel', () => {
    const channel = aChannel({ line: [aWaiting('1')], reps: [aCandidate('a')], offerSeconds: 45 });
    assert.equal(chooseOffers(inputOf(channel)).make[0]?.seconds, 45);
  });
});

describe('An offer that stands', () => {
  const reps = [aCandidate('a')];
  const withdrawn = (channel: ReturnType<typeof aChannel>) =>
    chooseOffers(inputOf(channel, { open: [anOpenOffer('1', 'a')] })).withdraw.length;

  it('is withdrawn when the customer waits no longer, or the rep has gone Away or filled up', () => {
    assert.equal(withdrawn(aChannel({ line: [], reps })), 1);
    assert.equal(withdrawn(aChannel({ line: [aWaiting('1')], reps: [aCandidate('a', { chosen: 'away' })] })), 1);
    assert.equal(withdrawn(aChannel({ line: [aWaiting('1')], reps: [aCandidate('a', { activeSessions: 2 })] })), 1);
  });

  it('stays while both are there', () => {
    assert.equal(withdrawn(aChannel({ line: [aWaiting('1')], reps })), 0);
  });

  it('makes room for the next request of its rep once it is withdrawn', () => {
    const line = [aWaiting('2')];
    const plan = chooseOffers(inputOf(aChannel({ line, reps }), { open: [anOpenOffer('1', 'a')] }));
    assert.deepEqual([plan.withdraw[0]?.request, pairs(plan.make)], [request('1'), ['2→a']]);
  });
});
