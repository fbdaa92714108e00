/**
 * Eight processes, each with its own connection to the one real store process and the server's own features as they are
 * put together at a start: models, queue, offers, sessions, presences. Two things of a server are left out, because eight
 * of it on one store do not know of each other's links yet: the edge, so that the claims are called and not sent, and
 * what runs by itself (deadlines, reconciling).
 */
import assert from 'node:assert/strict';
import type { AccountId, RequestId } from '../../../shared/contract/identifiers.ts';
import { startClaimProcesses } from './claim-processes.ts';
import type { Claimed, ClaimProcesses } from './claim-processes.ts';
import { customersInLine, emptyLine, recount } from './claim-trials.ts';
import { featuresInProcess } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

/** Requests; every one is claimed eight times, which is ten thousand claims. */
const trials = 1250;
const trialsInRound = 50;
const names = ['Ana', 'Ines', 'Tomasz', 'Wale', 'Mei', 'Jonas', 'Fatima', 'Luc'];

describe('Eight reps, each at a server process of their own', function () {
  this.timeout(600_000);
  let world: FeaturesInProcess;
  let processes: ClaimProcesses | undefined;

  before(async () => {
    world = await featuresInProcess({ repNames: names, availableQueue: trialsInRound });
    // What distributes here besides would only take cores from those who claim.
    await world.features.stop();
    processes = await startClaimProcesses(world, world.uri);
  });
  after(async () => {
    await processes?.stop();
    await world.stop();
  });

  /** Who has won this request; everybody else has been told so. */
  function winnerOf(claims: readonly Claimed[], index: number): AccountId {
    const refusals = claims.map(({ refusals: all }) => all[index]);
    const winners = world.reps.filter((_, at) => refusals[at] === null);
    const [winner] = winners;
    assert.ok(winner !== undefined && winners.length === 1, `won by ${winners.length}: ${refusals.join(' ')}`);
    const told = refusals.filter((refusal) => refusal === `Taken by ${winner.displayName}.`);
    assert.equal(told.length, names.length - 1, refusals.join(' '));
    return winner.id;
  }

  it('are always one winner and seven who are told by whom in ten thousand claims, and the seats count up [F4]', async () => {
    let racing = 0;
    for (let done = 0; done < trials; done += trialsInRound) {
      const requests = await customersInLine(world, trialsInRound);
      const claims = (await processes?.claim(requests)) ?? [];
      const winners = requests.map((request, index): [RequestId, AccountId] => [request, winnerOf(claims, index)]);
      await recount(world, new Map(winners));
      racing += claims.reduce((sum, claim) => sum + claim.racing, 0);
      await emptyLine(world);
    }
    // That they have really met: most requests were reached by more than the one who won.
    assert.ok(racing > 2 * trials, `${racing} claims met at ${trials} requests`);
  });
});
