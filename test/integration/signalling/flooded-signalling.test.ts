import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createRelay } from '../../../server/signalling/relay.ts';
import type { Peer } from '../../../server/signalling/relay.ts';
import { PeerId, SessionId } from '../../../shared/contract/identifiers.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import { openServerMemory, watchedMemory } from '../../support/server-memory.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { clientFrame, closeCodeOf, openRawWebSocket } from '../hostile-traffic/raw-socket.ts';
import { aJoinedHost, aLiveSession } from '../server-sessions/sessions-for-tests.ts';
import { openWith, signallingUrl } from './signalling-links.ts';

const OFFERS = 1_000_000;
/** As many links as share a million offers; each is cut off before it has sent all of its own. */
const LINKS = 20;
const MOST_GROWTH = 10 * 1024 * 1024;

describe('signalling under a flood', () => {
  it('cuts off who sends offers without end to ids that nobody has, keeps nothing of them, and serves others [H-37]', async function () {
    this.timeout(120_000);
    const server = await startServerProcess({ settings: watchedMemory });
    const memory = await openServerMemory(server);
    try {
      const rep = await repOnline(server, await createRep(await finishSetUp(server)));
      const { customer, session } = await aLiveSession(server, rep);
      const { host } = await aJoinedHost(server, customer, session);
      const before = await memory.held();
      // Made once: what is tried is the server, not how fast a test can write JSON.
      const many = offers(500);
      let begun = 0;
      const attack = async () => {
        const pass = await rep.call('link.open', { session });
        const { pathname, search } = new URL(signallingUrl(server, { id: pass.peer, token: pass.ticket }, pass.path));
        const raw = await openRawWebSocket(server, pathname + search);
        for (let sent = 0; sent < OFFERS / LINKS; sent += 500) {
          begun += 500;
          if (!(await raw.write(many))) break;
        }
        assert.equal(await closeCodeOf(raw), 1008);
      };
      await Promise.all(Array.from({ length: LINKS }, attack));
      // Whoever keeps to the rules is served as before.
      const [hostPass, viewerPass] = [
        await host.call('link.open', { session }),
        await rep.call('link.open', { session }),
      ];
      const [hostEnd, viewerEnd] = [await openWith(server, hostPass), await openWith(server, viewerPass)];
      hostEnd.send({ type: 'OFFER', dst: viewerPass.peer, payload: {} });
      await viewerEnd.message('OFFER');
      const grown = (await memory.held()) - before;
      assert.ok(grown < MOST_GROWTH, `${grown} bytes are still held after ${begun} offers`);
      for (const link of [rep, customer, host, hostEnd, viewerEnd]) link.close();
    } finally {
      memory.close();
      await server.stop();
    }
  });

  it('keeps nothing of a million offers to unknown ids, and at most 64 messages and 64 kB for one who is on the way [H-37]', () => {
    const id = (letter: string) => v.parse(PeerId, `p${letter.repeat(26)}`);
    const session = v.parse(SessionId, 's'.repeat(22));
    const received: string[] = [];
    const peer = (own: PeerId, role: 'host' | 'viewer'): Peer => ({
      id: own,
      party: role === 'host' ? { session, role } : { session, role, account: 'a'.repeat(22) as never },
      send: (text) => received.push(text),
      close: () => {},
    });
    const expected = id('e');
    const relay = createRelay((asked) => (asked === expected ? peer(expected, 'viewer').party : undefined));
    const host = peer(id('h'), 'host');
    relay.join(host);
    const outcomes = new Map<string, number>();
    for (let sent = 0; sent < OFFERS; sent += 1) {
      const outcome = relay.relay(host, { type: 'OFFER', dst: `unknown-${sent}`, payload: {} });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    assert.deepEqual([...outcomes], [['outsider', OFFERS]]);
    for (let sent = 0; sent < 100; sent += 1) {
      relay.relay(host, { type: 'CANDIDATE', dst: expected, payload: 'x'.repeat(3000) });
    }
    relay.join(peer(expected, 'viewer'));
    const bytes = received.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    assert.ok(received.length > 0 && received.length <= 64 && bytes <= 64 * 1024, `${received.length}, ${bytes} bytes`);
  });
});

/** Offers to ids of the right form that nobody ever had. */
function offers(count: number): Buffer {
  return Buffer.concat(
    Array.from({ length: count }, (_none, index) => {
      const unknown = index
        .toString(32)
        .replaceAll(/[0189]/g, 'z')
        .padStart(26, 'a');
      return clientFrame(Buffer.from(JSON.stringify({ type: 'OFFER', dst: `p${unknown}`, payload: {} })));
    }),
  );
}
