/** The host's link to a real server: what it hands on when the server has been away. */
import assert from 'node:assert/strict';
import { createRep, openCustomerLink, repOnline } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { newClientEntryId } from '../../../customer-host/session/new-id.ts';
import { openServerLink } from '../../../customer-host/session/server-link.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { aLiveSession, someFacts } from '../server-sessions/sessions-for-tests.ts';
import { openOffice } from './session-on-desktop.ts';

describe('a host that comes back to its server', () => {
  it('takes who is in the session now as the server says, after all that was written before', async function () {
    this.timeout(60_000);
    const office = await openOffice();
    const { port, dataFolder } = office.server;
    const bo = await createRep(office.administrator, { displayName: 'Bo' });
    const boLink = await repOnline(office.server, bo);
    const { customer, session } = await aLiveSession(office.server, office.ana);
    const heard: { entry?: LogEntry; head?: SessionHead }[] = [];
    const link = openServerLink({
      origin: office.server.origin,
      authority: undefined,
      ticket: (await customer.call('host.ticket', { session })).ticket,
      facts: someFacts,
      newId: newClientEntryId,
      onEntry: (entry) => heard.push({ entry }),
      onReps: (head) => heard.push({ head }),
      onViewer: () => undefined,
      onViewersRevoked: () => undefined,
      onOver: () => undefined,
    });
    await link.welcome;
    await office.ana.call('members.invite', { session, rep: bo.account.id, hands: 'view' });
    const { ask } = await boLink.event('members.asked');
    await boLink.call('members.answer', { ask: ask.id, accept: true });
    await until('the guest', () => heard.some(({ entry }) => entry?.kind === 'joined'));
    assert.ok(
      heard.every(({ head }) => head === undefined),
      'the first welcome is what the host begins with',
    );

    const browserKey = customer.browserKey() ?? '';
    await office.server.crash();
    const again = await startServerProcess({ dataFolder, port, settings: { PREPARE_HOST: 'no' } });
    await until('the head', () => heard.some(({ head }) => head !== undefined), 15_000);
    const at = heard.findIndex(({ head }) => head !== undefined);
    const head = heard[at]?.head;
    assert.deepEqual(
      head?.guests?.map(({ displayName }) => displayName),
      ['Bo'],
    );
    const lastSeq = head?.lastSeq ?? 0;
    assert.ok(heard.slice(0, at).every(({ entry }) => entry !== undefined && entry.seq <= lastSeq));

    link.close();
    for (const open of [await openCustomerLink(again, browserKey), customer, boLink]) open.close();
    await again.stop();
    await office.close();
  });
});
