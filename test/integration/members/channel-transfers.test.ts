/** A session that is given to a channel: whoever is faster has it, and when nobody can come it is where it was. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { deadlineModel } from '../../../server/deadlines/deadline-model.ts';
import { memberAskModel } from '../../../server/members/ask-model.ts';
import { askChannelMs } from '../../../server/members/asks.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { newId } from '../../../server/secrets/random.ts';
import { ownerGoneMs } from '../../../server/sessions/owner-absence.ts';
import { ChannelId, MemberAskId, RequestId } from '../../../shared/contract/identifiers.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { openDesk } from './a-desk.ts';
import type { Desk } from './a-desk.ts';
import { someBrief } from './an-office.ts';

describe('A session that is given to a channel', function () {
  this.timeout(60_000);
  let desk: Desk;
  let clock: { at: number; now(): number };
  beforeEach(async () => {
    clock = { at: Date.now(), now: () => clock.at };
    desk = await openDesk({ clock, repNames: ['Ana', 'Bo', 'Lee'] });
  });
  afterEach(() => desk.stop());

  const reps = () => desk.world.features.repHandlers;
  const snapshot = (name: string) => reps()['snapshot.get']({}, desk.as(name));
  const asks = () => memberAskModel(desk.world.connection);
  const requests = () => requestModel(desk.world.connection);

  async function given(session: SessionId, channel = desk.world.channel.id) {
    await reps()['members.transfer'](
      { session, to: { is: 'channel', channel }, brief: someBrief, stays: false },
      desk.as('Ana'),
    );
    const ask = (await asks().findOne({ session, state: 'open' }).lean()) ?? assert.fail('nobody is asked');
    return { ask: v.parse(MemberAskId, ask._id) };
  }

  async function requestOf(session: SessionId) {
    const found = await requests().findOne({ 'takeover.session': session, state: 'waiting' }).lean();
    return v.parse(RequestId, found?._id);
  }

  const whatCameOf = async (session: SessionId) =>
    (await reps()['log.after']({ session, seq: 0 }, await ownerOf(session))).entries.flatMap((entry) =>
      entry.kind === 'not-taken' ? [entry.how] : entry.kind === 'handed-over' ? ['handed-over'] : [],
    );
  const ownerOf = async (session: SessionId) => {
    const { owner } = await desk.stored(session);
    return desk.as(desk.world.reps.find(({ id }) => id === owner)?.displayName ?? '');
  };
  /** Another channel, with Lee in it. */
  function network() {
    const channel = {
      ...desk.world.channel,
      id: newId(ChannelId),
      name: 'Network',
      members: [desk.as('Lee').account.id],
    };
    desk.world.channels.set(channel.id, channel);
    Object.assign(desk.as('Lee').account, { channels: [channel.id] });
    return channel;
  }

  it('and is taken back and taken at once has one outcome, and both are told the same', async () => {
    for (let round = 0; round < 12; round += 1) {
      // Nobody may ask so often that this would be the customer's twelfth request within a moment.
      clock.at += 60_000;
      const { session } = await desk.aSession();
      const { ask } = await given(session);
      const request = await requestOf(session);
      const taking = async () => reps()['requests.claim']({ request }, desk.as('Bo'));
      const takingBack = async () => reps()['members.withdraw']({ ask }, desk.as('Ana'));
      const both = round % 2 === 0 ? [taking(), takingBack()] : [takingBack(), taking()];
      const settled = await Promise.allSettled(both);
      const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      assert.ok(refused.length === 1 && refused[0] instanceof AppError, 'one of the two is refused');
      const isTaken = (await desk.stored(session)).owner === desk.as('Bo').account.id;
      assert.deepEqual(await whatCameOf(session), [isTaken ? 'handed-over' : 'withdrawn']);
      assert.equal((await asks().findOne({ _id: ask }).lean())?.state, isTaken ? 'accepted' : 'withdrawn');
      assert.equal(await requests().countDocuments({ 'takeover.session': session, state: 'waiting' }), 0);
      await reps()['sessions.end']({ session }, await ownerOf(session));
    }
  });

  it('and is being taken cannot be taken back, nor does its time run out, until that is settled', async () => {
    const { session } = await desk.aSession();
    const { ask } = await given(session);
    const request = await requestOf(session);
    // As it is stored in the middle of a claim.
    const bo = desk.as('Bo').account.id;
    await requests().updateOne(
      { _id: request },
      { $set: { state: 'claimed', claimedBy: bo, settledAt: clock.at, session } },
    );
    const takingBack = reps()['members.withdraw']({ ask }, desk.as('Ana'));
    await refuses(Promise.resolve(takingBack), 'already-taken', /Somebody in General has just taken/);
    clock.at += askChannelMs;
    const isLookedAtLater = { kind: 'member-ask-due' as const, subject: ask, dueAt: clock.at + 5000 };
    await until(
      'another look',
      async () => (await deadlineModel(desk.world.connection).exists(isLookedAtLater)) !== null,
    );
    assert.equal((await asks().findOne({ _id: ask }).lean())?.state, 'open');
    // The claim came to nothing.
    await desk.world.features.start();
    assert.equal(await requestOf(session), request);
    clock.at += 5000;
    await until('the time to be over', async () => (await whatCameOf(session)).length === 1, 15_000);
    assert.deepEqual(await whatCameOf(session), ['expired']);
    assert.equal((await requests().findOne({ _id: request }).lean())?.state, 'left');
  });

  describe('and was given on by whoever took it', () => {
    async function takenAndGivenOn(to: string) {
      const { session } = await desk.aSession();
      await given(session);
      const request = await requestOf(session);
      await reps()['requests.claim']({ request }, desk.as('Bo'));
      const onTo = { is: 'rep', rep: desk.as(to).account.id } as const;
      await reps()['members.transfer']({ session, to: onTo, brief: someBrief, stays: false }, desk.as('Bo'));
      const ask = await asks().findOne({ session, state: 'open' }).lean();
      await reps()['members.answer']({ ask: v.parse(MemberAskId, ask?._id), accept: true }, desk.as(to));
      return { session, request };
    }

    it('stays with the third one, and with the first one if it went back, whenever the server starts', async () => {
      for (const name of ['Lee', 'Ana']) {
        clock.at += 60_000;
        const { session, request } = await takenAndGivenOn(name);
        await desk.world.features.start();
        assert.equal((await requests().findOne({ _id: request }).lean())?.state, 'claimed', 'it stands in no line');
        assert.equal((await desk.stored(session)).owner, desk.as(name).account.id);
        await reps()['sessions.end']({ session }, desk.as(name));
      }
    });

    it('stays with the third one although a crash came before it was noted that the claim had come to it', async () => {
      const { request } = await takenAndGivenOn('Lee');
      await requests().updateOne({ _id: request }, { $unset: { begun: '' } });
      await desk.world.features.start();
      const { state, begun } = (await requests().findOne({ _id: request }).lean()) ?? assert.fail();
      assert.deepEqual([state, begun], ['claimed', true]);
    });

    it('is offered to nobody any more, should it stand in line all the same', async () => {
      const { request, session } = await takenAndGivenOn('Ana');
      await requests().updateOne(
        { _id: request },
        { $set: { state: 'waiting' }, $unset: { begun: '', claimedBy: '', session: '', settledAt: '' } },
      );
      const claim = reps()['requests.claim']({ request }, desk.as('Bo'));
      // Ana is its owner again, as she was when she gave it to the channel, and that was carried out once.
      await refuses(Promise.resolve(claim), 'already-exists');
      assert.equal((await requests().findOne({ _id: request }).lean())?.state, 'left');
      assert.equal((await desk.stored(session)).owner, desk.as('Ana').account.id);
    });
  });

  it('that is removed goes on with its representative at once, who reads why', async () => {
    const { session } = await desk.aSession();
    const { id } = network();
    await given(session, id);
    desk.world.channels.delete(id);
    await desk.world.features.channelRemoved(id);
    assert.deepEqual(await whatCameOf(session), ['gone']);
    const { sessions } = await snapshot('Ana');
    assert.deepEqual(
      sessions.map((head) => [head.id, head.state, head.ownerMissing]),
      [[session, 'live', null]],
    );
    await given(session);
  });

  describe('when its representative is lost', () => {
    /** Ana has been gone for long, and the session stands in the other channel's line. */
    async function lostInOtherLine() {
      const { session } = await desk.aSession();
      const { id } = network();
      await given(session, id);
      await losesAna();
      await until('the loss', async () => (await desk.stored(session)).inLineSince !== undefined, 15_000);
      assert.deepEqual((await snapshot('Bo')).requests, [], 'it stands in the other line');
      return { session, channel: id };
    }

    it('and the channel is removed, stands in its own line again, or ends where there is none', async () => {
      const { session, channel } = await lostInOtherLine();
      desk.world.channels.delete(channel);
      await desk.world.features.channelRemoved(channel);
      assert.deepEqual(
        (await snapshot('Bo')).requests.map(({ lostBy }) => lostBy),
        ['Ana'],
      );
      desk.world.channels.clear();
      await desk.world.features.channelRemoved(desk.world.channel.id);
      assert.equal((await desk.stored(session)).state, 'ended');
    });

    it('stands in its own line again although the server died between the one and the other', async () => {
      const { session } = await lostInOtherLine();
      const ask = await asks().findOne({ session, state: 'open' }).lean();
      const { findOneAndUpdate } = asks();
      Object.assign(asks(), {
        findOneAndUpdate() {
          Object.assign(asks(), { findOneAndUpdate });
          throw new Error('killed');
        },
      });
      const takeBack = async () => reps()['members.withdraw']({ ask: v.parse(MemberAskId, ask?._id) }, desk.as('Ana'));
      await assert.rejects(takeBack, /killed/);
      assert.deepEqual((await snapshot('Bo')).requests, [], 'it stands in none');
      await desk.world.features.start();
      assert.deepEqual(
        (await snapshot('Bo')).requests.map(({ lostBy }) => lostBy),
        ['Ana'],
      );
    });

    it('and nobody could come any more because the channel is removed in that moment, is ended', async () => {
      const { session } = await lostInOtherLine();
      await requests().updateMany({ 'takeover.session': session }, { $set: { state: 'left' } });
      desk.world.channels.clear();
      await desk.world.features.start();
      assert.equal((await desk.stored(session)).state, 'ended');
    });
  });

  async function losesAna() {
    const ana = desk.as('Ana').account.id;
    desk.world.accounts.delete(ana);
    await desk.world.features.listeners.repLeft(ana);
    clock.at += ownerGoneMs;
  }

  describe('by a lead, while it waits already because its representative is gone', () => {
    beforeEach(() => {
      Object.assign(desk.as('Lee').account, { role: 'administrator' });
    });
    const byLead = (session: SessionId, channel: ChannelId) =>
      reps()['team.transfer']({ session, to: { is: 'channel', channel }, brief: someBrief }, desk.as('Lee'));

    it('goes from one line to the other with its brief', async () => {
      const { session } = await desk.aSession();
      const { id } = network();
      await reps()['members.toLine']({ session }, desk.as('Ana'));
      assert.equal((await snapshot('Bo')).requests.length, 1);
      await byLead(session, id);
      assert.deepEqual((await snapshot('Bo')).requests, [], 'it stands in the first line no more');
      const [waiting] = (await snapshot('Lee')).requests;
      assert.deepEqual([waiting?.name, waiting?.brief, waiting?.channel], ['Marta', someBrief, id]);
      await reps()['requests.claim']({ request: await requestOf(session) }, desk.as('Lee'));
      const { owner, ownerLeft, inLineSince } = await desk.stored(session);
      assert.deepEqual([owner, ownerLeft, inLineSince], [desk.as('Lee').account.id, undefined, undefined]);
    });

    it('is back in the first line when it is taken back', async () => {
      const { session } = await desk.aSession();
      const { id } = network();
      await reps()['members.toLine']({ session }, desk.as('Ana'));
      await byLead(session, id);
      const ask = await asks().findOne({ session, state: 'open' }).lean();
      await reps()['members.withdraw']({ ask: v.parse(MemberAskId, ask?._id) }, desk.as('Lee'));
      assert.deepEqual(
        (await snapshot('Bo')).requests.map(({ givenBy }) => givenBy),
        ['Ana'],
      );
    });
  });
});
