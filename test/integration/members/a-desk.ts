/** Reps and a customer in the test's own process, over a real store, so that a test can stop the server between two writes. */
import assert from 'node:assert/strict';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import type { Clock } from '../../../server/config/clock.ts';
import type { Features } from '../../../server/edge/feature-seam.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import type { SessionRecord } from '../../../server/sessions/session-model.ts';
import { MemberAskId, RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import type { GuestHands } from '../../../shared/contract/member.ts';
import { LogEntry } from '../../../shared/contract/session-log.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { featuresOnStore } from '../server-sessions/features-on-store.ts';
import { someBrief } from './an-office.ts';

export interface Desk {
  readonly world: FeaturesInProcess;
  as(name: string): { linkId: string; account: FeaturesInProcess['reps'][number] };
  /** Marta talks with Ana. */
  aSession(): Promise<{ page: ReturnType<typeof pageOf>; session: SessionId }>;
  /** Bo comes in as a guest. */
  invited(session: SessionId, hands?: GuestHands): Promise<void>;
  /** Ana gives the session to Bo, who is asked. */
  askedOn(session: SessionId): Promise<MemberAskId>;
  logOf(session: SessionId): Promise<LogEntry[]>;
  stored(session: SessionId): Promise<SessionRecord>;
  /** Another server process on the same store; nothing runs in it by itself. */
  anotherProcess(): Promise<{ features: Features; connection: Connection }>;
  stop(): Promise<void>;
}

export async function openDesk(setting: { clock?: Clock; repNames?: readonly string[] } = {}): Promise<Desk> {
  const world = await featuresInProcess({ repNames: ['Ana', 'Bo'], availableQueue: 9, ...setting });
  const connections: Connection[] = [];
  const reps = () => world.features.repHandlers;
  const as = (name: string) => {
    const account = world.reps.find(({ displayName }) => displayName === name) ?? assert.fail(name);
    return { linkId: name, account };
  };
  const askOf = async (name: string) => {
    const [ask] = (await reps()['snapshot.get']({}, as(name))).asks;
    return v.parse(MemberAskId, ask?.id);
  };
  return {
    world,
    as,
    async aSession() {
      const browser = aBrowser();
      world.browsers.add(browser);
      await world.features.listeners.browserJoined(browser);
      const page = pageOf(browser);
      const form = { channel: world.channel.id, name: 'Marta', email: '', phone: '', reason: 'Printer', message: '' };
      await world.features.customerHandlers['requests.ask'](form, page);
      const [request] = (await reps()['snapshot.get']({}, as('Ana'))).requests;
      const { session } = await reps()['requests.claim']({ request: v.parse(RequestId, request?.id) }, as('Ana'));
      return { page, session: v.parse(SessionId, session.id) };
    },
    async invited(session, hands = 'control') {
      await reps()['members.invite']({ session, rep: as('Bo').account.id, hands }, as('Ana'));
      await reps()['members.answer']({ ask: await askOf('Bo'), accept: true }, as('Bo'));
    },
    async askedOn(session) {
      const to = { is: 'rep', rep: as('Bo').account.id } as const;
      await reps()['members.transfer']({ session, to, brief: someBrief, stays: false }, as('Ana'));
      return askOf('Bo');
    },
    async logOf(session) {
      // As the customer's page reads it, whoever owns the session: what changes in it is for all.
      const { browser } = (await sessionModel(world.connection).findOne({ _id: session }).lean()) ?? assert.fail();
      const page = pageOf(browser ?? assert.fail('nobody has come'));
      return v.parse(
        v.array(LogEntry),
        (await world.features.customerHandlers['log.after']({ session, seq: 0 }, page)).entries,
      );
    },
    async stored(session) {
      return (await sessionModel(world.connection).findOne({ _id: session }).lean()) ?? assert.fail('no session');
    },
    async anotherProcess() {
      const connection = await createConnection(world.uri, { bufferCommands: false }).asPromise();
      connections.push(connection);
      const { channels, browsers, accounts } = world;
      const people = { channels, reps: world.reps, browsers, accounts };
      const clock = setting.clock ?? { now: () => Date.now() };
      const features = await featuresOnStore({ connection, dataFolder: world.folder, ...people, clock });
      return { features, connection };
    },
    async stop() {
      for (const connection of connections) await connection.close();
      await world.stop();
    },
  };
}
