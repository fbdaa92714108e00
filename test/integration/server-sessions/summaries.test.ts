/** What a customer's browser shows after a session, and closes. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

describe('The summary of a session', () => {
  let world: FeaturesInProcess;
  let clock: { at: number; now(): number };
  beforeEach(async () => {
    clock = { at: Date.now(), now: () => clock.at };
    world = await featuresInProcess({ repNames: ['Ana'], clock });
  });
  afterEach(() => world.stop());

  it('stays open when the closing of an earlier one comes again, late', async () => {
    const { customerHandlers: customer, repHandlers: reps } = world.features;
    const ana = { linkId: 'ana', account: world.reps[0] ?? assert.fail() };
    const browser = aBrowser();
    world.browsers.add(browser);
    const page = pageOf(browser);
    async function aSession() {
      clock.at += 60_000;
      const form = { channel: world.channel.id, name: 'Marta', email: '', phone: '', reason: 'Printer', message: '' };
      await customer['requests.ask'](form, page);
      const [request] = (await reps['snapshot.get']({}, ana)).requests;
      const { session } = await reps['requests.claim']({ request: v.parse(RequestId, request?.id) }, ana);
      const id = v.parse(SessionId, session.id);
      await customer['sessions.end']({ session: id, feelsWrong: false }, page);
      return id;
    }
    const shown = async () => {
      const { state } = await customer['page.open']({}, page);
      return state.at === 'summary' ? state.summary.session : state.at;
    };
    const first = await aSession();
    assert.equal(await shown(), first);
    await customer['sessions.dismiss']({ session: first }, page);
    assert.equal(await shown(), 'start');
    const second = await aSession();
    await customer['sessions.dismiss']({ session: first }, page);
    assert.equal(await shown(), second);
    await customer['sessions.dismiss']({ session: second }, page);
    assert.equal(await shown(), 'start');
  });
});
