import assert from 'node:assert/strict';
import * as v from 'valibot';
import { newId } from '../../../server/secrets/random.ts';
import { SessionId } from '../../../shared/contract/identifiers.ts';
import { Reservation } from '../../../shared/contract/reservation.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { reservationModel } from '../../../server/reservations/reservation-model.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { aClock, aReservationForm, day, hour } from './reservations-for-tests.ts';

describe('Reservations whose time comes', function () {
  this.timeout(30_000);
  let world: FeaturesInProcess;
  let clock: ReturnType<typeof aClock>;

  beforeEach(async () => {
    clock = aClock('2026-06-01T09:00:00Z');
    world = await featuresInProcess({ repNames: ['Ana', 'Bo'], clock });
    for (const { id } of world.reps) await world.features.repHandlers['presence.set']({ presence: 'away' }, rep(id));
  });
  afterEach(() => world.stop());

  const rep = (id = world.reps[0]?.id) => {
    const account = world.reps.find((one) => one.id === id);
    assert.ok(account);
    return { linkId: 'rep', account };
  };
  const leave = (wishedAt: number | null, browser = aBrowser()) =>
    world.features.customerHandlers['reservations.leave'](
      aReservationForm(world.channel.id, { wishedAt }),
      pageOf(browser),
    );
  const listed = async () => {
    const { reservations } = await world.features.repHandlers['snapshot.get']({}, rep());
    return reservations.map((reservation) => v.parse(Reservation, reservation));
  };
  /** The server is away meanwhile. */
  async function goesBy(ms: number) {
    await world.features.stop();
    clock.advance(ms);
    await world.features.start();
  }

  it('are due at the wished time, also when the server was stopped then', async () => {
    await leave(clock.now() + 2 * hour);
    assert.equal((await listed())[0]?.due, false);
    await goesBy(3 * hour);
    await until('the reminder', async () => (await listed())[0]?.due === true);
  });

  it('expire a week after the wished time, or after they were left, with the server stopped in between', async () => {
    const [soon, later] = [aBrowser(), aBrowser()];
    await leave(null, soon);
    await leave(clock.now() + 2 * day, later);
    await goesBy(7 * day + hour);
    await until('the end of the first', async () => (await listed()).length === 1);
    assert.equal((await world.features.customerHandlers['page.open']({}, pageOf(soon))).reservation, null);
    await goesBy(2 * day);
    await until('the end of the second', async () => (await listed()).length === 0);
    const states = await reservationModel(world.connection).find().lean();
    assert.deepEqual(new Set(states.map(({ state }) => state)), new Set(['expired']));
  });

  it('stay open for a week more when their customer wishes no special time any more, however old they are', async () => {
    const browser = aBrowser();
    await leave(clock.now() + 9 * day, browser);
    await goesBy(8 * day);
    const { channel: _stays, ...change } = aReservationForm(world.channel.id);
    await world.features.customerHandlers['reservations.change'](change, pageOf(browser));
    const stored = await reservationModel(world.connection).findOne({ open: true }).lean();
    assert.equal(stored?.expiresAt, clock.now() + 7 * day);
  });

  it('go back into the list, counted, when the rep who calls vanishes with the call', async () => {
    await leave(null);
    const [reservation] = await listed();
    assert.ok(reservation);
    const { session } = await world.features.repHandlers['reservations.callBack'](
      { reservation: reservation.id },
      rep(),
    );
    assert.equal((await listed())[0]?.calling?.by, 'Ana');
    await goesBy(hour);
    await until('the call to be given up', async () => (await listed())[0]?.calling === null);
    assert.equal((await listed())[0]?.missed, 1);
    const { sessions } = await world.features.repHandlers['snapshot.get']({}, rep());
    assert.ok(!sessions.some(({ id }) => id === session.id));
  });

  it('are free again, uncounted, when a crash left a call without its session', async () => {
    await leave(null);
    const [reservation] = await listed();
    assert.ok(reservation);
    const session = newId(SessionId);
    const calling = { account: rep().account.id, by: 'Ana', since: clock.now(), session };
    const cutOff = { $set: { state: 'calling' as const, calling } };
    await reservationModel(world.connection).updateOne({ _id: reservation.id }, cutOff);
    await goesBy(0);
    const [again] = await listed();
    assert.deepEqual([again?.calling, again?.missed], [null, 0]);
  });
});
