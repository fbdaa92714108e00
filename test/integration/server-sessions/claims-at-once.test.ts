import assert from 'node:assert/strict';
import { requestModel } from '../../../server/queue/request-model.ts';
import type { RequestRecord } from '../../../server/queue/request-model.ts';
import { newId } from '../../../server/secrets/random.ts';
import { logEntryModels } from '../../../server/session-log/log-entry-model.ts';
import { presenceModels } from '../../../server/presence/presence-model.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import type { Account } from '../../../shared/contract/account.ts';
import { RequestId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

const trials = 10_000;
/** Each round begins on an empty server, so that the last trials are as quick as the first. */
const trialsInRound = 50;

describe('Two reps who take the same request at the same instant', function () {
  // A minute on a quiet machine; every trial is a dozen durable operations.
  this.timeout(420_000);
  let world: FeaturesInProcess;

  afterEach(() => world.stop());

  /** Customers in line, as their requests are stored. */
  async function customersInLine(count: number): Promise<RequestId[]> {
    const { id: channel, name: channelName } = world.channel;
    const waiting = Array.from({ length: count }, (): RequestRecord => ({
      _id: newId(RequestId),
      browser: aBrowser(),
      channel,
      channelName,
      name: 'Marta',
      email: '',
      phone: '',
      reason: 'Printer',
      message: '',
      createdAt: Date.now(),
      placeAtStart: 1,
      priority: 'normal',
      tried: [],
      state: 'waiting',
    }));
    await requestModel(world.connection).insertMany(waiting);
    return waiting.map(({ _id }) => _id);
  }

  const claim = async (account: Account, request: RequestId) =>
    world.features.repHandlers['requests.claim']({ request }, { linkId: account.id, account });

  /** Both claim; gives the winner. */
  async function tryOnce(request: RequestId): Promise<Account> {
    const claims = await Promise.allSettled(world.reps.map((rep) => claim(rep, request)));
    const winner = world.reps.find((_, at) => claims[at]?.status === 'fulfilled');
    const refusals = claims.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
    assert.ok(winner, String(refusals[0]));
    assert.deepEqual(
      refusals.map(({ message }) => message),
      [`Taken by ${winner.displayName}.`],
    );
    return winner;
  }

  async function seatsTaken(): Promise<Map<string, number>> {
    const standings = await presenceModels(world.connection).reps.find({}).lean();
    return new Map(standings.map(({ _id, seats }) => [_id, seats.length]));
  }

  /** What the sessions themselves say, against the seats that the claims counted. */
  async function recount(wins: readonly Account[]) {
    const sessions = sessionModel(world.connection);
    const seats = await seatsTaken();
    for (const { id } of world.reps) {
      const live = await sessions.countDocuments({ owner: id, state: 'live' });
      const won = wins.filter((winner) => winner.id === id).length;
      assert.deepEqual([won, seats.get(id)], [live, live]);
    }
    assert.equal(await sessions.countDocuments({}), wins.length);
  }

  async function emptyServer() {
    await sessionModel(world.connection).deleteMany({});
    await requestModel(world.connection).deleteMany({});
    await logEntryModels(world.connection).entries.deleteMany({});
    await presenceModels(world.connection).reps.updateMany({}, { $set: { seats: [] } });
  }

  it('are always one winner and one who is told by whom, and the seats count up to the sessions [F3]', async () => {
    world = await featuresInProcess({ repNames: ['Ana Petrescu', 'Ines'], availableQueue: trialsInRound });
    for (let done = 0; done < trials; done += trialsInRound) {
      await recount(await Promise.all((await customersInLine(trialsInRound)).map(tryOnce)));
      await emptyServer();
    }
  });

  it('never get more sessions than their channel lets them have at once', async () => {
    world = await featuresInProcess({ repNames: ['Ana', 'Ines'], availableQueue: 3 });
    const requests = await customersInLine(20);
    const claims = await Promise.allSettled(
      requests.flatMap((request) => world.reps.map((rep) => claim(rep, request))),
    );
    const won = claims.filter(({ status }) => status === 'fulfilled').length;
    const seats = [...(await seatsTaken()).values()];
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
