import assert from 'node:assert/strict';
import type { Log } from '../../../server/logging/log.ts';
import { newId } from '../../../server/secrets/random.ts';
import { logEntryModels } from '../../../server/session-log/log-entry-model.ts';
import { createSessionLog } from '../../../server/session-log/session-log.ts';
import { systemAuthor } from '../../../server/sessions/authors.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import type { SessionRecord } from '../../../server/sessions/session-model.ts';
import { createSessions } from '../../../server/sessions/session-service.ts';
import { AccountId, SessionId } from '../../../shared/contract/identifiers.ts';
import { aClock } from '../server-reservations/reservations-for-tests.ts';
import { aBrowser, featuresInProcess } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

describe('A session of which something fails', () => {
  let world: FeaturesInProcess;
  let written: { readonly message: string; readonly session: unknown }[];
  beforeEach(async () => {
    world = await featuresInProcess({ repNames: ['Ana'] });
    written = [];
  });
  afterEach(() => world.stop());

  const faults: Pick<Log, 'fault'> = {
    fault: (message, _error, facts) => void written.push({ message, session: facts?.session }),
  };
  const unheard = () => undefined;

  /** Sessions over the store of the world, with nobody who follows them but the test. */
  function bareSessions(face = () => Promise.resolve(undefined), toldBrowser: (type: string) => void = unheard) {
    const clock = aClock('2026-06-01T09:00:00Z');
    return createSessions({
      model: sessionModel(world.connection),
      log: createSessionLog(logEntryModels(world.connection), {
        clock,
        log: { debug: unheard, info: unheard, warn: unheard, error: unheard, ...faults },
      }),
      links: {
        ...{ toAccount: unheard, toAllBrowsers: unheard, toHost: unheard, closeHost: unheard },
        toBrowser: (_browser, { type }) => toldBrowser(type),
        ...{ accountsConnected: () => new Set<AccountId>(), browserConnected: () => false, hostConnected: () => false },
      },
      clock,
      audit: unheard,
      accounts: { face },
      openWays: () => Promise.resolve({ code: null, door: { link: null, knock: null } }),
      faults,
    });
  }

  async function begun(sessions: ReturnType<typeof bareSessions>): Promise<SessionRecord> {
    const customer = { name: 'Marta', email: '', phone: '' };
    const of = { _id: newId(SessionId), owner: newId(AccountId), browser: aBrowser(), customer, channel: null };
    return sessions.begin({ ...of, channelName: '', incident: null, reason: '' }, [
      { by: { kind: 'customer', name: 'Marta' }, body: { kind: 'joined', role: 'customer' } },
    ]);
  }

  const isFinished = async ({ _id }: SessionRecord) =>
    (await sessionModel(world.connection).findOne({ _id }).lean())?.finished;

  it('ends for everybody else who follows it, is named in the log, and is completed later', async () => {
    const told: string[] = [];
    const sessions = bareSessions(undefined, (type) => void told.push(type));
    const heard: string[] = [];
    let isBroken = true;
    sessions.onEnd(() => {
      if (isBroken) throw new Error('broken');
    });
    sessions.onEnd(({ _id }) => void heard.push(_id));
    const record = await begun(sessions);
    const summary = await sessions.end(record, systemAuthor, 'finished');
    assert.equal(summary?.endReason, 'finished');
    assert.deepEqual(heard, [record._id]);
    assert.deepEqual(
      written.map(({ session }) => session),
      [record._id],
    );
    assert.equal(await isFinished(record), false);
    await sessions.compare();
    isBroken = false;
    await sessions.compare();
    assert.equal(await isFinished(record), true);
    assert.equal(told.filter((type) => type === 'sessions.ended').length, 1, 'the customer is told once');
  });

  it('keeps no other session from being completed, by a comparison or at a start', async () => {
    for (const how of ['compare', 'recover'] as const) {
      const before = bareSessions();
      const [broken, whole] = [await begun(before), await begun(before)];
      before.onEnd(() => {
        throw new Error('The process is dying.');
      });
      for (const record of [broken, whole]) await before.end(record, systemAuthor, 'finished');
      written = [];
      const after = bareSessions();
      after.onEnd(({ _id }) => {
        if (_id === broken._id) throw new Error('broken');
      });
      await after[how]();
      assert.equal(await isFinished(whole), true, how);
      assert.equal(await isFinished(broken), false, how);
      assert.deepEqual(
        written.map(({ session }) => session),
        [broken._id],
        how,
      );
      await sessionModel(world.connection).updateOne({ _id: broken._id }, { $set: { finished: true } });
    }
  });

  it('stores what is written although nobody can be told what the session looks like', async () => {
    const sessions = bareSessions(() => Promise.reject(new Error('No faces today.')));
    const record = await begun(sessions);
    const entry = await sessions.append(record, systemAuthor, () => ({ kind: 'screen-hidden' }));
    assert.equal(entry.seq, 2);
    assert.deepEqual(
      written.map(({ session }) => session),
      [record._id],
    );
  });
});
