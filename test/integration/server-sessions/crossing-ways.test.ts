import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { pageGoneMs } from '../../../server/queue/queue-service.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { customerGoneMs } from '../../../server/sessions/session-absence.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('A customer and a rep who do two things at the same moment', () => {
  let world: FeaturesInProcess;
  let clock: { at: number; now(): number };

  before(async () => {
    clock = { at: Date.now(), now: () => clock.at };
    world = await featuresInProcess({ repNames: ['Ana'], availableQueue: 2, busyQueue: 9, clock });
  });
  after(() => world.stop());

  const customer = () => world.features.customerHandlers;
  const reps = () => world.features.repHandlers;
  const ana = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });
  const snapshot = () => reps()['snapshot.get']({}, ana());
  const formOf = (name: string) => {
    return { channel: world.channel.id, name, email: '', phone: '', reason: 'Printer', message: '' };
  };
  const ask = (browser: BrowserId, name: string) => customer()['requests.ask'](formOf(name), pageOf(browser));
  const requestOf = async (name: string) => {
    const found = (await snapshot()).requests.find((waiting) => waiting.name === name);
    return v.parse(RequestId, found?.id);
  };

  async function until(what: string, isSo: () => Promise<boolean>) {
    const end = performance.now() + 15_000;
    while (!(await isSo())) {
      assert.ok(performance.now() < end, `${what} did not come`);
      await pause(20);
    }
  }

  it('leaves no request in line whose page closed while it was being sent', async () => {
    const browser = aBrowser();
    // The page was gone, and missed, before its request was stored: nobody closes it a second time.
    await world.features.listeners.browserLeft(browser);
    await ask(browser, 'Marta');
    assert.equal((await snapshot()).requests.length, 1);
    clock.at += pageGoneMs;
    await until('the end of the wait', async () => (await snapshot()).requests.length === 0);
  });

  it('ends a session in time whose customer had closed the page before the rep took it', async () => {
    const browser = aBrowser();
    world.browsers.add(browser);
    await ask(browser, 'Juan');
    world.browsers.delete(browser);
    await world.features.listeners.browserLeft(browser);
    await reps()['requests.claim']({ request: await requestOf('Juan') }, ana());
    assert.equal((await snapshot()).sessions.length, 1);
    clock.at += customerGoneMs;
    await until('the end of the session', async () => (await snapshot()).sessions.length === 0);
    await until('the free seat', async () => (await snapshot()).presence === 'online');
  });

  it('costs the rep no seat when the customer came in by a code in the moment of the claim', async () => {
    const browser = aBrowser();
    world.browsers.add(browser);
    await ask(browser, 'Rosa');
    const request = await requestOf('Rosa');
    // What a code does first: the browser is in a session, and not yet out of the line.
    const { session } = await reps()['sessions.start']({ customer: 'Marta' }, ana());
    const sessions = sessionModel(world.connection);
    await sessions.updateOne({ _id: v.parse(SessionId, session.id) }, { $set: { browser, state: 'live' } });
    await refuses(
      Promise.resolve(reps()['requests.claim']({ request }, ana())),
      'not-found',
      'They are talking with somebody already.',
    );
    const settled = await requestModel(world.connection).findOne({ _id: request }).lean();
    assert.equal(settled?.state, 'left');
    assert.equal((await snapshot()).requests.length, 0);
    await reps()['sessions.end']({ session: v.parse(SessionId, session.id) }, ana());
    assert.equal((await snapshot()).presence, 'online', 'no seat is taken');
  });

  it('starts again after a crash although the customer has asked anew meanwhile', async () => {
    const browser = aBrowser();
    world.browsers.add(browser);
    await ask(browser, 'Eva');
    const request = await requestOf('Eva');
    const requests = requestModel(world.connection);
    const lost = {
      state: 'claimed' as const,
      claimedBy: ana().account.id,
      session: v.parse(SessionId, 'S'.repeat(22)),
    };
    await requests.updateOne({ _id: request }, { $set: { ...lost, settledAt: clock.at } });
    await ask(browser, 'Eva again');
    await world.features.start();
    assert.deepEqual(
      (await snapshot()).requests.map(({ name }) => name),
      ['Eva again'],
    );
  });
});
