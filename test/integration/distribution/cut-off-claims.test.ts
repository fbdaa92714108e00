/** A claim that was cut off in the middle, by a crash or because the store went away, while others go on working. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { deadlineModel } from '../../../server/deadlines/deadline-model.ts';
import { reconcileEveryMs } from '../../../server/distribution/reconcile.ts';
import { presenceModels } from '../../../server/presence/presence-model.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { newId } from '../../../server/secrets/random.ts';
import { SessionId } from '../../../shared/contract/identifiers.ts';
import { openFloor, until } from './a-floor.ts';
import type { Floor } from './a-floor.ts';

const withinMs = 10_000;

describe('A claim that was cut off', () => {
  let floor: Floor;
  beforeEach(async () => {
    floor = await openFloor(['Ana', 'Ines'], { availableQueue: 1 });
  });
  afterEach(() => floor.stop());

  const seatsOf = async (name: string) => {
    const { reps } = presenceModels(floor.world.connection);
    return (await reps.findOne({ _id: floor.rep(name).id }).lean())?.seats ?? [];
  };

  /** Lets ten seconds pass, and everything that runs by itself with them. */
  async function tenSeconds() {
    const deadlines = deadlineModel(floor.world.connection);
    for (let passed = 0; passed + reconcileEveryMs <= withinMs; passed += reconcileEveryMs) {
      floor.clock.at += reconcileEveryMs;
      await until('the comparison', async () => {
        const next = await deadlines.findOne({ kind: 'queue-reconciled' }).lean();
        // Claimed deadlines stand a minute ahead while they are handled.
        return next !== null && next.dueAt > floor.clock.at && next.dueAt <= floor.clock.at + reconcileEveryMs;
      });
    }
  }

  it('gives the customer their place back and the rep their seat, within ten seconds [F5]', async () => {
    const marta = await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta' });
    // Ana's server died after it had taken the seat and the request, and before there was a session.
    const session = newId(SessionId);
    const { reps } = presenceModels(floor.world.connection);
    await reps.updateOne({ _id: floor.rep('Ana').id }, { $addToSet: { seats: session } });
    await requestModel(floor.world.connection).updateOne(
      { browser: marta },
      { $set: { state: 'claimed', claimedBy: floor.rep('Ana').id, settledAt: floor.clock.at, session } },
    );
    assert.notEqual((await floor.stateOf(marta)).at, 'waiting');
    await tenSeconds();
    assert.equal((await floor.stateOf(marta)).at, 'waiting');
    assert.deepEqual(await seatsOf('Ana'), []);
    await until('an offer', async () => Object.values(await floor.offered()).includes('Marta'));
  });

  it('counts a session that is there, although its seat was lost', async () => {
    await floor.ask('Marta');
    const { session } = await floor.claim('Ana', 'Marta');
    const { reps } = presenceModels(floor.world.connection);
    await reps.updateOne({ _id: floor.rep('Ana').id }, { $set: { seats: [] } });
    await tenSeconds();
    assert.deepEqual(await seatsOf('Ana'), [v.parse(SessionId, session.id)]);
  });
});
