/** What must hold whatever happens: random channels, reps, lines and offers. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseOffers, restAfterPassMs } from '../../../../server/distribution/choose-offers.ts';
import type { Candidate, OffersInput, Waiting } from '../../../../server/distribution/choose-offers.ts';
import { hasRoom } from '../../../../server/queue/channel-status.ts';
import { countsAsWaitingSince } from '../../../../server/queue/queue-order.ts';
import { OfferPolicy, Priority } from '../../../../shared/contract/queue-settings.ts';
import { aCandidate, aChannel, aWaiting, anOpenOffer, channel, rep } from './offers-input.ts';

const letters = 'abcdefgh'.split('');
const numbers = '123456789'.split('');
const now = 10_000_000;

const someRep = (letter: string) =>
  fc
    .record({
      loggedIn: fc.boolean(),
      chosen: fc.constantFrom('online' as const, 'online' as const, 'away' as const),
      activeSessions: fc.nat(4),
      capacity: fc.integer({ min: 1, max: 4 }),
      idleSince: fc.nat(1000),
      offeredAt: fc.nat(1000),
    })
    .map((some): Candidate => aCandidate(letter, some));

const someTry = fc.record({
  account: fc.constantFrom(...letters).map(rep),
  at: fc.integer({ min: now - 2 * restAfterPassMs, max: now }),
  how: fc.constantFrom('missed' as const, 'passed' as const),
});

const someWaiting = (letter: string, of: string) =>
  fc
    .record({
      createdAt: fc.nat(now),
      priority: fc.constantFrom(...Priority.options),
      tried: fc.array(someTry, { maxLength: 4 }),
    })
    .map((some): Waiting => aWaiting(letter, { ...some, channel: channel(of) }));

/** Two channels that share their reps. */
const situations = fc
  .tuple(
    fc.tuple(...letters.map(someRep)),
    fc.tuple(...numbers.map((number, at) => someWaiting(number, at % 2 === 0 ? 'x' : 'y'))),
    fc.record({ x: fc.subarray(letters), y: fc.subarray(letters) }),
    fc.record({ x: fc.constantFrom(...OfferPolicy.options), y: fc.constantFrom(...OfferPolicy.options) }),
    fc.subarray(letters),
    fc.subarray(letters.map((letter, at) => anOpenOffer(numbers[at] ?? '1', letter))),
  )
  .map(([reps, waiting, members, policies, reachable, open]): OffersInput => {
    const of = (name: 'x' | 'y') =>
      aChannel({
        policy: policies[name],
        line: waiting.filter((one) => one.channel === channel(name)),
        reps: reps.filter(({ account }) => members[name].map(rep).includes(account)),
      });
    const channels = new Map([
      [channel('x'), of('x')],
      [channel('y'), of('y')],
    ]);
    // Each offer names the channel of its request.
    const rightly = open.map((offer) => ({
      ...offer,
      channel: waiting.find(({ _id }) => _id === offer.request)?.channel ?? channel('x'),
    }));
    return { now, priorityMinutes: 10, channels, open: rightly, reachable: new Set(reachable.map(rep)) };
  });

const repIn = (input: OffersInput, of: string, account: string) =>
  input.channels.get(channel(of))?.reps.find((one) => one.account === account);

describe('Whatever the queue looks like', () => {
  it('no rep is offered a customer beyond their capacity, nor two at once', () => {
    fc.assert(
      fc.property(situations, (input) => {
        const { make, withdraw } = chooseOffers(input);
        const gone = new Set(withdraw.map(({ _id }) => _id));
        const asked = [...input.open.filter(({ _id }) => !gone.has(_id)), ...make].map((offer) => offer.rep);
        assert.equal(new Set(asked).size, asked.length);
        for (const { rep: account, channel: of } of make) {
          const candidate = repIn(input, of[0] ?? '', account);
          assert.ok(candidate !== undefined && hasRoom(candidate) && input.reachable.has(account));
        }
      }),
    );
  });

  it('nobody is overtaken by somebody of equal priority who came later', () => {
    fc.assert(
      fc.property(situations, (input) => {
        const { make, withdraw } = chooseOffers(input);
        const gone = new Set(withdraw.map(({ _id }) => _id));
        const standing = [...input.open.filter(({ _id }) => !gone.has(_id)), ...make];
        for (const { channel: of, request, rep: account } of make) {
          const line = input.channels.get(of)?.line ?? [];
          const served = line.find(({ _id }) => _id === request);
          const overtaken = line.filter(
            (one) =>
              one.priority === served?.priority &&
              one.createdAt < served.createdAt &&
              standing.every((offer) => offer.request !== one._id) &&
              // Who has just passed on somebody is not asked about them again at once.
              !one.tried.some(
                (past) => past.account === account && past.how === 'passed' && now - past.at < restAfterPassMs,
              ),
          );
          assert.deepEqual(overtaken, []);
        }
      }),
    );
  });

  it('whoever waits long enough comes before every newer request, however pressing', () => {
    fc.assert(
      fc.property(
        fc.nat(now),
        fc.constantFrom(...Priority.options),
        fc.constantFrom(...Priority.options),
        (createdAt, mine, theirs) => {
          const longestLeadMs = 6 * 10 * 60_000;
          const me = countsAsWaitingSince({ createdAt, priority: mine }, 'normal', 10);
          const newer = countsAsWaitingSince(
            { createdAt: createdAt + longestLeadMs + 1, priority: theirs },
            'urgent',
            10,
          );
          assert.ok(me < newer);
        },
      ),
    );
  });

  it('a request alone is put before one rep only, unless its channel asks all', () => {
    fc.assert(
      fc.property(situations, (input) => {
        const { make } = chooseOffers(input);
        for (const offer of make.filter(({ exclusive }) => exclusive)) {
          assert.equal(make.filter(({ request }) => request === offer.request).length, 1);
        }
      }),
    );
  });
});
