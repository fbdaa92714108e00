/** Days that are over are added up once: what a question hears of them does not change by that. */
import assert from 'node:assert/strict';
import { adminStatisticsOperations } from '../../../shared/contract/statistics-operations.ts';
import type { ParamsOf } from '../../../shared/contract/contract.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { newId } from '../../../server/secrets/random.ts';
import { OfferId, RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import type { AdminContext } from '../../../server/admin/admin-context.ts';
import { emptyProjection } from '../../../server/sessions/project-session.ts';
import { aBrowser, featuresInProcess } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import * as v from 'valibot';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const BEGAN = Date.UTC(2026, 5, 1);
const statisticsContract = contract(adminStatisticsOperations, v.never());

describe('Days that are over', () => {
  let now = BEGAN + 3 * DAY_MS + 2 * 60 * MINUTE_MS;
  let inProcess: FeaturesInProcess;

  before(async () => {
    inProcess = await featuresInProcess({ repNames: ['Ana', 'Ben'], clock: { now: () => now } });
    await fill();
  });
  after(() => inProcess?.stop());

  /** Ten requests and eight sessions a day for three days; one session of the second day still lasts. */
  async function fill() {
    const { connection, channel, reps } = inProcess;
    for (let place = 0; place < 30; place += 1) {
      const createdAt = BEGAN + Math.floor(place / 10) * DAY_MS + (9 * 60 + (place % 10) * 30) * MINUTE_MS;
      const [browser, session, rep] = [aBrowser(), newId(SessionId), reps[place % 2]];
      assert.ok(rep);
      const isAnswered = place % 10 < 8;
      const settledAt = createdAt + (place % 10) * 20_000;
      await connection.collection<{ _id: string }>('support_requests').insertOne({
        _id: newId(RequestId),
        ...{ browser, channel: channel.id, channelName: channel.name, name: 'Marta', reason: 'Printer', createdAt },
        ...{ placeAtStart: 1, settledAt, state: isAnswered ? 'claimed' : 'left' },
        ...(isAnswered ? { claimedBy: rep.id, session } : {}),
      });
      if (!isAnswered) {
        await connection.collection<{ _id: string }>('offers').insertOne({
          ...{ _id: newId(OfferId), request: newId(RequestId), channel: channel.id, rep: rep.id, repName: '' },
          ...{ exclusive: true, state: 'missed', madeAt: createdAt, dueAt: createdAt + 20_000 },
        });
        continue;
      }
      const isOpen = place === 10;
      await connection.collection<{ _id: string }>('sessions').insertOne({
        _id: session,
        ...{ owner: rep.id, browser, customer: { name: 'Marta', email: '', phone: '' }, reason: 'Printer' },
        ...{ channel: channel.id, channelName: channel.name, startedAt: settledAt, dismissed: true, finished: true },
        ...{ state: isOpen ? 'live' : 'ended', endedAt: isOpen ? null : settledAt + 10 * MINUTE_MS },
        ...{ read: { customer: 0, reps: 0 }, projection: emptyProjection },
      });
    }
  }

  /** Somebody who sees everything. */
  function administrator(): AdminContext {
    const [ana] = inProcess.reps;
    assert.ok(ana);
    return { account: { ...ana, role: 'administrator' }, tokenHash: '', address: '' };
  }

  async function ask(question: Partial<ParamsOf<typeof statisticsContract, 'statistics.get'>> = {}) {
    const period = { from: '2026-06-01', to: '2026-06-03' };
    const filter = { channel: null, group: null, rep: null, incident: null };
    const params = { period, filter, ...question };
    const { statistics } = await inProcess.features.adminHandlers['statistics.get'](params, administrator());
    return statistics;
  }

  const keptDays = async () =>
    (await inProcess.connection.collection<{ _id: string }>('statistics_days').find({}).sort({ _id: 1 }).toArray()).map(
      ({ _id }) => _id,
    );

  it('are kept when somebody asks, but for one in which something still lasts, and say the same ever after', async () => {
    const first = await ask();
    assert.deepEqual(
      [first.totals.requests, first.totals.answered, first.totals.gaveUp, first.totals.sessions],
      [30, 24, 6, 24],
    );
    assert.equal(first.totals.medianSessionMs, 10 * MINUTE_MS);
    const kept = await keptDays();
    assert.ok(kept.includes('2026-06-01') && kept.includes('2026-06-03'), kept.join());
    assert.ok(!kept.includes('2026-06-02'), kept.join());
    now += MINUTE_MS;
    assert.deepEqual({ ...(await ask()), countedAt: 0 }, { ...first, countedAt: 0 });
  });

  it('do not need what they were made of any more', async () => {
    const before = await ask();
    const { connection } = inProcess;
    const firstDay = { $gte: BEGAN, $lt: BEGAN + DAY_MS };
    await connection.collection('support_requests').deleteMany({ createdAt: firstDay });
    await connection.collection('sessions').deleteMany({ startedAt: firstDay });
    now += MINUTE_MS;
    assert.deepEqual({ ...(await ask()), countedAt: 0 }, { ...before, countedAt: 0 });
  });

  it('show what is chosen only: a rep’s own sessions, and nobody who gave up', async () => {
    const [ana] = inProcess.reps;
    const { totals, reps } = await ask({
      filter: { channel: null, group: null, rep: ana?.id ?? null, incident: null },
    });
    assert.deepEqual([totals.answered, totals.gaveUp, totals.sessions], [12, 0, 12]);
    assert.deepEqual(
      reps.map(({ name }) => name),
      ['Ana'],
    );
    assert.equal(reps[0]?.missed, 3);
  });

  it('leave the day that lasts to what is in the store now', async () => {
    const today = () => ask({ period: 'today' });
    assert.equal((await today()).totals.requests, 0);
    const { connection, channel } = inProcess;
    await connection.collection<{ _id: string }>('support_requests').insertOne({
      _id: newId(RequestId),
      ...{ browser: aBrowser(), channel: channel.id, channelName: channel.name, name: 'Marta', reason: 'Printer' },
      ...{ createdAt: now, placeAtStart: 1, state: 'waiting' },
    });
    now += MINUTE_MS;
    assert.equal((await today()).totals.requests, 1);
    assert.ok(!(await keptDays()).includes('2026-06-04'));
  });
});
