import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';

describe('An organisation that runs its own support centre', () => {
  it('needs one start and nothing else: no database, no account with anybody, no default password [S0-03]', async () => {
    // A PATH with nothing on it: what is not part of RemoteHelp cannot be used.
    const server = await startServerProcess({ settings: { PATH: '/nonexistent' } });
    try {
      assert.match(server.output(), /\(embedded\)/);
      assert.deepEqual(childPrograms(server.pid), ['embedded-store.js']);

      const administrator = await finishSetUp(server);
      const rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana Petrescu' }));
      // Presence is settled just after the rep's link has opened.
      await rep.event('channels.changed', ({ channels }) => channels.some(({ status }) => status === 'available'));
      const customer = await openCustomerLink(server);
      const [channel] = (await customer.call('page.open', {})).channels;
      assert.ok(channel);
      assert.equal(channel.status, 'available');
      const form = { channel: channel.id, name: 'Marta', email: '', phone: '', reason: 'Nothing prints', message: '' };
      await customer.call('requests.ask', form);
      const { request } = await rep.event('requests.waiting');
      await rep.call('requests.claim', { request: request.id });
      const { session } = await customer.event('requests.claimed');
      assert.equal(session.owner.displayName, 'Ana Petrescu');
      rep.close();
      customer.close();
    } finally {
      await server.stop();
    }
  });
});

/** The files that the children of a process run. */
function childPrograms(pid: number): string[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return children.map((child) => {
    const command = readFileSync(`/proc/${child}/cmdline`, 'utf8').split('\0');
    return (
      command
        .find((word) => /\.(?:js|ts)$/.test(word))
        ?.split('/')
        .at(-1) ??
      command[0] ??
      ''
    );
  });
}
