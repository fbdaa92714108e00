import assert from 'node:assert/strict';
import type { Account } from '../../../shared/contract/account.ts';
import type { AccountId, RequestId } from '../../../shared/contract/identifiers.ts';
import { customersInLine, emptyLine, recount, seatsTaken } from './claim-trials.ts';
import { featuresInProcess } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

const trials = 10_000;
const trialsInRound = 100;

describe('Two reps who take the same request at the same instant', function () {
  // A minute on a quiet machine; every trial is a dozen durable operations.
  this.timeout(600_000);
  let world: FeaturesInProcess;

  afterEach(() => world.stop());

  const claim = async (account: Account, request: RequestId) =>
    world.features.repHandlers['requests.claim']({ request }, { linkId: account.id, account });

  /** Both claim; gives the winner. */
  async function tryOnce(request: RequestId): Promise<[RequestId, AccountId]> {
    const claims = await Promise.allSettled(world.reps.map((rep) => claim(rep, request)));
    const winner = world.reps.find((_, at) => claims[at]?.status === 'fulfilled');
    const refusals = claims.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
    assert.ok(winner, String(refusals[0]));
    assert.deepEqual(
      refusals.map(({ message }) => message),
      [`Taken by ${winner.displayName}.`],
    );
    return [request, winner.id];
  }

  it('are always one winner and one who is told by whom, and the seats count up to the sessions [F3]', async () => {
    world = await featuresInProcess({ repNames: ['Ana Petrescu', 'Ines'], availableQueue: trialsInRound });
    for (let done = 0; done < trials; done += trialsInRound) {
      const requests = await customersInLine(world, trialsInRound);
      await recount(world, new Map(await Promise.all(requests.map(tryOnce))));
      await emptyLine(world);
    }
  });

  it('never get more sessions than their channel lets them have at once', async () => {
    world = await featuresInProcess({ repNames: ['Ana', 'Ines'], availableQueue: 3 });
    const requests = await customersInLine(world, 20);
    const claims = await Promise.allSettled(
      requests.flatMap((request) => world.reps.map((rep) => claim(rep, request))),
    );
    const won = claims.filter(({ status }) => status === 'fulfilled').length;
    const seats = [...(await seatsTaken(world)).values()];
    assert.ok(
      seats.every((taken) => taken <= 3),
      String(seats),
    );
    assert.equal(
      seats.reduce((sum, taken) => sum + taken, 0),
      won,
    );
    const refusals = claims.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as { code: string }] : [],
    );
    // Whether two meet at one request before both are full is chance; that both are full in the end is not.
    const codes = new Set(refusals.map(({ code }) => code));
    assert.ok(codes.delete('at-capacity'));
    assert.deepEqual(
      [...codes].filter((code) => code !== 'already-taken'),
      [],
    );
    // Who loses a request gives the seat back too late for the claims that were refused meanwhile.
    assert.ok(won >= 1 && won <= 6, String(won));
  });
});
