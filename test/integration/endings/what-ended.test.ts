/** What a customer waited for and what ended without them: told when they come back, until they have read it or ask anew. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { keptMs } from '../../../server/endings/ending-service.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { invitationModel } from '../../../server/invitations/invitation-model.ts';
import { pageGoneMs } from '../../../server/queue/queue-service.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { Ending } from '../../../shared/contract/ending.ts';
import { InvitationId, SessionId } from '../../../shared/contract/identifiers.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { aClock, aReservationForm, day, hour } from '../server-reservations/reservations-for-tests.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

describe('What ended without its customer', function () {
  this.timeout(30_000);
  let world: FeaturesInProcess;
  let clock: ReturnType<typeof aClock>;
  let marta: BrowserId;

  beforeEach(async () => {
    clock = aClock('2026-06-01T09:00:00Z');
    world = await featuresInProcess({ repNames: ['Ana'], clock });
    marta = aBrowser();
    world.browsers.add(marta);
  });
  afterEach(() => world.stop());

  const page = () => world.features.customerHandlers;
  const rep = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });
  const asked = () => ({
    channel: world.channel.id,
    name: 'Marta',
    email: '',
    phone: '',
    reason: 'Printer',
    message: 'It hums.',
  });
  const invite = () => page()['invitations.make']({ name: 'Marta', message: '', to: [], desks: [] }, pageOf(marta));
  const ask = () => page()['requests.ask'](asked(), pageOf(marta));
  const told = async (): Promise<Ending[]> => {
    const { endings } = await page()['endings.mine']({}, pageOf(marta));
    return v.parse(v.array(Ending), endings);
  };
  const toldOf = (what: Ending['what']) => until(`word of the ${what}`, async () => (await told())[0]?.what === what);
  async function loseThePlace() {
    await ask();
    world.browsers.delete(marta);
    await world.features.listeners.browserLeft(marta);
    clock.advance(pageGoneMs);
    await toldOf('request');
  }

  it('is a place in line: who comes back reads why, with what was asked, until they put it away', async () => {
    await loseThePlace();
    const [ending] = await told();
    assert.ok(ending?.what === 'request');
    assert.equal(ending.why, 'page-closed');
    assert.deepEqual(ending.form, { ...asked(), incident: null });
    await page()['endings.dismiss']({ what: 'request' }, pageOf(marta));
    assert.deepEqual(await told(), []);
  });

  it('is told no more once they ask anew, nor to any other browser', async () => {
    await loseThePlace();
    const { endings } = await page()['endings.mine']({}, pageOf(aBrowser()));
    assert.deepEqual(endings, []);
    clock.advance(1);
    await ask();
    assert.deepEqual(await told(), []);
  });

  it('says no more of a request than is kept of it, and nothing at all after a month', async () => {
    await loseThePlace();
    await requestModel(world.connection).updateMany({}, { $set: { name: '', reason: '' } });
    assert.deepEqual(
      (await told()).map((ending) => ending.what === 'request' && ending.form),
      [null],
    );
    clock.advance(keptMs + hour);
    assert.deepEqual(await told(), []);
  });

  it('is a channel that was removed', async () => {
    await ask();
    world.channels.delete(world.channel.id);
    await world.features.channelRemoved(world.channel.id);
    const [ending] = await told();
    assert.ok(ending?.what === 'request');
    assert.equal(ending.why, 'channel-removed');
  });

  it('is an invitation that nobody opened in its time', async () => {
    await invite();
    clock.advance(day);
    await toldOf('invitation');
    assert.equal((await page()['invitations.mine']({}, pageOf(marta))).invitation, null);
  });

  it('is a rep who was asked directly, and did not answer or could not help', async () => {
    const direct = { kind: 'direct' as const, account: rep().account.id };
    for (const why of ['passed', 'expired'] as const) {
      clock.advance(1);
      const { invitation } = await invite();
      const _id = v.parse(InvitationId, invitation.id);
      assert.deepEqual(await told(), [], 'asked anew');
      await invitationModel(world.connection).updateOne({ _id }, { $set: direct });
      if (why === 'passed') await world.features.repHandlers['invitations.pass']({ invitation: _id }, rep());
      else clock.advance(day);
      await toldOf('direct');
      const [ending] = await told();
      assert.deepEqual(ending, { what: 'direct', why, rep: 'Ana', at: clock.now() });
    }
  });

  it('is nothing that the customer ended', async () => {
    await ask();
    await page()['requests.leave']({}, pageOf(marta));
    await invite();
    await page()['invitations.close']({}, pageOf(marta));
    assert.deepEqual(await told(), []);
  });

  it('is a code that let nobody in, until another one is used', async () => {
    const { session } = await world.features.repHandlers['sessions.start']({ customer: 'Juan' }, rep());
    const enter = (code: string | undefined) =>
      page()['codes.enter']({ name: 'Marta', code: code ?? assert.fail('no code') }, pageOf(marta));
    await enter(session.code?.code);
    const answer = { session: v.parse(SessionId, session.id), letIn: false };
    const { session: again } = await world.features.repHandlers['codes.admit'](answer, rep());
    assert.deepEqual(
      (await told()).map(({ what }) => what),
      ['knock'],
    );
    clock.advance(1);
    await enter(again.code?.code);
    assert.deepEqual(await told(), []);
  });

  it('is a call that nobody made in time, or whose channel was removed', async () => {
    await world.features.repHandlers['presence.set']({ presence: 'away' }, rep());
    const wishedAt = clock.now() + 2 * hour;
    await page()['reservations.leave'](aReservationForm(world.channel.id, { wishedAt }), pageOf(marta));
    await world.features.stop();
    clock.advance(8 * day);
    await world.features.start();
    await toldOf('reservation');
    const [late] = await told();
    assert.deepEqual(late, { what: 'reservation', why: 'expired', wishedAt, at: clock.now() });

    clock.advance(1);
    for (const { id } of world.reps) await world.features.listeners.repJoined(id);
    await world.features.repHandlers['presence.set']({ presence: 'away' }, rep());
    await page()['reservations.leave'](aReservationForm(world.channel.id), pageOf(marta));
    assert.deepEqual(await told(), []);
    world.channels.delete(world.channel.id);
    await world.features.channelRemoved(world.channel.id);
    const [closed] = await told();
    assert.deepEqual(closed, { what: 'reservation', why: 'closed', wishedAt: null, at: clock.now() });
  });
});
