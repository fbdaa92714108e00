import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { ClientEntryId, RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import { newId } from '../../../server/secrets/random.ts';
import { offlineGraceMs } from '../../../server/presence/presence-service.ts';
import { pageGoneMs } from '../../../server/queue/queue-service.ts';
import { customerGoneMs } from '../../../server/sessions/session-absence.ts';
import { codeLifeMs } from '../../../server/codes/code-service.ts';
import { logEntryModels } from '../../../server/session-log/log-entry-model.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('Somebody who goes away', () => {
  let world: FeaturesInProcess;
  let clock: { at: number; now(): number };

  before(async () => {
    clock = { at: Date.now(), now: () => clock.at };
    world = await featuresInProcess({ repNames: ['Ana', 'Ines'], availableQueue: 9, busyQueue: 9, clock });
  });
  after(() => world.stop());

  const customer = () => world.features.customerHandlers;
  const reps = () => world.features.repHandlers;
  const ana = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });

  async function until(what: string, isSo: () => Promise<boolean> | boolean) {
    const end = performance.now() + 8000;
    while (!(await isSo())) {
      assert.ok(performance.now() < end, `${what} did not come`);
      await pause(20);
    }
  }

  async function open(browser: BrowserId) {
    world.browsers.add(browser);
    await world.features.listeners.browserJoined(browser);
    return customer()['page.open']({}, pageOf(browser));
  }

  async function closePage(browser: BrowserId) {
    world.browsers.delete(browser);
    await world.features.listeners.browserLeft(browser);
  }

  async function inLine(name: string): Promise<BrowserId> {
    const browser = aBrowser();
    clock.at += 1000;
    await open(browser);
    const form = { channel: world.channel.id, name, email: '', phone: '', reason: 'Printer', message: '' };
    await customer()['requests.ask'](form, pageOf(browser));
    return browser;
  }

  const placeOf = async (browser: BrowserId) => {
    const { state } = await customer()['page.open']({}, pageOf(browser));
    return state.at === 'waiting' ? state.place.position : undefined;
  };

  async function claimed(name: string) {
    const { requests } = await reps()['snapshot.get']({}, ana());
    const request = requests.find((waiting) => waiting.name === name) ?? assert.fail(`${name} does not wait`);
    const { session } = await reps()['requests.claim']({ request: v.parse(RequestId, request.id) }, ana());
    return v.parse(SessionId, session.id);
  }

  it('keeps the place in line for three minutes, then the others move up', async () => {
    const [first, second] = [await inLine('Marta'), await inLine('Juan')];
    await closePage(first);
    clock.at += pageGoneMs - 1000;
    await open(first);
    assert.deepEqual([await placeOf(first), await placeOf(second)], [1, 2]);
    await closePage(first);
    clock.at += pageGoneMs;
    await until('the place of the second', async () => (await placeOf(second)) === 1);
    assert.equal(await placeOf(first), undefined);
    await customer()['requests.leave']({}, pageOf(second));
  });

  it('ends a session whose customer does not come back within five minutes, once and for all', async () => {
    const browser = await inLine('Rosa');
    const session = await claimed('Rosa');
    await closePage(browser);
    clock.at += customerGoneMs;
    await until('the end', async () => (await reps()['snapshot.get']({}, ana())).sessions.length === 0);
    const { summary } = await reps()['sessions.summary']({ session }, ana());
    assert.deepEqual([summary.endReason, summary.endedBy], ['lost', 'system']);
    const { state } = await open(browser);
    assert.equal(state.at, 'summary');
  });

  it('kills a code after ten minutes, and the rep’s panel shows it no longer', async () => {
    const { session } = await reps()['sessions.start']({ customer: 'Marta' }, ana());
    const code = session.code?.code ?? assert.fail('no code');
    clock.at += codeLifeMs;
    await refuses(
      Promise.resolve(customer()['codes.enter']({ name: 'Marta', code }, pageOf(aBrowser()))),
      'code-refused',
    );
    await until('the head without a code', async () => {
      const { sessions } = await reps()['snapshot.get']({}, ana());
      return sessions.find(({ id }) => id === session.id)?.code === null;
    });
    await reps()['sessions.end']({ session: v.parse(SessionId, session.id) }, ana());
  });

  it('leaves out an entry that was damaged on the disk, and the session goes on', async () => {
    const browser = await inLine('Lin');
    const session = await claimed('Lin');
    const { entries, damaged } = logEntryModels(world.connection);
    await entries.updateOne({ session, seq: 3 }, { $set: { body: { role: 7 } } });
    const { entries: read } = await reps()['log.after']({ session, seq: 0 }, ana());
    assert.deepEqual(
      read.map(({ seq }) => seq),
      [1, 2],
    );
    assert.equal(await damaged.countDocuments({ session }), 1);
    const said = { session, clientId: newId(ClientEntryId), text: 'Still here' };
    assert.equal((await customer()['chat.send'](said, pageOf(browser))).entry.seq, 4);
    await reps()['sessions.end']({ session }, ana());
  });

  it('is Offline 20 seconds after the last link went, and not before', async () => {
    const rep = world.reps[1] ?? assert.fail();
    const presence = async () => (await reps()['snapshot.get']({}, { linkId: 'ines', account: rep })).presence;
    await reps()['presence.set']({ presence: 'away' }, { linkId: 'ines', account: rep });
    world.accounts.delete(rep.id);
    await world.features.listeners.repLeft(rep.id);
    clock.at += offlineGraceMs - 1000;
    world.accounts.add(rep.id);
    await world.features.listeners.repJoined(rep.id);
    assert.equal(await presence(), 'away', 'a restarted worker is still Away');
    world.accounts.delete(rep.id);
    await world.features.listeners.repLeft(rep.id);
    clock.at += offlineGraceMs;
    await until('Offline', async () => (await presence()) === 'offline');
    world.accounts.add(rep.id);
    await world.features.listeners.repJoined(rep.id);
    assert.equal(await presence(), 'online', 'a new login begins Online');
  });
});
