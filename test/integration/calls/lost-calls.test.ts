/** Calls that nobody answers, and calls that somebody has left, by a clock that the test holds. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { callGoneMs, ringMs } from '../../../server/calls/call-rules.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { deadlineModel } from '../../../server/deadlines/deadline-model.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { newId } from '../../../server/secrets/random.ts';
import { ClientEntryId, RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

describe('A call that has nobody at one of its ends', () => {
  let world: FeaturesInProcess;
  let clock: { at: number; now(): number };

  before(async () => {
    clock = { at: Date.now(), now: () => clock.at };
    world = await featuresInProcess({ repNames: ['Ana'], availableQueue: 9, busyQueue: 9, clock });
  });
  after(() => world.stop());

  const customer = () => world.features.customerHandlers;
  const reps = () => world.features.repHandlers;
  const ana = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });
  const clientId = () => newId(ClientEntryId);

  async function aSession(name: string): Promise<{ browser: BrowserId; session: SessionId }> {
    const browser = aBrowser();
    world.browsers.add(browser);
    await world.features.listeners.browserJoined(browser);
    clock.at += 60_000;
    const form = { channel: world.channel.id, name, email: '', phone: '', reason: 'Printer', message: '' };
    await customer()['requests.ask'](form, pageOf(browser));
    const { requests } = await reps()['snapshot.get']({}, ana());
    const request = requests.find((waiting) => waiting.name === name) ?? assert.fail(`${name} does not wait`);
    const { session } = await reps()['requests.claim']({ request: v.parse(RequestId, request.id) }, ana());
    return { browser, session: v.parse(SessionId, session.id) };
  }

  const callOf = async (session: SessionId) => {
    const { sessions } = await reps()['snapshot.get']({}, ana());
    return sessions.find(({ id }) => id === session)?.call;
  };
  async function endOf(session: SessionId) {
    const end = performance.now() + 8000;
    while ((await callOf(session)) !== undefined) {
      assert.ok(performance.now() < end, 'the call does not end');
      await pause(20);
    }
    const { entries } = await reps()['log.after']({ session, seq: 0 }, ana());
    const last = entries.at(-1);
    assert.ok(last?.kind === 'call-ended');
    return { reason: last.reason, by: last.by.kind, durationMs: last.durationMs };
  }

  it('rings for a minute, and is over then', async () => {
    const { session } = await aSession('Marta');
    await reps()['call.ask']({ session, clientId: clientId(), media: 'voice' }, ana());
    clock.at += ringMs - 1000;
    assert.notEqual(await callOf(session), undefined);
    clock.at += 1000;
    assert.deepEqual(await endOf(session), { reason: 'unanswered', by: 'system', durationMs: 0 });
  });

  it('leaves nothing behind when its end was stored, but not answered, and is sent again', async () => {
    const { browser, session } = await aSession('Lucia');
    await reps()['call.ask']({ session, clientId: clientId(), media: 'voice' }, ana());
    const isDue = async () =>
      (await deadlineModel(world.connection).countDocuments({ kind: 'call-due', subject: session })) > 0;
    assert.equal(await isDue(), true);
    const no = { session, clientId: clientId(), answer: 'no' } as const;
    const declining = async () => customer()['call.answer'](no, pageOf(browser));
    const model = sessionModel(world.connection);
    const { updateOne } = model;
    Object.assign(model, {
      updateOne() {
        Object.assign(model, { updateOne });
        throw new Error('the store went away');
      },
    });
    await assert.rejects(declining, /went away/);
    const { entry } = await declining();
    assert.equal(entry.kind, 'call-declined');
    assert.deepEqual([await callOf(session), await isDue()], [undefined, false]);
  });

  it('ends by itself when nobody has come to it for a minute', async () => {
    const { browser, session } = await aSession('Juan');
    await reps()['call.ask']({ session, clientId: clientId(), media: 'video' }, ana());
    await customer()['call.answer']({ session, clientId: clientId(), answer: 'yes' }, pageOf(browser));
    clock.at += callGoneMs;
    assert.deepEqual(await endOf(session), { reason: 'lost', by: 'system', durationMs: callGoneMs });
  });
});
