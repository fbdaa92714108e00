import assert from 'node:assert/strict';
import * as v from 'valibot';
import { aHead, clientId, inesSays, session } from '../builders.ts';
import { aLinkOwner, settled, signedIn } from './a-link-owner.ts';
import { fakeServer } from './fake-server.ts';

const text = 'The extension speaks version 3, the server version 4. Update the extension.';
const unsent = { session: session(), clientId: clientId(), text: 'Try it now', at: 1, failure: null };

describe('a server that comes back of another version', () => {
  async function aRepInAChat() {
    const server = fakeServer(
      {
        'chat.send': () => ({ entry: inesSays(1, unsent.text, { clientId: clientId() }) }),
      },
      [aHead()],
    );
    const owner = aLinkOwner(server, { work: { unsent: [unsent] } });
    const { desk, client } = owner.openView();
    await settled();
    return { ...owner, server, desk, client };
  }

  it('leaves the rep signed in, with what was not sent, and says what to update', async () => {
    const { server, desk, ordersOf } = await aRepInAChat();
    server.refuse(text, 'protocol-mismatch');
    await settled();
    assert.deepEqual(desk.link.value, { at: 'other-version', server: signedIn.server, because: text });
    assert.deepEqual(desk.unsent.value, [unsent]);
    assert.deepEqual(ordersOf('stored.account'), []);
    const kept = v.parse(
      v.object({ work: v.object({ unsent: v.array(v.unknown()) }) }),
      ordersOf('stored.work').at(-1)?.params,
    );
    assert.deepEqual(kept.work.unsent, [unsent]);
  });

  it('is asked again every minute, and what was not sent goes out when the versions fit', async () => {
    const { server, clock, desk } = await aRepInAChat();
    for (const times of [1, 2, 3]) {
      server.refuse(text, 'protocol-mismatch');
      clock.advance(59_999);
      assert.equal(server.opened(), times);
      clock.advance(1);
      assert.equal(server.opened(), times + 1);
      await settled();
      assert.equal(desk.link.value.at, 'other-version', 'the notice does not flicker');
    }
    server.open();
    await settled();
    assert.equal(desk.link.value.at, 'online');
    assert.deepEqual(desk.unsent.value, []);
  });

  it('is asked at once when the rep wants it, and no more after signing out', async () => {
    const { server, clock, desk, client } = await aRepInAChat();
    server.refuse(text, 'protocol-mismatch');
    await client.call('link.retry', {});
    assert.equal(server.opened(), 2);
    clock.advance(60_000);
    assert.equal(server.opened(), 2, 'the press was the next try');
    server.refuse(text, 'protocol-mismatch');
    await client.call('account.signOut', {});
    await settled();
    assert.equal(desk.link.value.at, 'signed-out');
    clock.advance(600_000);
    assert.equal(server.opened(), 2);
  });
});
