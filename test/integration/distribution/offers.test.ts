import assert from 'node:assert/strict';
import * as v from 'valibot';
import { presenceModels } from '../../../server/presence/presence-model.ts';
import { RequestId } from '../../../shared/contract/identifiers.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { openFloor, until } from './a-floor.ts';
import type { Floor } from './a-floor.ts';

describe('A waiting request', () => {
  let floor: Floor;
  afterEach(() => floor.stop());

  async function threeReps(some: Parameters<typeof openFloor>[1] = {}) {
    floor = await openFloor(['Ana', 'Ines', 'Tomasz'], some);
  }

  it('is put before the rep who has been idle longest, and before the next one after twenty seconds [S0-32]', async () => {
    await threeReps();
    await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta' });
    const { offer } = await floor.snapshot('Ana');
    assert.equal((offer?.dueAt ?? 0) - (offer?.madeAt ?? 0), 20_000);
    floor.clock.at += 20_000;
    await floor.settlesAt({ Ines: 'Marta' });
    assert.deepEqual((await floor.outcomes()).slice(0, 1), ['Ana missed']);
  });

  it('goes at once to the free rep, and the next customer to the next one [S0-33]', async () => {
    await threeReps();
    await floor.ask('Marta');
    await floor.ask('Ruben');
    await floor.settlesAt({ Ana: 'Marta', Ines: 'Ruben' });
    await floor.claim('Ana', 'Marta');
    await floor.claim('Ines', 'Ruben');
    assert.deepEqual((await floor.outcomes()).toSorted(), ['Ana accepted', 'Ines accepted']);
  });

  it('is put before the next rep at once when it is passed on, and not again before whoever passed', async () => {
    await threeReps();
    await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta' });
    await floor.pass('Ana');
    await floor.settlesAt({ Ines: 'Marta' });
    await floor.pass('Ines');
    await floor.pass('Tomasz').catch(() => floor.settlesAt({ Tomasz: 'Marta' }).then(() => floor.pass('Tomasz')));
    await floor.settlesAt({});
    assert.equal((await floor.snapshot('Ana')).requests.length, 1, 'it is in the list all the same');
    floor.clock.at += 60_000;
    await until('another round', async () => Object.values(await floor.offered()).includes('Marta'));
  });

  it('makes a rep Away who misses three offers in a row, who is told why, and is asked no more', async () => {
    floor = await openFloor(['Ana']);
    await floor.ask('Marta');
    for (let misses = 0; misses < 3; misses += 1) {
      await floor.settlesAt({ Ana: 'Marta' });
      floor.clock.at += 20_000;
      await until(
        'the end of the offer',
        async () => (await floor.offers.countDocuments({ state: 'missed' })) > misses,
      );
    }
    await until('Away', async () => (await floor.snapshot('Ana')).presence === 'away');
    const { awayBecause, offer } = await floor.snapshot('Ana');
    assert.deepEqual([awayBecause, offer], ['missed-offers', null]);
    await floor.world.features.repHandlers['presence.set']({ presence: 'online' }, floor.as('Ana'));
    await floor.settlesAt({ Ana: 'Marta' });
    assert.equal((await floor.snapshot('Ana')).awayBecause, null);
  });

  it('counts as missed by nobody when somebody else took it, under “to all”', async () => {
    await threeReps({ policy: 'to-all' });
    await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta', Ines: 'Marta', Tomasz: 'Marta' });
    await floor.claim('Ines', 'Marta');
    await floor.settlesAt({});
    assert.deepEqual((await floor.outcomes()).toSorted(), ['Ana withdrawn', 'Ines accepted', 'Tomasz withdrawn']);
  });

  it('costs nobody their turn who was slower than somebody else, under “to all”', async () => {
    await threeReps({ policy: 'to-all' });
    await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta', Ines: 'Marta', Tomasz: 'Marta' });
    const idleSince = async (name: string) =>
      (
        await presenceModels(floor.world.connection)
          .reps.findOne({ _id: floor.rep(name).id })
          .lean()
      )?.idleSince;
    const before = new Map([
      ['Ana', await idleSince('Ana')],
      ['Ines', await idleSince('Ines')],
    ]);
    floor.clock.at += 5000;
    const claims = await Promise.allSettled([floor.claim('Ana', 'Marta'), floor.claim('Ines', 'Marta')]);
    const [winner, loser] = claims[0].status === 'fulfilled' ? ['Ana', 'Ines'] : ['Ines', 'Ana'];
    assert.deepEqual(claims.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    assert.equal(await idleSince(loser), before.get(loser), 'idle as long as before');
    assert.equal(await idleSince(winner), floor.clock.at);
  });

  it('can be taken from the list while it is put before somebody else, who reads who was faster', async () => {
    await threeReps();
    await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta' });
    assert.equal((await floor.snapshot('Tomasz')).requests[0]?.offeredTo, 'Ana');
    const request = v.parse(RequestId, (await floor.snapshot('Ana')).requests[0]?.id);
    await floor.claim('Tomasz', 'Marta');
    await refuses(
      Promise.resolve(floor.world.features.repHandlers['requests.claim']({ request }, floor.as('Ana'))),
      'already-taken',
      'Taken by Tomasz.',
    );
    assert.deepEqual(await floor.offered(), {});
  });

  it('is put before another rep at once when the browser of the first one vanishes', async () => {
    await threeReps();
    await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta' });
    await floor.leave('Ana');
    await floor.settlesAt({ Ines: 'Marta' });
    assert.deepEqual((await floor.outcomes()).slice(0, 1), ['Ana withdrawn'], 'it was not missed');
  });

  it('comes first when a rep of its channel has said that it presses [S0-31]', async () => {
    floor = await openFloor(['Ana']);
    await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta' });
    await floor.ask('Ruben');
    await floor.ask('Pilar');
    const asked = (await floor.snapshot('Ana')).requests.find(({ name }) => name === 'Pilar');
    const pilar = v.parse(RequestId, asked?.id);
    const { repHandlers } = floor.world.features;
    await repHandlers['requests.setPriority']({ request: pilar, priority: 'high' }, floor.as('Ana'));
    await floor.claim('Ana', 'Marta');
    await floor.settlesAt({ Ana: 'Pilar' });
    const line = (await floor.snapshot('Ana')).requests.map(({ name, position }) => `${position} ${name}`);
    assert.deepEqual(line, ['1 Pilar', '2 Ruben']);
    const stranger = { linkId: 'x', account: { ...floor.rep('Ana'), channels: [] } };
    await refuses(
      Promise.resolve(repHandlers['requests.setPriority']({ request: pilar, priority: 'low' }, stranger)),
      'not-found',
    );
  });

  it('goes to nobody beyond what they may hold: a capacity of their own counts before the channel’s', async () => {
    floor = await openFloor(['Ana', 'Ines'], { availableQueue: 2, capacities: { Ana: 1, Ines: 3 } });
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await floor.ask(name);
    await until('everybody is asked', async () => Object.keys(await floor.offered()).length === 2);
    for (let taken = 0; taken < 4; taken += 1) {
      await until('the next offer', async () => Object.keys(await floor.offered()).length > 0);
      const [[rep, customer] = assert.fail()] = Object.entries(await floor.offered());
      await floor.claim(rep, customer);
    }
    await floor.settlesAt({});
    const sessions = async (name: string) => (await floor.snapshot(name)).sessions.length;
    assert.deepEqual([await sessions('Ana'), await sessions('Ines')], [1, 3]);
    await refuses(floor.claim('Ines', 'Five'), 'at-capacity');
  });

  it('passes on although the server was stopped while the offer ran', async () => {
    await threeReps();
    await floor.ask('Marta');
    await floor.settlesAt({ Ana: 'Marta' });
    const { features } = floor.world;
    await features.stop();
    floor.clock.at += 20_000;
    await features.start();
    await floor.settlesAt({ Ines: 'Marta' });
  });
});
