import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import type { SystemReading } from '../../../shared/contract/system-information.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { auditOf } from '../server-accounts/audit-of.ts';
import { aForm, aJoinedHost, grant, refuses } from './sessions-for-tests.ts';

const reading = (kernel: string): SystemReading => ({
  category: 'system',
  at: 1,
  facts: [{ name: 'Kernel', value: kernel }],
  table: null,
  problem: '',
});

describe('System information kept with a session', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;
  let customer: CustomerLink;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    customer = await openCustomerLink(server);
  });
  after(async () => {
    customer.close();
    rep.close();
    await server.stop();
  });

  let asked = 0;
  /** The customer asks (again), and their computer's program comes. */
  async function aSession(from: CustomerLink) {
    const name = `Marta ${(asked += 1)}`;
    await from.call('requests.ask', await aForm(from, name));
    const { request } = await rep.event('requests.waiting', (event) => event.request.name === name);
    const session = (await rep.call('requests.claim', { request: request.id })).session.id;
    const { host } = await aJoinedHost(server, from, session);
    return { session, host };
  }
  const keep = (session: Awaited<ReturnType<typeof aSession>>['session'], kernel: string) =>
    rep.call('system.keep', { session, clientId: randomId(), reading: reading(kernel) });

  it('is kept only while it may be read, is told to the customer, and is there for the next session', async () => {
    const first = await aSession(customer);
    await refuses(keep(first.session, '6.1'), 'not-allowed');
    await grant(rep, first.host, first.session, 'system-information');
    assert.equal((await keep(first.session, '6.1')).entry.kind, 'system-kept');
    await keep(first.session, '6.2');
    const { entry } = await customer.event('log.appended', (event) => event.entry.kind === 'system-kept');
    assert.ok(entry.kind === 'system-kept' && entry.category === 'system');
    const asked = { session: first.session, category: 'system' } as const;
    assert.equal((await rep.call('system.last', asked)).last, null, 'not of this session itself');
    await rep.call('sessions.end', { session: first.session });
    first.host.close();

    const second = await aSession(customer);
    const { last } = await rep.call('system.last', { session: second.session, category: 'system' });
    assert.deepEqual([last?.session, last?.reading], [first.session, reading('6.2')], 'the latest of each category');
    assert.equal((await rep.call('system.last', { session: second.session, category: 'disks' })).last, null);
    await rep.call('sessions.end', { session: second.session });
    second.host.close();
  });

  it('is of that customer’s computer alone, whatever another one calls theirs', async () => {
    const other = await openCustomerLink(server);
    const { session, host } = await aSession(other);
    assert.equal((await rep.call('system.last', { session, category: 'system' })).last, null);
    await rep.call('sessions.end', { session });
    host.close();
    other.close();
  });

  it('is shown in the web panel, which is written down, and goes when the customer is erased', async () => {
    const { session, host } = await aSession(customer);
    await grant(rep, host, session, 'system-information');
    await keep(session, '6.3');
    await rep.call('sessions.end', { session });
    host.close();
    const { panel } = administrator;
    const { kept } = await panel.call('sessions.system', { id: session });
    assert.deepEqual(
      kept.map((each) => each.reading),
      [reading('6.3')],
    );
    await auditOf(administrator, (entries) =>
      entries.some(({ action, target }) => action === 'sessions.system' && target === session),
    );
    await panel.call('customers.erase', { items: [{ kind: 'session', id: session }] });
    assert.deepEqual((await panel.call('sessions.system', { id: session })).kept, []);
  });
});
