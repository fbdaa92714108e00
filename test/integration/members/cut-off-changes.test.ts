/** Who is in a session changes by one write, and the log says so by another: whatever stops the server in between, no word is lost and none doubled. */
import assert from 'node:assert/strict';
import { memberAskModel } from '../../../server/members/ask-model.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { newId } from '../../../server/secrets/random.ts';
import { ClientEntryId } from '../../../shared/contract/identifiers.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import { openDesk } from './a-desk.ts';
import type { Desk } from './a-desk.ts';
import { killedAfter } from './killed-after.ts';

describe('A server that is killed between a change of who is in a session and the word of it', function () {
  this.timeout(30_000);
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.stop());

  const reps = () => desk.world.features.repHandlers;
  const idOf = (name: string) => desk.as(name).account.id;
  const model = () => sessionModel(desk.world.connection);

  /** Each is prepared, then begun and killed; afterwards the log says it once, and these are in. */
  const changes: readonly {
    readonly what: string;
    readonly prepare?: (session: SessionId) => Promise<unknown>;
    readonly change: (session: SessionId) => Promise<unknown>;
    readonly says: (entry: LogEntry) => boolean;
    readonly owner: string | null;
    readonly guests: readonly string[];
  }[] = [
    {
      what: 'a guest comes in by invitation',
      change: (session) => desk.invited(session),
      says: (entry) => entry.kind === 'joined' && entry.role === 'guest' && entry.by.name === 'Bo',
      owner: 'Ana',
      guests: ['Bo'],
    },
    {
      what: 'a guest leaves',
      prepare: (session) => desk.invited(session),
      change: async (session) => reps()['members.leave']({ session, to: null }, desk.as('Bo')),
      says: (entry) => entry.kind === 'rep-left' && entry.how === 'left',
      owner: 'Ana',
      guests: [],
    },
    {
      what: 'a guest is removed',
      prepare: (session) => desk.invited(session),
      change: async (session) => reps()['members.remove']({ session, rep: idOf('Bo') }, desk.as('Ana')),
      says: (entry) => entry.kind === 'rep-left' && entry.how === 'removed',
      owner: 'Ana',
      guests: [],
    },
    {
      what: 'a guest is given mouse and keyboard',
      prepare: (session) => desk.invited(session),
      change: async (session) => reps()['members.giveHands']({ session, rep: idOf('Bo') }, desk.as('Ana')),
      says: (entry) => entry.kind === 'hands-given' && entry.to === 'Bo',
      owner: 'Ana',
      guests: ['Bo'],
    },
    {
      what: 'another one goes on after a transfer',
      change: async (session) =>
        reps()['members.answer']({ ask: await desk.askedOn(session), accept: true }, desk.as('Bo')),
      says: (entry) => entry.kind === 'handed-over' && entry.how === 'transfer' && entry.by.name === 'Bo',
      owner: 'Bo',
      guests: [],
    },
    {
      what: 'the owner leaves it to a guest',
      prepare: (session) => desk.invited(session),
      change: async (session) => reps()['members.leave']({ session, to: idOf('Bo') }, desk.as('Ana')),
      says: (entry) => entry.kind === 'handed-over' && entry.how === 'left' && entry.by.name === 'Bo',
      owner: 'Bo',
      guests: [],
    },
    {
      what: 'the owner leaves it in line',
      change: async (session) => reps()['members.toLine']({ session }, desk.as('Ana')),
      says: (entry) => entry.kind === 'back-in-line' && entry.by.name === 'Ana',
      owner: null,
      guests: [],
    },
  ];

  for (const { what, prepare, change, says, owner, guests } of changes) {
    for (const moment of ['before its word', 'after its word'] as const) {
      it(`has said it once at its next start, when it dies ${moment}: ${what}`, async () => {
        const { page, session } = await desk.aSession();
        await prepare?.(session);
        await killedAfter(model(), moment === 'before its word' ? 'the change' : 'the word', () => change(session));
        const isSaid = async () => (await desk.logOf(session)).filter(says).length;
        assert.equal(await isSaid(), moment === 'before its word' ? 0 : 1);

        for (let start = 0; start < 2; start += 1) await desk.world.features.start();
        assert.equal(await isSaid(), 1);
        assert.equal((await desk.stored(session)).unsaid, undefined, 'nothing is owed any more');
        const { state } = await desk.world.features.customerHandlers['page.open']({}, page);
        const head = state.at === 'session' ? state.session : assert.fail(state.at);
        assert.equal(head.ownerMissing?.next === 'left' ? null : head.owner.displayName, owner);
        assert.deepEqual(
          (head.guests ?? []).map(({ displayName }) => displayName),
          guests,
        );
        if (owner !== null) return;
        const { requests, sessions } = await reps()['snapshot.get']({}, desk.as('Bo'));
        assert.deepEqual([requests.map(({ givenBy }) => givenBy), sessions], [['Ana'], []], 'it stands in line, once');
      });
    }
  }

  it('takes nothing back that the next one has asked since, when it dies after its word', async () => {
    const { session } = await desk.aSession();
    const ask = await desk.askedOn(session);
    const answer = async () => reps()['members.answer']({ ask, accept: true }, desk.as('Bo'));
    await killedAfter(model(), 'the word', answer);
    await reps()['members.invite']({ session, rep: idOf('Ana'), hands: 'view' }, desk.as('Bo'));
    const toSee = { scope: 'view', devices: 'both', minutes: null } as const;
    await reps()['consent.ask']({ session, clientId: newId(ClientEntryId), ask: toSee }, desk.as('Bo'));
    await desk.world.features.start();
    assert.equal((await desk.stored(session)).unsaid, undefined, 'nothing is owed any more');
    assert.deepEqual((await desk.stored(session)).projection.ask, toSee);
    assert.deepEqual(
      (await reps()['snapshot.get']({}, desk.as('Ana'))).asks.map(({ what }) => what),
      ['invitation'],
    );
  });

  it('has said it before whatever changes next, when only the store was away for a moment', async () => {
    const { session } = await desk.aSession();
    await desk.invited(session);
    const leave = async () => reps()['members.leave']({ session, to: null }, desk.as('Bo'));
    await killedAfter(model(), 'the change', leave);
    await desk.invited(session, 'view');
    const told = (await desk.logOf(session)).flatMap((entry) =>
      entry.by.name === 'Bo' && (entry.kind === 'joined' || entry.kind === 'rep-left') ? [entry.kind] : [],
    );
    assert.deepEqual(told, ['joined', 'rep-left', 'joined']);
  });

  it('puts every session back into line that lost its place there, though one of them fails', async () => {
    const left = [await desk.aSession(), await desk.aSession()];
    for (const { session } of left) await reps()['members.toLine']({ session }, desk.as('Ana'));
    const requests = requestModel(desk.world.connection);
    await requests.updateMany({ state: 'waiting' }, { $set: { state: 'left' } });
    const { create } = requests;
    Object.assign(requests, {
      create() {
        Object.assign(requests, { create });
        return Promise.reject(new Error('the store stumbles'));
      },
    });
    const inLine = async () => (await reps()['snapshot.get']({}, desk.as('Bo'))).requests.length;
    await desk.world.features.start();
    assert.equal(await inLine(), 1);
    await desk.world.features.start();
    assert.equal(await inLine(), 2);
  });

  it('lets nobody back in who has gone since, although it could not note that the yes was carried out', async () => {
    const { session } = await desk.aSession();
    await desk.invited(session);
    await memberAskModel(desk.world.connection).updateOne({ session }, { $unset: { carriedOut: '' } });
    await reps()['members.remove']({ session, rep: idOf('Bo') }, desk.as('Ana'));
    await desk.world.features.start();
    assert.deepEqual((await desk.stored(session)).guests, []);
  });
});
