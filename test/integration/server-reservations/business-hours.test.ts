import assert from 'node:assert/strict';
import * as v from 'valibot';
import type { BusinessHours } from '../../../shared/contract/business-hours.ts';
import { RequestId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { aClock, aReservationForm, hour } from './reservations-for-tests.ts';

const office: BusinessHours = {
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 8 * 60, to: 17 * 60 }] : [])),
  holidays: [{ date: '2026-06-03', name: 'Founding day', hours: [] }],
};

describe('A channel with business hours', () => {
  let world: FeaturesInProcess;
  let clock: ReturnType<typeof aClock>;

  // A Monday; the organisation is in Berlin, two hours ahead of UTC.
  beforeEach(async () => {
    clock = aClock('2026-06-01T14:30:00Z');
    world = await featuresInProcess({ repNames: ['Ana'], clock });
    world.channels.set(world.channel.id, { ...world.channel, hours: office });
  });
  afterEach(() => world.stop());

  const page = () => world.features.customerHandlers;
  const anOpenPage = () => {
    const browser = aBrowser();
    world.browsers.add(browser);
    return pageOf(browser);
  };
  const seen = async () => (await page()['page.open']({}, anOpenPage())).channels[0];
  const { wishedAt: _none, ...asking } = { ...aReservationForm('' as never) };
  const form = () => ({ ...asking, channel: world.channel.id });

  it('is Offline to customers outside of them whoever is logged in, and says when it opens', async () => {
    assert.equal((await seen())?.status, 'available');
    clock.advance(hour);
    const closed = await seen();
    assert.deepEqual([closed?.status, closed?.opensAt], ['offline', Date.parse('2026-06-02T06:00:00Z')]);
    await refuses(Promise.resolve(page()['requests.ask'](form(), anOpenPage())), 'nobody-there');
    clock.advance(24 * hour);
    assert.equal((await seen())?.opensAt, Date.parse('2026-06-04T06:00:00Z'), 'the holiday is passed over');
  });

  it('still serves who was in line when it closed', async () => {
    const marta = anOpenPage();
    await page()['requests.ask'](form(), marta);
    clock.advance(hour);
    const { state } = await page()['page.open']({}, marta);
    assert.ok(state.at === 'waiting');
    assert.equal(state.place.channelStatus, 'available');
    const [account] = world.reps;
    assert.ok(account);
    const rep = { linkId: 'rep', account };
    const { requests } = await world.features.repHandlers['snapshot.get']({}, rep);
    const [request] = requests;
    assert.ok(request);
    await world.features.repHandlers['requests.claim']({ request: v.parse(RequestId, request.id) }, rep);
    assert.equal((await page()['page.open']({}, marta)).state.at, 'session');
  });

  it('takes a wish for its open hours only, and tells which they are', async () => {
    clock.advance(hour);
    const marta = anOpenPage();
    const wish = (wishedAt: string) =>
      Promise.resolve(
        page()['reservations.leave'](aReservationForm(world.channel.id, { wishedAt: Date.parse(wishedAt) }), marta),
      );
    await refuses(wish('2026-06-02T05:59:00Z'), 'invalid', /Nobody is there/);
    await refuses(wish('2026-06-03T09:00:00Z'), 'invalid', /Nobody is there/);
    const { openings } = await page()['reservations.times']({ channel: world.channel.id }, marta);
    assert.deepEqual(openings[0], { from: Date.parse('2026-06-02T06:00Z'), to: Date.parse('2026-06-02T15:00Z') });
    assert.equal((await wish('2026-06-02T06:00:00Z')).reservation.form.wishedAt, openings[0]?.from);
  });
});
