import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, refuses } from '../server-sessions/sessions-for-tests.ts';
import { startRelay } from './a-relay.ts';
import type { TestRelay } from './a-relay.ts';

const secret = 'a secret of the relay itself';

describe('The relay in the web panel', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let relay: TestRelay;

  before(async () => {
    relay = await startRelay(secret);
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(async () => {
    relay.stop();
    await server.stop();
  });

  it('counts for the next link without a restart, and its secret is neither shown nor stored in the clear', async () => {
    const { panel } = administrator;
    assert.deepEqual((await panel.call('relay.get', {})).relay, { by: 'nobody', url: '' });
    const set = await panel.call('relay.update', { url: relay.url, secret });
    assert.deepEqual(set.relay, { by: 'panel', url: relay.url });

    const rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    const customer = await openCustomerLink(server);
    await customer.call('requests.ask', await aForm(customer, 'Marta'));
    const { request } = await rep.event('requests.waiting');
    const { session } = await rep.call('requests.claim', { request: request.id });
    const { iceServers } = await rep.call('link.open', { session: session.id });
    assert.equal(iceServers[0]?.urls, relay.url);
    for (const file of readdirSync(server.dataFolder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      assert.ok(!readFileSync(join(file.parentPath, file.name)).includes(secret), `${file.name} has the secret`);
    }
    assert.ok(!server.output().includes(secret));
    customer.close();
    rep.close();
  });

  it('is tried as a computer in a session would, and what it gave is given back', async () => {
    const { panel } = administrator;
    assert.equal((await panel.call('relay.test', {})).trial, 'works');
    assert.equal(relay.given(), 1);
    assert.equal(relay.takenBack(), 1);
  });

  it('tells a wrong secret from a relay that is not there', async () => {
    const { panel } = administrator;
    await panel.call('relay.update', { url: relay.url, secret: 'quite another secret' });
    assert.equal((await panel.call('relay.test', {})).trial, 'refused');
    const gone = await startRelay(secret);
    gone.stop();
    await refuses(panel.call('relay.update', { url: gone.url, secret: null }), 'invalid');
    await panel.call('relay.update', { url: gone.url, secret });
    assert.equal((await panel.call('relay.test', {})).trial, 'silent');
    await panel.call('relay.remove', {});
    await refuses(panel.call('relay.test', {}), 'not-found');
  });
});
