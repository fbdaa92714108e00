/** What is asked of another rep and not answered, and what a crash or a lost rep leaves: nobody waits for nobody. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { compareLinksEveryMs } from '../../../server/compare-all.ts';
import { memberAskModel } from '../../../server/members/ask-model.ts';
import { askChannelMs, askRepMs } from '../../../server/members/asks.ts';
import { yesWantedMs } from '../../../server/members/transfers.ts';
import { ownerGoneMs } from '../../../server/sessions/owner-absence.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { MemberAskId, RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { someBrief } from './an-office.ts';

describe('Another representative who does not answer', function () {
  this.timeout(30_000);
  let world: FeaturesInProcess;
  let clock: { at: number; now(): number };

  beforeEach(async () => {
    clock = { at: Date.now(), now: () => clock.at };
    world = await featuresInProcess({ repNames: ['Ana', 'Bo'], availableQueue: 9, clock });
  });
  afterEach(() => world.stop());

  const as = (name: string) => {
    const account = world.reps.find(({ displayName }) => displayName === name) ?? assert.fail();
    return { linkId: name, account };
  };
  const reps = () => world.features.repHandlers;
  const logOf = async (session: SessionId) => (await reps()['log.after']({ session, seq: 0 }, as('Ana'))).entries;
  const snapshot = (name: string) => reps()['snapshot.get']({}, as(name));

  async function until(what: string, isSo: () => Promise<boolean>) {
    const end = performance.now() + 8000;
    while (!(await isSo())) {
      assert.ok(performance.now() < end, `${what} did not come`);
      await pause(20);
    }
  }

  async function aSession() {
    const browser = aBrowser();
    world.browsers.add(browser);
    await world.features.listeners.browserJoined(browser);
    const page = pageOf(browser);
    const form = { channel: world.channel.id, name: 'Marta', email: '', phone: '', reason: 'Printer', message: '' };
    await world.features.customerHandlers['requests.ask'](form, page);
    const [request] = (await snapshot('Ana')).requests;
    const { session } = await reps()['requests.claim']({ request: v.parse(RequestId, request?.id) }, as('Ana'));
    return { page, session: v.parse(SessionId, session.id) };
  }
  const endsIn = async (session: SessionId) =>
    (await logOf(session)).flatMap((entry) => (entry.kind === 'not-taken' ? [`${entry.what} ${entry.how}`] : []));

  it('has a minute; then the invitation, or the session that was to go to them, is as if nobody had been asked', async () => {
    const { session } = await aSession();
    await reps()['members.invite']({ session, rep: as('Bo').account.id, hands: 'view' }, as('Ana'));
    const to = { is: 'rep', rep: as('Bo').account.id } as const;
    await reps()['members.transfer']({ session, to, brief: someBrief, stays: false }, as('Ana'));
    assert.equal((await snapshot('Bo')).asks.length, 2);
    clock.at += askRepMs;
    await until('the end of the wait', async () => (await endsIn(session)).length === 2);
    assert.deepEqual((await endsIn(session)).sort(), ['invitation expired', 'transfer expired']);
    assert.deepEqual((await snapshot('Bo')).asks, []);
    assert.deepEqual(
      (await snapshot('Ana')).sessions.map(({ id }) => id),
      [session],
      'Ana was in charge all the time',
    );
  });

  it('has ten minutes as a channel; then the session leaves the line and is where it was', async () => {
    const { page, session } = await aSession();
    const to = { is: 'channel', channel: world.channel.id } as const;
    await reps()['members.transfer']({ session, to, brief: someBrief, stays: false }, as('Ana'));
    assert.deepEqual(
      (await snapshot('Bo')).requests.map(({ givenBy }) => givenBy),
      ['Ana'],
    );
    clock.at += askChannelMs;
    await until('the end of the wait', async () => (await endsIn(session)).length === 1);
    assert.deepEqual((await snapshot('Bo')).requests, []);
    const { state } = await world.features.customerHandlers['page.open']({}, page);
    assert.equal(state.at === 'session' && state.session.owner.displayName, 'Ana');
  });

  it('and has answered just before a crash is in the session after the next start, once', async () => {
    const { session } = await aSession();
    const bo = as('Bo').account.id;
    await reps()['members.invite']({ session, rep: bo, hands: 'view' }, as('Ana'));
    const model = memberAskModel(world.connection);
    await model.updateOne({ session }, { $set: { state: 'accepted' } });
    for (let start = 0; start < 2; start += 1) await world.features.start();
    const joined = (await logOf(session)).filter((entry) => entry.kind === 'joined' && entry.role === 'guest');
    assert.deepEqual(
      joined.map(({ by }) => by.name),
      ['Bo'],
    );
    assert.equal((await model.findOne({ session }).lean())?.carriedOut, true);
  });

  describe('and has said yes in the moment in which the store went away', () => {
    /** The change of who is in cannot be stored, once. */
    async function acceptedInVain(session: SessionId) {
      await reps()['members.invite']({ session, rep: as('Bo').account.id, hands: 'view' }, as('Ana'));
      const [ask] = (await snapshot('Bo')).asks;
      const model = sessionModel(world.connection);
      const { findOneAndUpdate } = model;
      Object.assign(model, {
        findOneAndUpdate() {
          Object.assign(model, { findOneAndUpdate });
          throw new Error('the store is away');
        },
      });
      const answer = { ask: v.parse(MemberAskId, ask?.id), accept: true };
      await assert.rejects(async () => reps()['members.answer'](answer, as('Bo')), /the store is away/);
      return memberAskModel(world.connection);
    }
    const guestsOf = async (session: SessionId) =>
      (await snapshot('Ana')).sessions.find(({ id }) => id === session)?.guests?.map(({ displayName }) => displayName);

    it('is in the session within seconds, without a restart', async () => {
      const { session } = await aSession();
      const asks = await acceptedInVain(session);
      assert.equal(await guestsOf(session), undefined);
      clock.at += compareLinksEveryMs;
      await until('the guest', async () => (await guestsOf(session))?.[0] === 'Bo');
      await until('the note of it', async () => (await asks.findOne({ session }).lean())?.carriedOut === true);
    });

    it('does not come in unexpectedly much later: the owner reads that it is over', async () => {
      const { session } = await aSession();
      const asks = await acceptedInVain(session);
      await asks.updateOne({ session }, { $set: { settledAt: clock.at - yesWantedMs } });
      clock.at += compareLinksEveryMs;
      await until('the end of it', async () => (await endsIn(session)).length === 1);
      assert.deepEqual(await endsIn(session), ['invitation over']);
      assert.equal((await asks.findOne({ session }).lean())?.state, 'over');
      await world.features.start();
      assert.equal(await guestsOf(session), undefined);
    });
  });

  it('goes on, if they are there as a guest, when the owner is lost; and is out when they are lost themselves', async () => {
    const { page, session } = await aSession();
    const bo = as('Bo').account.id;
    await reps()['members.invite']({ session, rep: bo, hands: 'control' }, as('Ana'));
    const [ask] = (await snapshot('Bo')).asks;
    await reps()['members.answer']({ ask: v.parse(MemberAskId, ask?.id), accept: true }, as('Bo'));
    const ana = as('Ana').account.id;
    world.accounts.delete(ana);
    await world.features.listeners.repLeft(ana);
    clock.at += ownerGoneMs;
    const state = async () => {
      const opened = await world.features.customerHandlers['page.open']({}, page);
      return opened.state.at === 'session' ? opened.state.session : assert.fail(opened.state.at);
    };
    await until('the next owner', async () => (await state()).owner.account === bo);
    assert.deepEqual([(await state()).ownerMissing, (await state()).guests], [null, undefined]);
    world.accounts.add(ana);
    await world.features.listeners.repJoined(ana);
    await reps()['members.invite']({ session, rep: ana, hands: 'view' }, as('Bo'));
    const [back] = (await snapshot('Ana')).asks;
    await reps()['members.answer']({ ask: v.parse(MemberAskId, back?.id), accept: true }, as('Ana'));
    world.accounts.delete(ana);
    await world.features.listeners.repLeft(ana);
    clock.at += ownerGoneMs;
    await until('the guest’s end', async () => (await state()).guests === undefined);
    assert.equal((await state()).owner.account, bo);
  });
});
