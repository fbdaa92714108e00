import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { PeerId } from '../../../../shared/contract/identifiers.ts';
import { iceServersFor } from '../../../../server/signalling/ice-servers.ts';

const peer = v.parse(PeerId, `p${'a'.repeat(26)}`);

describe('The relay servers that a peer is told of', () => {
  it('are none on a server without a relay', () => {
    assert.deepEqual(iceServersFor(peer, undefined, 0), []);
  });

  it('come with credentials that end after an hour and that the relay can check', () => {
    const turn = { url: 'turn:help.example:3478', secret: 'a shared secret of both' };
    const [server] = iceServersFor(peer, turn, 1_000_000);
    assert.equal(server?.username, `4600:${peer}`);
    assert.equal(server?.credential, createHmac('sha1', turn.secret).update(`4600:${peer}`).digest('base64'));
  });
});
