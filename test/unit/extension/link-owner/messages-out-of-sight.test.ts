import assert from 'node:assert/strict';
import { aHead, says } from '../builders.ts';
import { aLinkOwner, settled } from './a-link-owner.ts';
import { fakeServer } from './fake-server.ts';

describe('messages that come while their chat is out of sight', () => {
  it('are each a notification and a sound, also where the notification does not show their words', async () => {
    const { clock, server, ordersOf, play } = aLinkOwner(fakeServer(), { settings: { messageWords: false } });
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'sessions.changed', session: aHead() });
    for (const seq of [1, 2]) {
      server.tell({ type: 'log.appended', entry: says(seq, 'Are you there?') });
      await settled();
      // Ticks come at most every ten seconds.
      clock.advance(10_000);
    }
    assert.deepEqual(
      ordersOf('notice.show').map(({ params }) => (params as { message: string }).message),
      ['A new message', 'A new message'],
    );
    assert.equal(play.count, 2);
  });

  it('make no sound while something fills a whole screen, and are still shown', async () => {
    const { server, ordersOf, play } = aLinkOwner(fakeServer(), { isFullScreen: true });
    await settled();
    server.open();
    await settled();
    server.tell({ type: 'sessions.changed', session: aHead() });
    server.tell({ type: 'log.appended', entry: says(1, 'Are you there?') });
    await settled();
    assert.equal(ordersOf('notice.show').length, 1);
    assert.equal(play.count, 0);
  });
});
