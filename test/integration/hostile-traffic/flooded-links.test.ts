import assert from 'node:assert/strict';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { LINK_PATH } from '../../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import type { SignallingPass } from '../../../shared/contract/signalling.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { CustomerLink } from '../../support/people.ts';
import { openServerMemory, watchedMemory } from '../../support/server-memory.ts';
import type { ServerMemory } from '../../support/server-memory.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aLiveSession } from '../server-sessions/sessions-for-tests.ts';
import { signallingUrl } from '../signalling/signalling-links.ts';
import { clientFrame, closeCodeOf, openRawSocket, openRawWebSocket, rawRequest } from './raw-socket.ts';
import type { RawSocket } from './raw-socket.ts';

const FRAMES = 100_000;
const HALF_OPEN = 5000;
const MEGABYTE = 1024 * 1024;
/** What "alive" allows. */
const MOST_GROWTH = 10 * MEGABYTE;

describe('links under hostile traffic', () => {
  let server: ServerProcess;
  let memory: ServerMemory;
  let bystander: CustomerLink;
  let aPass: () => Promise<SignallingPass>;

  before(async () => {
    server = await startServerProcess({ settings: watchedMemory });
    memory = await openServerMemory(server);
    const rep = await repOnline(server, await createRep(await finishSetUp(server)));
    const { session } = await aLiveSession(server, rep);
    aPass = () => rep.call('link.open', { session });
    bystander = await openCustomerLink(server);
  });
  after(async () => {
    memory.close();
    bystander.close();
    await server.stop();
  });

  /** Does something hostile while somebody else is served, and holds the server's memory against what it was before. */
  async function survives(attack: () => Promise<void>): Promise<void> {
    await bystander.call('page.open', {});
    const before = await memory.held();
    let isOver = false;
    const served = (async () => {
      let answers = 0;
      while (!isOver) {
        await bystander.call('page.open', {});
        if (!isOver) answers += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
      return answers;
    })();
    await attack().finally(() => (isOver = true));
    assert.ok((await served) > 0, 'somebody else was served meanwhile');
    assert.ok(server.isRunning());
    await bystander.call('page.open', {});
    const grown = (await memory.held()) - before;
    assert.ok(grown < MOST_GROWTH, `${(grown / MEGABYTE).toFixed(1)} MB are still held`);
  }

  const link = () => openRawWebSocket(server, `${LINK_PATH}/?EIO=4&transport=websocket`, { Origin: server.origin });
  /** A customer's link that has passed its door. */
  async function greeted(): Promise<RawSocket> {
    const raw = await link();
    const door = JSON.stringify({ protocol: PROTOCOL_VERSION, browserKey: null });
    await raw.write(clientFrame(Buffer.from(`40/customer,${door}`)));
    await raw.receives(/40\/customer/);
    return raw;
  }
  async function signalling(): Promise<RawSocket> {
    const { peer, ticket, path } = await aPass();
    const { pathname, search } = new URL(signallingUrl(server, { id: peer, token: ticket }, path));
    return openRawWebSocket(server, pathname + search);
  }

  it('closes who sends a hundred thousand frames as fast as they go, of whatever kind [H-33]', async function () {
    this.timeout(120_000);
    const call = Buffer.from('42/customer,1["call",{"operation":"page.open","params":{}}]');
    const ping = clientFrame(Buffer.alloc(0), { opcode: 9 });
    // Who floods with pings is cut off by the WebSocket library itself, without a word.
    const floods = [
      { open: greeted, frame: clientFrame(call), codes: [1008] },
      { open: greeted, frame: clientFrame(Buffer.from('3')), codes: [1008] },
      { open: greeted, frame: ping, codes: [1008, undefined] },
      { open: signalling, frame: clientFrame(Buffer.from('{"type":"HEARTBEAT"}')), codes: [1008] },
      { open: signalling, frame: ping, codes: [1008, undefined] },
    ];
    await survives(async () => {
      for (const [index, { open, frame, codes }] of floods.entries()) {
        const raw = await open();
        const hundred = Buffer.concat(Array.from({ length: 100 }, () => frame));
        for (let sent = 0; sent < FRAMES && (await raw.write(hundred)); sent += 100) continue;
        const code = await closeCodeOf(raw);
        assert.ok(codes.includes(code), `flood ${index}: ${code}`);
      }
    });
  });

  it('closes who announces a frame of 64 MB, or never ends a message [H-33]', async function () {
    this.timeout(120_000);
    await survives(async () => {
      for (const open of [link, greeted, signalling]) {
        const large = await open();
        await large.write(clientFrame(Buffer.alloc(1000), { declared: 64 * MEGABYTE }));
        assert.equal(await closeCodeOf(large), 1009);
        for (const piece of [0, 1, 1000]) {
          const endless = await open();
          const more = clientFrame(Buffer.alloc(piece, 0x34), { opcode: 0, fin: false });
          const many = Buffer.concat(Array.from({ length: 100 }, () => more));
          await endless.write(clientFrame(Buffer.from('4'), { fin: false }));
          for (let sent = 0; sent < FRAMES && (await endless.write(many)); sent += 100) continue;
          const code = await closeCodeOf(endless);
          assert.ok(code === 1008 || code === 1009, `${piece} bytes each: ${code}`);
        }
      }
    });
  });

  it('lets go of five thousand half-open connections and of who asks letter by letter, and serves others [H-33]', async function () {
    this.timeout(120_000);
    await survives(async () => {
      const half: RawSocket[] = [];
      for (let opened = 0; opened < HALF_OPEN; opened += 1) {
        const raw = await openRawSocket(server);
        // Some have said nothing, some half a request, some all but the last letter of an upgrade.
        if (opened % 3 === 1) await raw.write('POST /api/rep.signIn HTTP/1.1\r\nHost: a\r\n');
        if (opened % 3 === 2) await raw.write(`GET ${LINK_PATH}/ HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upg`);
        half.push(raw);
      }
      const slow = await openRawSocket(server);
      const dripping = drip(
        slow,
        `GET ${LINK_PATH}/?EIO=4&transport=websocket HTTP/1.1\r\n${'X-A: b\r\n'.repeat(1000)}`,
      );
      const page = await openCustomerLink(server);
      assert.equal((await page.call('page.open', {})).organisation.name, 'Fern Street Library');
      page.close();
      await Promise.all([...half.map(({ gone }) => gone), slow.gone, dripping]);
    });
  });

  it('never agrees to compression on links, and closes who compresses all the same [H-34]', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * MEGABYTE, 0x34));
    const offer = { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' };
    await survives(async () => {
      const { peer, ticket, path } = await aPass();
      const { pathname, search } = new URL(signallingUrl(server, { id: peer, token: ticket }, path));
      const links = [
        await openRawWebSocket(server, `${LINK_PATH}/?EIO=4&transport=websocket`, { Origin: server.origin, ...offer }),
        await openRawWebSocket(server, pathname + search, offer),
      ];
      for (const raw of links) {
        const answer = raw.received().toString('latin1');
        assert.match(answer, /^HTTP\/1\.1 101 /);
        assert.doesNotMatch(answer, /Sec-WebSocket-Extensions/i);
        await raw.write(clientFrame(bomb, { rsv1: true }));
        assert.equal(await closeCodeOf(raw), 1002, 'a protocol error');
      }
    });
  });

  it('refuses compressed bodies over HTTP [H-34]', async () => {
    const bomb = gzipSync(Buffer.from(JSON.stringify({ userId: 'maria', password: ' '.repeat(64 * MEGABYTE) })));
    const targets = [
      ['/api/admin.signIn', 'application/json'],
      ['/api/rep.signIn', 'application/json'],
      ['/host/download', 'application/x-www-form-urlencoded'],
    ];
    await survives(async () => {
      for (const [path, type] of Array.from({ length: 50 }, () => targets).flat()) {
        const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nOrigin: ${server.origin}\r\n`;
        const about = `Content-Type: ${type}\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`;
        const answer = await rawRequest(server, Buffer.concat([Buffer.from(head + about), bomb]));
        assert.match(answer, /^HTTP\/1\.1 (400|401|413|415) /, path);
      }
    });
  });
});

/** One letter every tenth of a second until the server has had enough. */
async function drip(raw: RawSocket, letters: string): Promise<void> {
  for (const letter of letters) {
    if (!(await raw.write(letter))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
