import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { deadlineModel } from '../../../server/deadlines/deadline-model.ts';
import type { DeadlineKind } from '../../../server/deadlines/deadline-model.ts';
import { compareLinksEveryMs } from '../../../server/compare-all.ts';
import { ownerGoneMs, ownerMissedMs } from '../../../server/sessions/owner-absence.ts';
import { offlineGraceMs } from '../../../server/presence/presence-service.ts';
import { SessionId } from '../../../shared/contract/identifiers.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

describe('A rep who goes away in mid-session', () => {
  let world: FeaturesInProcess;
  let clock: { at: number; now(): number };

  before(async () => {
    clock = { at: Date.now(), now: () => clock.at };
    world = await featuresInProcess({ repNames: ['Ana'], availableQueue: 9, clock });
  });
  after(() => world.stop());

  const rep = () => world.reps[0] ?? assert.fail();
  const ana = () => ({ linkId: 'ana', account: rep() });
  const reps = () => world.features.repHandlers;
  const stateOf = async (browser: BrowserId) =>
    (await world.features.customerHandlers['page.open']({}, pageOf(browser))).state;
  const missing = async (browser: BrowserId) => {
    const state = await stateOf(browser);
    return state.at === 'session' ? state.session.ownerMissing : assert.fail(`the page is at ${state.at}`);
  };

  async function until(what: string, isSo: () => Promise<boolean>) {
    const end = performance.now() + 8000;
    while (!(await isSo())) {
      assert.ok(performance.now() < end, `${what} did not come`);
      await pause(20);
    }
  }

  async function aSession() {
    const { session } = await reps()['sessions.start']({ customer: 'Marta' }, ana());
    const browser = aBrowser();
    world.browsers.add(browser);
    await world.features.listeners.browserJoined(browser);
    const code = session.code?.code ?? assert.fail('no code');
    await world.features.customerHandlers['codes.enter']({ name: 'Marta', code }, pageOf(browser));
    return { browser, session: v.parse(SessionId, session.id) };
  }

  const awaits = async (kind: DeadlineKind) =>
    (await deadlineModel(world.connection).countDocuments({ kind, subject: rep().id })) > 0;

  async function leave() {
    world.accounts.delete(rep().id);
    await world.features.listeners.repLeft(rep().id);
  }
  async function comeBack() {
    world.accounts.add(rep().id);
    await world.features.listeners.repJoined(rep().id);
  }

  it('is missed by the customer’s page after 20 seconds, and no more once they are back', async () => {
    const { browser, session } = await aSession();
    await leave();
    const left = clock.at;
    assert.equal(await missing(browser), null, 'a restarted browser worries nobody');
    clock.at += ownerMissedMs;
    await until('the word on the page', async () => (await missing(browser)) !== null);
    assert.deepEqual(await missing(browser), { since: left, endsAt: left + ownerGoneMs, next: 'end' });
    await comeBack();
    assert.equal(await missing(browser), null);
    assert.equal(await awaits('rep-gone'), false, 'nothing waits for them any more');
    await reps()['sessions.end']({ session }, ana());
  });

  it('leaves no session open for ever: after five minutes it ends, and both read why', async () => {
    const { browser, session } = await aSession();
    await leave();
    clock.at += ownerGoneMs;
    await until('the end', async () => (await stateOf(browser)).at === 'summary');
    await comeBack();
    const { summary } = await reps()['sessions.summary']({ session }, ana());
    assert.deepEqual([summary.endReason, summary.endedBy], ['rep-lost', 'system']);
    const presence = async () => (await reps()['snapshot.get']({}, ana())).presence;
    await until('the free seat', async () => (await presence()) === 'online');
  });

  it('goes Offline and is missed although the going could not be written down at the time', async () => {
    const { browser, session } = await aSession();
    // The store was away in that moment: the features were told, and could keep nothing of it.
    world.accounts.delete(rep().id);
    clock.at += compareLinksEveryMs;
    const presence = async () => (await reps()['snapshot.get']({}, ana())).presence;
    await until('the comparison', async () => (await awaits('rep-offline')) && awaits('rep-missed'));
    clock.at += Math.max(offlineGraceMs, ownerMissedMs);
    await until('Offline', async () => (await presence()) === 'offline' && (await missing(browser)) !== null);
    world.accounts.add(rep().id);
    clock.at += compareLinksEveryMs;
    await until('Busy again', async () => (await presence()) === 'busy' && (await missing(browser)) === null);
    await reps()['sessions.end']({ session }, ana());
  });
});
