import assert from 'node:assert/strict';
import { derivePresence } from '../../../../server/presence/derive-presence.ts';

describe('What others see of a rep', () => {
  it('is Online after logging in', () => {
    assert.equal(derivePresence({ loggedIn: true, chosen: 'online', activeSessions: 0 }), 'online');
  });
  it('is Busy with one session or more, by itself', () => {
    assert.equal(derivePresence({ loggedIn: true, chosen: 'online', activeSessions: 1 }), 'busy');
    assert.equal(derivePresence({ loggedIn: true, chosen: 'online', activeSessions: 3 }), 'busy');
  });
  it('is Away when that was chosen, also with a session open', () => {
    assert.equal(derivePresence({ loggedIn: true, chosen: 'away', activeSessions: 0 }), 'away');
    assert.equal(derivePresence({ loggedIn: true, chosen: 'away', activeSessions: 1 }), 'away');
  });
  it('is Offline when not logged in, whatever else was', () => {
    assert.equal(derivePresence({ loggedIn: false, chosen: 'away', activeSessions: 2 }), 'offline');
  });
});
