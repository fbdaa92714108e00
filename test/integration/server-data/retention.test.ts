/** What customers leave behind is deleted when its time is over, by a clock that the test sets. */
import assert from 'node:assert/strict';
import type { AdminContext } from '../../../server/admin/admin-context.ts';
import { customerWords } from '../../../server/documents/found-by-words.ts';
import { newId } from '../../../server/secrets/random.ts';
import { emptyProjection } from '../../../server/sessions/project-session.ts';
import { OfferId, RequestId, SessionId, TrustId } from '../../../shared/contract/identifiers.ts';
import type { Retention } from '../../../shared/contract/retention.ts';
import { aBrowser, featuresInProcess } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

const DAY_MS = 24 * 60 * 60_000;
const BEGAN = Date.UTC(2026, 5, 1, 9);

describe('Retention', () => {
  let now = BEGAN + 100 * DAY_MS;
  let inProcess: FeaturesInProcess;

  before(async () => {
    inProcess = await featuresInProcess({ repNames: ['Ana'], clock: { now: () => now } });
    // One a day for a hundred days; the third never ended.
    for (let day = 0; day < 100; day += 1) await aPastSession(BEGAN + day * DAY_MS, day === 3);
  });
  after(() => inProcess?.stop());

  async function aPastSession(startedAt: number, isLive: boolean) {
    const { connection, channel, reps } = inProcess;
    const [session, browser, rep] = [newId(SessionId), aBrowser(), reps[0]];
    assert.ok(rep);
    const request = newId(RequestId);
    await connection.collection<{ _id: string }>('support_requests').insertOne({
      _id: request,
      ...{ browser, channel: channel.id, channelName: channel.name, name: 'Marta', reason: 'Printer', placeAtStart: 1 },
      ...{ createdAt: startedAt, settledAt: startedAt, state: 'claimed', claimedBy: rep.id, session },
    });
    const assigned = { by: rep.id, byName: 'Lead', customer: 'Marta', end: 'missed' };
    await connection.collection<{ _id: string }>('offers').insertMany(
      [{ assigned }, {}].map((by) => ({
        _id: newId(OfferId),
        ...{ request, channel: channel.id, rep: rep.id, repName: 'Ana', exclusive: true, state: 'missed' },
        ...{ madeAt: startedAt, dueAt: startedAt + 20_000, settledAt: startedAt + 20_000, ...by },
      })),
    );
    await connection.collection<{ _id: string }>('sessions').insertOne({
      _id: session,
      ...{ owner: rep.id, browser, customer: { name: 'Marta', email: '', phone: '' }, reason: 'Printer', startedAt },
      ...{ channel: channel.id, channelName: channel.name, dismissed: true, finished: true },
      ...{ state: isLive ? 'live' : 'ended', endedAt: isLive ? null : startedAt + 600_000 },
      ...{ read: { customer: 0, reps: 0 }, projection: emptyProjection },
    });
    await connection.collection('log_entries').insertMany(
      [1, 2].map((seq) => ({
        ...{ session, seq, at: startedAt, by: { kind: 'customer', name: 'Marta' }, audience: 'all', kind: 'chat' },
        body: { text: 'Hello' },
      })),
    );
  }

  async function aTrust(customer: string, agreedAt: number, usedAt?: number) {
    const trust = newId(TrustId);
    await inProcess.connection.collection<{ _id: string }>('trusts').insertOne({
      _id: trust,
      ...{ session: newId(SessionId), account: inProcess.reps[0]?.id, browser: aBrowser(), customer, agreedAt },
      ...{ words: customerWords({ name: customer }), publicKey: 'k'.repeat(122), repAgrees: true },
      ...(usedAt === undefined ? {} : { usedAt }),
    });
    return trust;
  }

  function administrator(): AdminContext {
    const [ana] = inProcess.reps;
    assert.ok(ana);
    return { account: { ...ana, role: 'administrator' }, tokenHash: '', address: '' };
  }
  const ask = () => inProcess.features.adminHandlers;
  const set = (retention: Partial<Retention>) => ({
    retention: { sessionDays: null, requestDays: null, invitationDays: null, trustDays: null, ...retention },
  });
  const left = async (name: string, filter: object = {}) =>
    inProcess.connection.collection(name).countDocuments(filter);
  const statistics = async () => {
    const period = { from: '2026-06-01', to: '2026-09-08' };
    const filter = { channel: null, group: null, rep: null, incident: null };
    const { statistics: counted } = await ask()['statistics.get']({ period, filter }, administrator());
    return { ...counted.totals, missed: counted.reps.map(({ missed }) => missed) };
  };
  async function settles(what: () => Promise<boolean>) {
    for (const until = Date.now() + 30_000; !(await what()); await new Promise((resolve) => setTimeout(resolve, 100)))
      if (Date.now() > until) throw new Error('Waited in vain');
  }

  it('keeps everything for ever unless an administrator says otherwise', async () => {
    assert.deepEqual(await ask()['retention.get']({}, administrator()), set({}));
    now += 2 * 60 * 60_000;
    assert.equal(await left('sessions'), 100);
  });

  it('says how much would go before anything is saved, and what lasts is not among it', async () => {
    const { overdue } = await ask()['retention.count'](set({ sessionDays: 30, requestDays: 50 }), administrator());
    assert.deepEqual(overdue, { sessions: 70, requests: 51, reservations: 0, invitations: 0, trusts: 0 });
    assert.equal(await left('sessions'), 100);
  });

  it('deletes sessions with their logs once their days are added up, never those that last, and statistics stay', async () => {
    const before = await statistics();
    await ask()['retention.update'](set({ sessionDays: 30, requestDays: 50 }), administrator());
    await settles(async () => (await left('sessions')) === 30 && (await left('support_requests')) === 50);
    assert.equal(await left('log_entries'), 60);
    assert.equal(await left('sessions', { state: 'live' }), 1);
    assert.deepEqual(await statistics(), before);
  });

  it('takes the customers’ names out of what leads assigned of deleted requests, and keeps what was missed', async () => {
    assert.equal(await left('offers'), 200);
    assert.equal(await left('offers', { 'assigned.customer': 'Marta' }), 50);
    assert.equal(await left('offers', { 'assigned.customer': '', 'assigned.by': inProcess.reps[0]?.id }), 50);
    assert.equal(await left('offers', { assigned: { $exists: false } }), 100);
  });

  it('goes on by itself as time passes', async () => {
    now += 10 * DAY_MS;
    await settles(async () => (await left('sessions')) === 20);
    const { overdue } = await ask()['retention.count'](set({ sessionDays: 30 }), administrator());
    assert.equal(overdue.sessions, 0);
  });

  it('finds a trust whose session is gone by the customer’s name, until nobody has used it for so long or it is erased', async () => {
    const unused = await aTrust('Marta Unused', BEGAN);
    const used = await aTrust('Marta Used', BEGAN, now - DAY_MS);
    const find = async (text: string) =>
      (await ask()['customers.find']({ text }, administrator())).items.map(({ kind, id }) => ({ kind, id }));
    assert.deepEqual(await find('marta unused'), [{ kind: 'trust', id: unused }]);
    const { overdue } = await ask()['retention.count'](set({ trustDays: 30 }), administrator());
    assert.equal(overdue.trusts, 1);
    await ask()['retention.update'](set({ trustDays: 30 }), administrator());
    await settles(async () => (await left('trusts')) === 1);
    assert.deepEqual(await find('unused'), []);
    const items = await find('used marta');
    assert.deepEqual(items, [{ kind: 'trust', id: used }]);
    const { erased } = await ask()['customers.erase']({ items }, administrator());
    assert.deepEqual([erased.trusts, await left('trusts')], [1, 0]);
  });
});
