import assert from 'node:assert/strict';
import * as v from 'valibot';
import { compareLinksEveryMs } from '../../../server/features.ts';
import { newId } from '../../../server/secrets/random.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { ClientEntryId, RequestId, SessionId, Ticket } from '../../../shared/contract/identifiers.ts';
import type { RightSubject } from '../../../shared/contract/right.ts';
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
    await hostHandlers['session.join']({ facts: someFacts }, host);
    await repHandlers['consent.ask']({ session, clientId: newId(ClientEntryId), ask: control }, rep);
    const report = { kind: 'granted', scope: 'control', devices: 'both', until: null } as const;
    await hostHandlers['session.report']({ session, clientId: newId(ClientEntryId), report }, host);
    return { rep: account.id, session };
  }

  async function scopes(session: SessionId) {
    const record = await sessionModel(world.connection).findOne({ _id: session }).lean();
    return record?.projection.consents.map(({ scope }) => scope);
  }

  const deny = (subject: RightSubject) =>
    world.features.adminHandlers['rights.set'](
      { subject, setting: { allow: [], deny: ['control'] } },
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
});
