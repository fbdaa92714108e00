/** A server with three reps at work, as the tests about several reps in one session need them. */
import assert from 'node:assert/strict';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, Rep, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import { aLiveSession, allowSessions } from '../server-sessions/sessions-for-tests.ts';

export interface RepAtDesk {
  readonly rep: Rep;
  readonly link: RepLink;
  readonly id: Rep['account']['id'];
}

export interface MembersOffice {
  readonly server: ServerProcess;
  readonly administrator: Administrator;
  readonly ana: RepAtDesk;
  readonly bo: RepAtDesk;
  readonly cy: RepAtDesk;
  /** Somebody talks with Ana. */
  aSession(name: string): Promise<{ customer: CustomerLink; session: SessionHead['id'] }>;
  /** Bo comes in as a guest of Ana. */
  invited(session: SessionHead['id'], hands?: 'view' | 'control'): Promise<void>;
  logOf(who: RepLink | CustomerLink, session: SessionHead['id']): Promise<LogEntry[]>;
  stop(): Promise<void>;
}

export async function openMembersOffice(): Promise<MembersOffice> {
  const server = await startServerProcess();
  const administrator = await finishSetUp(server);
  await allowSessions(administrator, 9);
  const atDesk = async (displayName: string): Promise<RepAtDesk> => {
    const rep = await createRep(administrator, { displayName });
    return { rep, link: await repOnline(server, rep), id: rep.account.id };
  };
  const [ana, bo, cy] = [await atDesk('Ana'), await atDesk('Bo'), await atDesk('Cy')];
  const customers: CustomerLink[] = [];
  return {
    server,
    administrator,
    ana,
    bo,
    cy,
    async aSession(name) {
      const made = await aLiveSession(server, ana.link, name);
      customers.push(made.customer);
      return made;
    },
    async invited(session, hands = 'control') {
      await ana.link.call('members.invite', { session, rep: bo.id, hands });
      const { ask } = await bo.link.event('members.asked', (event) => event.ask.session === session);
      await bo.link.call('members.answer', { ask: ask.id, accept: true });
    },
    async logOf(who, session) {
      const page = await (who as RepLink).call('log.after', { session, seq: 0 });
      assert.equal(page.more, false);
      return page.entries;
    },
    async stop() {
      for (const link of [ana.link, bo.link, cy.link, ...customers]) link.close();
      await server.stop();
    },
  };
}

/** What a log says, as `kind by`. */
export function said(entries: readonly LogEntry[]): string[] {
  return entries.map(({ kind, by }) => `${kind} ${by.name}`);
}

/** A brief that says something everywhere. */
export const someBrief = {
  wanted: 'The printer on floor two prints nothing.',
  tried: 'Restarted it, looked at the queue.',
  state: 'Nothing is shared at the moment.',
  promised: 'A call back by noon.',
};
