import assert from 'node:assert/strict';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

describe('A customer who comes in by a code in the moment of a crash', () => {
  let world: FeaturesInProcess;
  beforeEach(async () => {
    world = await featuresInProcess({ repNames: ['Ana'] });
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

  it('is in the session when the server is back, and is announced once', async () => {
    const { session } = await world.features.repHandlers['sessions.start']({ customer: 'Marta' }, rep());
    const browser = aBrowser();
    world.browsers.add(browser);
    // What is stored when the process dies between letting in and saying so.
    const customer = { name: 'Marta', email: '', phone: '' };
    await sessionModel(world.connection).updateOne({ _id: session.id }, { $set: { browser, customer, state: 'live' } });
    await world.features.start();
    await world.features.start();
    const { state } = await world.features.customerHandlers['page.open']({}, pageOf(browser));
    assert.equal(state.at === 'session' && state.session.state, 'live');
    const { sessions } = await world.features.repHandlers['snapshot.get']({}, rep());
    assert.deepEqual(
      sessions.map((head) => head.state),
      ['live'],
    );
    assert.equal(await joinings(session.id), 1);
  });

  it('is announced once although the comparison comes in between', async () => {
    const { session } = await world.features.repHandlers['sessions.start']({ customer: 'Marta' }, rep());
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
    const code = session.code?.code ?? '';
    await world.features.customerHandlers['codes.enter']({ name: 'Marta', code }, pageOf(browser));
    assert.equal(await joinings(session.id), 1);
  });
});
