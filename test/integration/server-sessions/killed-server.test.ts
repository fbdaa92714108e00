import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../../../server/secrets/random.ts';
import {
  createRep,
  finishSetUp,
  openCustomerLink,
  openHostLink,
  openRepLink,
  signInRep,
} from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { aForm, aJoinedHost, aLiveSession, grant, someFacts } from './sessions-for-tests.ts';

describe('A server that was killed in the middle', () => {
  it('goes on where it was: line, code, session with all that was acknowledged, and the host by its token', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'rh-killed-'));
    const first = await startServerProcess({ dataFolder });
    const { token } = await signInRep(first, await createRep(await finishSetUp(first)));
    const rep = await openRepLink(first, token);
    const { customer, session } = await aLiveSession(first, rep);
    const { host, welcome } = await aJoinedHost(first, customer, session);
    await grant(rep, host, session, 'view');
    const { session: waiting } = await rep.call('sessions.start', { customer: '' });
    const other = await openCustomerLink(first);
    await other.call('requests.ask', await aForm(other, 'Juan'));
    const { entry } = await customer.call('chat.send', { session, clientId: randomId(), text: 'Still there?' });
    const [key, otherKey] = [customer.browserKey() ?? '', other.browserKey() ?? ''];
    await first.kill9();

    const second = await startServerProcess({ dataFolder });
    try {
      const repAgain = await openRepLink(second, token);
      const snapshot = await repAgain.call('snapshot.get', {});
      const head = snapshot.sessions.find(({ id }) => id === session);
      assert.deepEqual([head?.lastSeq, head?.consents.length], [entry.seq, 1]);
      assert.equal(snapshot.sessions.find(({ id }) => id === waiting.id)?.code?.code, waiting.code?.code);
      assert.deepEqual(
        snapshot.requests.map(({ name }) => name),
        ['Juan'],
      );
      const customerAgain = await openCustomerLink(second, key);
      const { entries } = await customerAgain.call('log.after', { session, seq: entry.seq - 1 });
      assert.deepEqual(entries, [entry]);
      const otherAgain = await openCustomerLink(second, otherKey);
      assert.equal((await otherAgain.call('page.open', {})).state.at, 'waiting');
      const hostAgain = await openHostLink(second, { by: 'token', token: welcome.token });
      assert.equal((await hostAgain.call('session.join', { facts: someFacts })).session.consents.length, 1);
      for (const link of [repAgain, customerAgain, otherAgain, hostAgain]) link.close();
    } finally {
      await second.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});
