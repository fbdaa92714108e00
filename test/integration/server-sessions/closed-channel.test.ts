import assert from 'node:assert/strict';
import { requestModel } from '../../../server/queue/request-model.ts';
import { reservationModel } from '../../../server/reservations/reservation-model.ts';
import { aReservationForm } from '../server-reservations/reservations-for-tests.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('A channel that is removed', () => {
  let world: FeaturesInProcess;
  beforeEach(async () => {
    world = await featuresInProcess({ repNames: ['Ana'] });
  });
  afterEach(() => world.stop());

  const page = () => world.features.customerHandlers;
  const form = () => ({
    channel: world.channel.id,
    name: 'Marta',
    email: '',
    phone: '',
    reason: 'Printer',
    message: '',
  });

  function anOpenPage() {
    const browser = aBrowser();
    world.browsers.add(browser);
    return pageOf(browser);
  }

  it('sends home who asked in the moment before', async () => {
    const marta = anOpenPage();
    await page()['requests.ask'](form(), marta);
    world.channels.delete(world.channel.id);
    await world.features.channelRemoved(world.channel.id);
    assert.equal((await page()['page.open']({}, marta)).state.at, 'start');
    await refuses(Promise.resolve(page()['requests.ask'](form(), marta)), 'not-found', /channel is gone/);
  });

  it('keeps nobody who came into line just after it was gone', async () => {
    const marta = anOpenPage();
    const requests = requestModel(world.connection);
    const { create } = requests;
    requests.create = (async (...args: Parameters<typeof create>) => {
      requests.create = create;
      world.channels.delete(world.channel.id);
      await world.features.channelRemoved(world.channel.id);
      return create.apply(requests, args);
    }) as unknown as typeof create;
    await refuses(Promise.resolve(page()['requests.ask'](form(), marta)), 'not-found', /channel is gone/);
    assert.equal(await requests.countDocuments({ state: 'waiting' }), 0);
  });

  it('keeps nobody after a start, although a crash came between', async () => {
    const marta = anOpenPage();
    await page()['requests.ask'](form(), marta);
    world.channels.delete(world.channel.id);
    await world.features.start();
    assert.equal((await page()['page.open']({}, marta)).state.at, 'start');
    assert.equal(await requestModel(world.connection).countDocuments({ state: 'waiting' }), 0);
  });

  describe('with reservations in it', () => {
    const open = () => reservationModel(world.connection).countDocuments({ open: true });
    const reserve = (browser: ReturnType<typeof anOpenPage>) =>
      Promise.resolve(page()['reservations.leave'](aReservationForm(world.channel.id), browser));

    beforeEach(async () => {
      for (const account of world.reps)
        await world.features.repHandlers['presence.set']({ presence: 'away' }, { linkId: 'rep', account });
    });

    it('keeps none that came just after it was gone', async () => {
      const reservations = reservationModel(world.connection);
      const { create } = reservations;
      reservations.create = (async (...args: Parameters<typeof create>) => {
        reservations.create = create;
        world.channels.delete(world.channel.id);
        await world.features.channelRemoved(world.channel.id);
        return create.apply(reservations, args);
      }) as unknown as typeof create;
      await refuses(reserve(anOpenPage()), 'not-found', /channel is gone/);
      assert.equal(await open(), 0);
    });

    it('keeps none after a start, although a crash came between', async () => {
      const marta = anOpenPage();
      await reserve(marta);
      world.channels.delete(world.channel.id);
      await world.features.start();
      assert.equal((await page()['page.open']({}, marta)).reservation, null);
      const stored = await reservationModel(world.connection).findOne().lean();
      assert.equal(stored?.state, 'closed');
    });
  });
});
