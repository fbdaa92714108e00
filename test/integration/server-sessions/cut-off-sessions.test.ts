import assert from 'node:assert/strict';
import * as v from 'valibot';
import { compareLinksEveryMs } from '../../../server/compare-all.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { deadlineModel } from '../../../server/deadlines/deadline-model.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { SessionId } from '../../../shared/contract/identifiers.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { aClock } from '../server-reservations/reservations-for-tests.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

describe('A session that a crash, or a store that was away, has cut off', () => {
  let world: FeaturesInProcess;
  let clock: ReturnType<typeof aClock>;
  beforeEach(async () => {
    clock = aClock('2026-06-01T09:00:00Z');
    world = await featuresInProcess({ repNames: ['Ana'], clock });
  });
  afterEach(() => world.stop());

  const rep = () => {
    const [account] = world.reps;
    assert.ok(account);
    return { linkId: 'rep', account };
  };
  const joinings = async (session: SessionId) => {
    const { entries } = await world.features.repHandlers['log.after']({ session, seq: 0 }, rep());
    return entries.filter((entry) => entry.kind === 'joined' && entry.role === 'customer').length;
  };

  /** The next comparison is set when one is over: a clock that goes on before would be ahead of it for ever. */
  async function comparisonOver() {
    const isNext = { kind: 'links-compared' as const, dueAt: clock.now() + compareLinksEveryMs };
    await until('the comparison', async () => (await deadlineModel(world.connection).exists(isNext)) !== null);
  }

  async function aSession() {
    const { session } = await world.features.repHandlers['sessions.start']({ customer: 'Marta' }, rep());
    return v.parse(SessionId, session.id);
  }

  /** What is stored when the process dies between letting in and saying so. */
  async function letInOnly(_id: SessionId, browser: BrowserId) {
    const customer = { name: 'Marta', email: '', phone: '' };
    await sessionModel(world.connection).updateOne({ _id }, { $set: { browser, customer, state: 'live' } });
  }

  it('has its customer in it when the server is back, announced once', async () => {
    const session = await aSession();
    const browser = aBrowser();
    world.browsers.add(browser);
    await letInOnly(session, browser);
    await world.features.start();
    await world.features.start();
    const { state } = await world.features.customerHandlers['page.open']({}, pageOf(browser));
    assert.equal(state.at === 'session' && state.session.state, 'live');
    const { sessions } = await world.features.repHandlers['snapshot.get']({}, rep());
    assert.deepEqual(
      sessions.map((head) => head.state),
      ['live'],
    );
    assert.equal(await joinings(session), 1);
  });

  it('has its customer announced once although the comparison comes in between', async () => {
    const { session: head } = await world.features.repHandlers['sessions.start']({ customer: 'Marta' }, rep());
    const session = v.parse(SessionId, head.id);
    const browser = aBrowser();
    world.browsers.add(browser);
    const sessions = sessionModel(world.connection);
    const { updateOne } = sessions;
    sessions.updateOne = (async (...args: Parameters<typeof updateOne>) => {
      const done = await updateOne.apply(sessions, args);
      if (args[1] !== undefined && JSON.stringify(args[1]).includes('"live"')) {
        sessions.updateOne = updateOne;
        await world.features.start();
      }
      return done;
    }) as unknown as typeof updateOne;
    const code = head.code?.code ?? '';
    await world.features.customerHandlers['codes.enter']({ name: 'Marta', code }, pageOf(browser));
    assert.equal(await joinings(session), 1);
  });

  it('has its customer in it after the next comparison, and its end although the store went away in the middle', async () => {
    const session = await aSession();
    const browser = aBrowser();
    world.browsers.add(browser);
    await letInOnly(session, browser);
    clock.advance(compareLinksEveryMs);
    await until('the customer', async () => (await joinings(session)) === 1);
    await comparisonOver();

    const sessions = sessionModel(world.connection);
    const { updateOne } = sessions;
    sessions.updateOne = () => {
      sessions.updateOne = updateOne;
      throw new Error('The store is away.');
    };
    const end = world.features.repHandlers['sessions.end']({ session }, rep());
    await assert.rejects(Promise.resolve(end), /store is away/);
    clock.advance(compareLinksEveryMs);
    const stored = () => sessions.findOne({ _id: session }).lean();
    await until('the end', async () => (await stored())?.finished === true);
    assert.equal((await stored())?.state, 'ended');
  });
});
