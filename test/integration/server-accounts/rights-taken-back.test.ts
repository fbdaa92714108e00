import assert from 'node:assert/strict';
import * as v from 'valibot';
import { compareLinksEveryMs } from '../../../server/compare-all.ts';
import { newId } from '../../../server/secrets/random.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import {
  ClientEntryId,
  MemberAskId,
  RequestId,
  SessionId,
  Ticket,
  Token,
} from '../../../shared/contract/identifiers.ts';
import type { RightSubject, Tool } from '../../../shared/contract/right.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { aClock } from '../server-reservations/reservations-for-tests.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { someFacts } from '../server-sessions/sessions-for-tests.ts';

const control = { scope: 'control', devices: 'both', minutes: null } as const;

describe('Control that is denied while a rep has it', () => {
  let world: FeaturesInProcess;
  let clock: ReturnType<typeof aClock>;
  beforeEach(async () => {
    clock = aClock('2026-06-01T09:00:00Z');
    world = await featuresInProcess({ repNames: ['Ana', 'Bo'], clock });
  });
  afterEach(() => world.stop());

  /** A session of a rep who has been granted control in it. */
  async function aControlledSession(name: string) {
    const account = world.reps.find(({ displayName }) => displayName === name);
    assert.ok(account);
    const rep = { linkId: name, account };
    const browser = aBrowser();
    world.browsers.add(browser);
    const { customerHandlers, repHandlers, hostHandlers } = world.features;
    const form = { channel: world.channel.id, name: 'Marta', email: '', phone: '', reason: 'Printer', message: '' };
    await customerHandlers['requests.ask'](form, pageOf(browser));
    const { requests } = await repHandlers['snapshot.get']({}, rep);
    const [request] = requests;
    assert.ok(request);
    const { session: head } = await repHandlers['requests.claim']({ request: v.parse(RequestId, request.id) }, rep);
    const session = v.parse(SessionId, head.id);
    const { ticket } = await customerHandlers['host.ticket']({ session }, pageOf(browser));
    const admission = { by: 'ticket', ticket: v.parse(Ticket, ticket) } as const;
    const host = { linkId: 'host', admission, session: undefined };
    const { token, revocations } = await hostHandlers['session.join']({ facts: someFacts }, host);
    await repHandlers['consent.ask']({ session, clientId: newId(ClientEntryId), ask: control }, rep);
    const report = { kind: 'granted', scope: 'control', devices: 'both', until: null } as const;
    await hostHandlers['session.report']({ session, clientId: newId(ClientEntryId), report }, host);
    return { rep: account.id, session, token, revocations };
  }

  async function scopes(session: SessionId) {
    const record = await sessionModel(world.connection).findOne({ _id: session }).lean();
    return record?.projection.consents.map(({ scope }) => scope);
  }

  const deny = (subject: RightSubject, tool: Tool = 'control') =>
    world.features.adminHandlers['rights.set'](
      { subject, setting: { allow: [], deny: [tool] } },
      {} as Parameters<(typeof world.features.adminHandlers)['rights.set']>[1],
    );

  it('is taken back as soon as the rep is linked again, who was out of reach when it was decided', async () => {
    const { rep, session } = await aControlledSession('Ana');
    assert.deepEqual(await scopes(session), ['view', 'control']);
    world.accounts.delete(rep);
    await world.features.listeners.repLeft(rep);
    await deny({ kind: 'account', account: rep });
    world.accounts.add(rep);
    await world.features.listeners.repJoined(rep);
    assert.deepEqual(await scopes(session), ['view']);
  });

  it('is taken back from everybody else when it fails for one, and from that one a little later', async () => {
    const [ana, bo] = [await aControlledSession('Ana'), await aControlledSession('Bo')];
    const sessions = sessionModel(world.connection);
    const { find } = sessions;
    sessions.find = ((...args: Parameters<typeof find>) => {
      const [filter] = args;
      if (filter !== undefined && 'owner' in filter && filter.owner === ana.rep) throw new Error('The store is away.');
      return find.apply(sessions, args);
    }) as unknown as typeof find;
    await assert.rejects(Promise.resolve(deny({ kind: 'role', role: 'representative' })), /store is away/);
    assert.deepEqual([await scopes(ana.session), await scopes(bo.session)], [['view', 'control'], ['view']]);
    sessions.find = find;
    await world.features.stop();
    clock.advance(compareLinksEveryMs);
    await world.features.start();
    await until('it to be made up for', async () => (await scopes(ana.session))?.length === 1);
  });

  describe('as a guest', () => {
    const bo = () => {
      const account = world.reps.find(({ displayName }) => displayName === 'Bo') ?? assert.fail();
      return { linkId: 'Bo', account };
    };
    const ana = () => ({ linkId: 'Ana', account: world.reps[0] ?? assert.fail() });

    /** Bo is a guest of Ana with mouse and keyboard. */
    async function withHands() {
      const controlled = await aControlledSession('Ana');
      const { session } = controlled;
      const { repHandlers } = world.features;
      await repHandlers['members.invite']({ session, rep: bo().account.id, hands: 'control' }, ana());
      const [ask] = (await repHandlers['snapshot.get']({}, bo())).asks;
      await repHandlers['members.answer']({ ask: v.parse(MemberAskId, ask?.id), accept: true }, bo());
      await repHandlers['members.giveHands']({ session, rep: bo().account.id }, ana());
      return controlled;
    }
    const stored = async (session: SessionId) =>
      (await sessionModel(world.connection).findOne({ _id: session }).lean()) ?? assert.fail();

    it('gives mouse and keyboard back to the owner, who keeps what the customer granted, and the log says so', async () => {
      const { session } = await withHands();
      assert.equal((await stored(session)).handsOf, bo().account.id);
      await deny({ kind: 'account', account: bo().account.id });
      assert.deepEqual(
        [(await stored(session)).handsOf, await scopes(session)],
        [ana().account.id, ['view', 'control']],
      );
      const { entries } = await world.features.repHandlers['log.after']({ session, seq: 0 }, ana());
      const last = entries.at(-1);
      assert.deepEqual(last?.kind === 'hands-given' && [last.by.name, last.to], ['Bo', 'Ana']);
    });

    it('has a host that was away meanwhile close what the guest sees who may not look on any more', async () => {
      const { session, token, revocations } = await withHands();
      const joinAgain = () =>
        world.features.hostHandlers['session.join'](
          { facts: someFacts },
          { linkId: 'host', admission: { by: 'token', token: v.parse(Token, token) }, session: undefined },
        );
      assert.equal((await joinAgain()).revocations, revocations, 'nothing to close yet');
      await deny({ kind: 'account', account: bo().account.id }, 'view');
      assert.equal((await stored(session)).handsOf, ana().account.id, 'who may not see has no hands either');
      assert.notEqual((await joinAgain()).revocations, revocations);
    });
  });
});
