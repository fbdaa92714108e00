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
    const heard: (LogEntry | SessionHead)[] = [];
    const link = openServerLink({
      origin: office.server.origin,
      authority: undefined,
      ticket: (await customer.call('host.ticket', { session })).ticket,
      facts: someFacts,
      newId: newClientEntryId,
      onEntry: (entry) => heard.push(entry),
      onReps: (head) => heard.push(head),
      onViewer: () => undefined,
      onViewersRevoked: () => undefined,
      onOver: () => undefined,
    });
    await link.welcome;
    await office.ana.call('members.invite', { session, rep: bo.account.id, hands: 'view' });
    const { ask } = await boLink.event('members.asked');
    await boLink.call('members.answer', { ask: ask.id, accept: true });
    await until('the guest', () => heard.some((one) => 'kind' in one && one.kind === 'joined'));
    assert.ok(
      heard.every((one) => 'kind' in one),
      'the first welcome is what the host begins with',
    );

    const browserKey = customer.browserKey() ?? '';
    await office.server.crash();
    const again = await startServerProcess({ dataFolder, port, settings: { PREPARE_HOST: 'no' } });
    await until('the head', () => heard.some((one) => 'guests' in one), 15_000);
    const [head] = heard.flatMap((one) => ('guests' in one ? [one] : []));
    assert.deepEqual(
      head?.guests?.map(({ displayName }) => displayName),
      ['Bo'],
    );
    const before = heard.slice(
      0,
      heard.findIndex((one) => 'guests' in one),
    );
    assert.ok(before.every((one) => 'seq' in one && one.seq <= (head?.lastSeq ?? 0)));

    link.close();
    for (const open of [await openCustomerLink(again, browserKey), customer, boLink]) open.close();
    await again.stop();
    await office.close();
  });
});
