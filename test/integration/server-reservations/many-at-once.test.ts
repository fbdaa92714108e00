import assert from 'node:assert/strict';
import { reservationModel } from '../../../server/reservations/reservation-model.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { aReservationForm } from './reservations-for-tests.ts';

describe('Many who reserve in the same moment', function () {
  this.timeout(60_000);
  let world: FeaturesInProcess;
  let networks = 0;
  afterEach(() => world.stop());

  const reservations = () => reservationModel(world.connection);
  const leave = async (browser = aBrowser()) =>
    world.features.customerHandlers['reservations.leave'](aReservationForm(world.channel.id), {
      ...pageOf(browser),
      // Everybody at home: one network may not ask so often.
      address: `198.51.100.${(networks += 1)}`,
    });
  const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
    results.map((result) => {
      if (result.status === 'fulfilled') return 'in';
      assert.ok(result.reason instanceof AppError, String(result.reason));
      return result.reason.code;
    });

  /** Nobody is there, so that a reservation can be left. */
  async function closedWorld(reservationQueue: number, repNames: string[] = ['Ana']) {
    world = await featuresInProcess({ repNames, reservationQueue });
    for (const { id } of world.reps) await world.features.repHandlers['presence.set']({ presence: 'away' }, repOf(id));
  }
  const repOf = (id: string) => {
    const account = world.reps.find((rep) => rep.id === id);
    assert.ok(account);
    return { linkId: 'rep', account };
  };

  it('are let in exactly as many as Reservation Queue # says, and the page says that it is full', async () => {
    await closedWorld(7);
    const codes = codesOf(await Promise.allSettled(Array.from({ length: 60 }, () => leave())));
    assert.equal(codes.filter((code) => code === 'in').length, 7);
    assert.equal(codes.filter((code) => code === 'reservations-full').length, 53);
    assert.equal(await reservations().countDocuments({ open: true }), 7);
    const { channels } = await world.features.customerHandlers['page.open']({}, pageOf(aBrowser()));
    assert.equal(channels[0]?.takesReservations, false);
  });

  it('get one reservation for each browser, however often it is sent', async () => {
    await closedWorld(20);
    const browser = aBrowser();
    const codes = codesOf(await Promise.allSettled(Array.from({ length: 12 }, () => leave(browser))));
    assert.deepEqual(codes.toSorted(), [...Array.from({ length: 11 }, () => 'already-waiting'), 'in']);
  });

  it('make room again when one gives up, and a lowered number is kept to', async () => {
    await closedWorld(3);
    const [first, second, third] = [aBrowser(), aBrowser(), aBrowser()];
    for (const browser of [first, second, third]) await leave(browser);
    const channel = { ...world.channel, reservationQueue: 2 };
    world.channels.set(channel.id, channel);
    await world.features.customerHandlers['reservations.cancel']({}, pageOf(first));
    assert.deepEqual(codesOf(await Promise.allSettled([leave()])), ['reservations-full']);
    await world.features.customerHandlers['reservations.cancel']({}, pageOf(second));
    const codes = codesOf(await Promise.allSettled(Array.from({ length: 5 }, () => leave())));
    assert.equal(codes.filter((code) => code === 'in').length, 1);
    assert.equal(await reservations().countDocuments({ open: true }), 2);
  });

  it('are called back by exactly one of many reps who try, and the others hear who it is', async () => {
    await closedWorld(20, ['Ana', 'Bo', 'Ines', 'Tomasz']);
    for (let round = 0; round < 10; round += 1) {
      const browser = aBrowser();
      await leave(browser);
      const [record] = await reservations().find({ open: true, state: 'open' }).lean();
      assert.ok(record);
      const tries = await Promise.allSettled(
        world.reps.map(async ({ id }) =>
          world.features.repHandlers['reservations.callBack']({ reservation: record._id }, repOf(id)),
        ),
      );
      const codes = codesOf(tries);
      assert.equal(codes.filter((code) => code === 'in').length, 1, String(codes));
      assert.ok(codes.every((code) => code === 'in' || code === 'already-taken'));
      const caller = world.reps[codes.indexOf('in')];
      const loser = tries.find((one) => one.status === 'rejected');
      assert.match(String(loser?.reason), new RegExp(`${caller?.displayName} is calling`));
      await world.features.customerHandlers['reservations.cancel']({}, pageOf(browser));
    }
  });
});
