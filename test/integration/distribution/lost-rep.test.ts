/** A rep whose browser vanishes in mid-session: nobody is left with nobody. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { deadlineModel } from '../../../server/deadlines/deadline-model.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { newId } from '../../../server/secrets/random.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import type { SessionModel } from '../../../server/sessions/session-model.ts';
import { ownerGoneMs } from '../../../server/sessions/owner-absence.ts';
import { offlineGraceMs } from '../../../server/presence/presence-service.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { ClientEntryId, SessionId, Ticket } from '../../../shared/contract/identifiers.ts';
import { pageOf } from '../server-sessions/features-in-process.ts';
import { refuses, someFacts } from '../server-sessions/sessions-for-tests.ts';
import { openFloor, until } from './a-floor.ts';
import type { Floor } from './a-floor.ts';

describe('A rep whose browser vanishes in mid-session', () => {
  let floor: Floor;
  beforeEach(async () => {
    floor = await openFloor(['Ana', 'Ines'], { availableQueue: 2 });
  });
  afterEach(() => floor.stop());

  async function inSession(browser: BrowserId) {
    const state = await floor.stateOf(browser);
    return state.at === 'session' ? state : assert.fail(`the page is at ${state.at}`);
  }

  /** Marta talks with Ana, whose computer goes to sleep. */
  async function aLostSession() {
    const marta = await floor.ask('Marta');
    const { session } = await floor.claim('Ana', 'Marta');
    await floor.leave('Ana');
    return { marta, session: v.parse(SessionId, session.id) };
  }

  it('is shown Offline within a minute, and after five the customer is first in line for another one [F13]', async () => {
    const { marta, session } = await aLostSession();
    floor.clock.at += offlineGraceMs;
    await until('Offline', async () => (await floor.snapshot('Ana')).presence === 'offline');
    await until('the wait for them', async () => (await inSession(marta)).session.ownerMissing?.next === 'line');
    const ruben = await floor.ask('Ruben');
    await floor.claim('Ines', 'Ruben');
    const pilar = await floor.ask('Pilar');
    floor.clock.at += ownerGoneMs;
    await until('the line', async () => (await inSession(marta)).session.ownerMissing?.next === 'in-line');
    assert.equal((await inSession(marta)).place?.position, 1, 'before whoever came meanwhile');
    const [first] = (await floor.snapshot('Ines')).requests;
    assert.deepEqual([first?.name, first?.lostBy, first?.position], ['Marta', 'Ana', 1]);
    await until(
      'the offer',
      async () => (await floor.offered())['Ines'] === 'Marta' || (await floor.offered())['Ines'] === 'Pilar',
    );

    const taken = await floor.claim('Ines', 'Marta');
    assert.equal(taken.session.id, session, 'the same session goes on');
    const state = await inSession(marta);
    assert.deepEqual([state.session.owner.displayName, state.session.ownerMissing, state.place], ['Ines', null, null]);
    const { entries } = await floor.world.features.customerHandlers['log.after']({ session, seq: 0 }, pageOf(marta));
    assert.deepEqual(
      entries.map(({ kind, by }) => `${kind} ${by.name}`),
      ['requested Marta', 'joined Marta', 'joined Ana', 'rep-lost RemoteHelp', 'joined Ines'],
    );
    assert.equal((await floor.stateOf(pilar)).at, 'waiting');
    assert.equal((await floor.stateOf(ruben)).at, 'session');
  });

  it('finds the session gone from their list once somebody else goes on with it', async () => {
    const { session } = await aLostSession();
    floor.clock.at += ownerGoneMs;
    await until('the line', async () => (await floor.snapshot('Ines')).requests.length === 1);
    await floor.claim('Ines', 'Marta');
    await floor.comeBack('Ana');
    const { sessions, presence } = await floor.snapshot('Ana');
    assert.deepEqual([sessions, presence], [[], 'online'], 'and the seat is free');
    const text = { session, clientId: session as never, text: 'Still there?' };
    await refuses(Promise.resolve(floor.world.features.repHandlers['chat.send'](text, floor.as('Ana'))), 'not-found');
  });

  it('goes on with it when they are back before anybody took it', async () => {
    const { marta } = await aLostSession();
    floor.clock.at += ownerGoneMs;
    await until('the line', async () => (await floor.snapshot('Ines')).requests.length === 1);
    await floor.comeBack('Ana');
    const { session, place } = await inSession(marta);
    assert.deepEqual([session.owner.displayName, session.ownerMissing, place], ['Ana', null, null]);
    assert.deepEqual((await floor.snapshot('Ines')).requests, []);
  });

  describe('with several customers', () => {
    async function twoSessions() {
      const browsers = [await floor.ask('Marta'), await floor.ask('Ruben')];
      await floor.claim('Ana', 'Marta');
      await floor.claim('Ana', 'Ruben');
      await floor.leave('Ana');
      return browsers;
    }
    const requests = () => requestModel(floor.world.connection);

    /** Does something once, in the moment in which the first of the sessions is put into line. Tells whether it is there. */
    function asTheFirstIsPutIntoLine(act: () => Promise<unknown>): () => boolean {
      const { create } = requests();
      let isThere = false;
      Object.assign(requests(), {
        async create(...args: Parameters<typeof create>) {
          Object.assign(requests(), { create });
          await act();
          const made = await create.apply(requests(), args);
          isThere = true;
          return made;
        },
      });
      return () => isThere;
    }

    it('goes on with all of them when they are back while the first is being put into line', async () => {
      const browsers = await twoSessions();
      const isPutIntoLine = asTheFirstIsPutIntoLine(() => floor.comeBack('Ana'));
      floor.clock.at += ownerGoneMs;
      await until('the line', async () => isPutIntoLine());
      await until('the end of it', async () => (await requests().countDocuments({ state: 'waiting' })) === 0);
      for (const browser of browsers) {
        const { session, place } = await inSession(browser);
        assert.deepEqual([session.owner.displayName, session.ownerMissing, place], ['Ana', null, null]);
      }
      assert.equal((await floor.snapshot('Ana')).sessions.length, 2);
    });

    it('has the others in line at once when one of them cannot be put there, and that one soon after', async () => {
      await twoSessions();
      asTheFirstIsPutIntoLine(() => Promise.reject(new Error('the store stumbles')));
      floor.clock.at += ownerGoneMs;
      const inLine = async () => (await floor.snapshot('Ines')).requests.length;
      await until('the other', async () => (await inLine()) === 1);
      const triedAgain = { kind: 'rep-gone' as const, dueAt: { $lte: floor.clock.at + 20_000 } };
      await until(
        'the next try',
        async () => (await deadlineModel(floor.world.connection).exists(triedAgain)) !== null,
      );
      floor.clock.at += 20_000;
      await until('both', async () => (await inLine()) === 2);
    });
  });

  it('leaves the customer in line when nobody else is there, and takes them out of it when they end', async () => {
    await floor.leave('Ines');
    const { marta, session } = await aLostSession();
    floor.clock.at += ownerGoneMs;
    await until('the line', async () => (await inSession(marta)).session.ownerMissing?.next === 'in-line');
    await until('Offline', async () => (await inSession(marta)).place?.channelStatus === 'offline');
    const end = { session, feelsWrong: false };
    await floor.world.features.customerHandlers['sessions.end'](end, pageOf(marta));
    assert.equal((await floor.stateOf(marta)).at, 'summary');
    await floor.comeBack('Ines');
    assert.deepEqual((await floor.snapshot('Ines')).requests, []);
  });

  it('has given back whatever was granted to them before somebody else goes on', async () => {
    const { marta, session } = await aLostSession();
    const asked = { scope: 'view', devices: 'both', minutes: null } as const;
    // As it stands after a question that nobody answered.
    await floor.comeBack('Ana');
    await floor.world.features.repHandlers['consent.ask'](
      { session, clientId: session as never, ask: asked },
      floor.as('Ana'),
    );
    await floor.leave('Ana');
    floor.clock.at += ownerGoneMs;
    await until('the line', async () => (await floor.snapshot('Ines')).requests.length === 1);
    await until('the question is gone', async () => (await inSession(marta)).session.ask === null);
    const { projection } =
      (await sessionModel(floor.world.connection).findOne({ _id: session }).lean()) ?? assert.fail();
    assert.deepEqual([projection.ask, projection.consents], [null, []]);
  });

  for (const moment of ['before', 'after'] as const) {
    it(`gives nothing that was granted to them to the next one, when a crash comes just ${moment} it is noted that they are lost`, async () => {
      const marta = await floor.ask('Marta');
      const session = v.parse(SessionId, (await floor.claim('Ana', 'Marta')).session.id);
      await grantView(marta, session);
      const model = sessionModel(floor.world.connection);
      const granted = async () => (await model.findOne({ _id: session }).lean())?.projection.consents.length;
      assert.equal(await granted(), 1);
      const hasDied = diesWhenLost(model, moment);
      await floor.leave('Ana');
      floor.clock.at += ownerGoneMs;
      await until('the crash', async () => hasDied());
      assert.equal(await granted(), 1, 'nothing was given back yet');
      const { findOneAndUpdate } = model;
      let passedOn: number | undefined;
      Object.assign(model, {
        findOneAndUpdate(...args: Parameters<typeof findOneAndUpdate>) {
          const change = findOneAndUpdate.apply(model, args);
          if (!JSON.stringify(args[1] ?? {}).includes('"role":"rep"')) return change;
          return {
            async lean() {
              passedOn = await granted();
              return change.lean();
            },
          };
        },
      });
      await floor.claim('Ines', 'Marta');
      Object.assign(model, { findOneAndUpdate });
      assert.equal(passedOn, 0, 'before it is the next one’s');
      const page = pageOf(marta);
      const { entries } = await floor.world.features.customerHandlers['log.after']({ session, seq: 0 }, page);
      const told = entries.map(({ kind, by }) => `${kind} ${by.name}`);
      assert.deepEqual(
        told.slice(told.indexOf('granted Marta') + 1),
        moment === 'before'
          ? ['withdrawn Ana', 'joined Ines']
          : ['withdrawn Ana', 'rep-lost RemoteHelp', 'joined Ines'],
      );
    });
  }

  async function grantView(browser: BrowserId, session: SessionId) {
    const { customerHandlers, hostHandlers, repHandlers } = floor.world.features;
    const { ticket } = await customerHandlers['host.ticket']({ session }, pageOf(browser));
    const admission = { by: 'ticket', ticket: v.parse(Ticket, ticket) } as const;
    const host = { linkId: 'host', admission, session: undefined };
    await hostHandlers['session.join']({ facts: someFacts }, host);
    const ask = { scope: 'view', devices: 'both', minutes: null } as const;
    await repHandlers['consent.ask']({ session, clientId: newId(ClientEntryId), ask }, floor.as('Ana'));
    const report = { kind: 'granted', scope: 'view', devices: 'both', until: null } as const;
    await hostHandlers['session.report']({ session, clientId: newId(ClientEntryId), report }, host);
  }
});

/** The process that notes the loss dies before, or just after it has stored it. Tells whether it has. */
function diesWhenLost(model: SessionModel, moment: 'before' | 'after'): () => boolean {
  const { findOneAndUpdate } = model;
  let hasDied = false;
  Object.assign(model, {
    findOneAndUpdate(...args: Parameters<typeof findOneAndUpdate>) {
      const change = () => findOneAndUpdate.apply(model, args);
      if (!JSON.stringify(args[1] ?? {}).includes('"rep-lost"')) return change();
      Object.assign(model, { findOneAndUpdate });
      return {
        async lean() {
          if (moment === 'after') await change().lean();
          hasDied = true;
          throw new Error('killed');
        },
      };
    },
  });
  return () => hasDied;
}
