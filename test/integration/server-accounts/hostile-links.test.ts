import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { customerContract } from '../../../shared/contract/customer-contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { LINK_PATH, namespaces } from '../../../shared/contract/link-door.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { openContractLink } from '../../support/contract-link.ts';
import { post } from '../../support/http-client.ts';
import {
  createRep,
  finishSetUp,
  openCustomerLink,
  openHostLink,
  openRepLink,
  signInRep,
} from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

const spawnRecorder = new URL('../../support/record-spawns.mjs', import.meta.url).href;
const CLOSE_WITHIN_MS = 8000;

describe('hostile links', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  const folder = mkdtempSync(join(tmpdir(), 'rh-started-'));

  before(async () => {
    const settings = { NODE_OPTIONS: `--import=${spawnRecorder}`, SPAWN_RECORD: join(folder, 'started') };
    server = await startServerProcess({ settings });
    administrator = await finishSetUp(server);
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The command of every process that the server has started since its own start, ended or not. */
  const started = () => readFileSync(join(folder, 'started'), 'utf8').split('\n').filter(Boolean);

  it('refuses the upgrade to pages of other origins, and to cookies without an origin [H-30]', async () => {
    const { host } = new URL(server.origin);
    const cookie = String(administrator.browser.cookie);
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `http://${host}.evil.example` },
      { Origin: `http://evil.example/${host}` },
      { Origin: `https://${host}` },
      { Origin: `${EXTENSION_ORIGIN}x` },
      { Origin: 'moz-extension://not-an-installation' },
      { Cookie: cookie },
      { Origin: 'https://evil.example', Host: 'evil.example' },
    ];
    for (const headers of foreign) {
      assert.equal(await upgradeStatus(server, headers), 403, JSON.stringify(headers));
    }
    assert.equal(await upgradeStatus(server, { Origin: server.origin }), 101);
    await server.printed(/audit actor="visitor" action="link\.wrong-origin"/);
  });

  it('lets each program onto its own kind of link only [H-30]', async () => {
    const rep = await createRep(administrator);
    const { token } = await signInRep(server, rep);
    const greetings = [
      { origin: server.origin, ns: namespaces.rep, door: { protocol: PROTOCOL_VERSION, token } },
      { origin: EXTENSION_ORIGIN, ns: namespaces.customer, door: { protocol: PROTOCOL_VERSION, browserKey: null } },
      { origin: server.origin, ns: namespaces.host, door: { protocol: PROTOCOL_VERSION, by: 'token', token } },
    ];
    for (const { origin, ns, door } of greetings) {
      const link = await rawLink(server, { Origin: origin });
      link.send(`40${ns},${JSON.stringify(door)}`);
      assert.match(await link.next(/^44/), /wrong-origin/, ns);
      link.close();
    }
    const host = await openHostLink(server, { by: 'ticket', ticket: 'a'.repeat(26) });
    await assert.rejects(
      host.call('session.join', {
        facts: { computer: '', user: '', platform: '', localAddress: '', monitors: 1 },
      }),
      (error) => error instanceof AppError && error.code === 'ticket-refused',
    );
    host.close();
  });

  it('closes a link whose first frame is none of ours, and starts nothing because of it [H-31]', async () => {
    const before = started();
    assert.equal(before.length, 1, 'the store, which shows that what is started is written down');
    const first = [
      '{"version":"a[$(id)]0"}',
      `40/rep,{"protocol":"${'9'.repeat(4096)}","token":"x"}`,
      '40/rep,{"protocol":"a[$(id)]0","token":"x"}',
      '40/nowhere,{"protocol":1}',
      '40,{"protocol":1}',
      '42/rep,0["call",{"operation":"snapshot.get","params":{}}]',
      'hello',
      '',
      Buffer.from([4, 0, 1, 2, 3]),
    ];
    for (const frame of first) {
      const link = await rawLink(server, { Origin: EXTENSION_ORIGIN });
      link.send(frame);
      assert.equal(await link.closeCode(), 1008, String(frame).slice(0, 40));
    }
    const wrongProtocol = await rawLink(server, { Origin: EXTENSION_ORIGIN }, ['shell']);
    assert.equal(await wrongProtocol.closeCode(), 1008);
    assert.deepEqual(started(), before);
    await server.printed(/audit actor="visitor" action="link\.refused foreign first frame"/);
    assert.ok(server.isRunning());
  });

  it('closes a link that sends events of no known name or form, and goes on for everybody else [H-32]', async () => {
    const bystander = await openCustomerLink(server);
    const frames = [
      '42/customer,1[{"toString":"call"},{}]',
      '42/customer,1[["call"],{}]',
      '42/customer,1["__proto__",{}]',
      '42/customer,1["constructor",{}]',
      '42/customer,1[null]',
      '42/customer,1["call"]',
      '42/customer,["call",{"operation":"page.open","params":{}}]',
      '42/customer,1["disconnect",{}]',
      '42/rep,1["call",{"operation":"snapshot.get","params":{}}]',
      '451-/customer,1["call",{"_placeholder":true,"num":0}]',
      Buffer.alloc(64, 1),
    ];
    for (const frame of frames) {
      const link = await greeted(server);
      link.send(frame);
      const code = await link.closeCode();
      assert.ok(code === 1008 || code === 1005, `${String(frame).slice(0, 60)} → ${code}`);
    }
    const long = await greeted(server);
    long.send(`42/customer,1["${'x'.repeat(1_000_000)}",{}]`);
    assert.equal(await long.closeCode(), 1009);

    assert.ok(server.isRunning());
    assert.equal((await bystander.call('page.open', {})).organisation.name, 'Fern Street Library');
    bystander.close();
  });

  it('answers a few malformed calls, then closes the link [H-32]', async () => {
    const link = await greeted(server);
    const hostile = [
      '{"operation":["page.open"],"params":{}}',
      '{"operation":"__proto__","params":{}}',
      '{"__proto__":{}}',
    ];
    for (let sent = 0; sent < 12; sent += 1) link.send(`42/customer,${sent}["call",${hostile[sent % hostile.length]}]`);
    assert.match(await link.next(/^43\/customer,0/), /"ok":false.*"invalid"/);
    assert.equal(await link.closeCode(), 1008);
    await server.printed(/audit actor="customer" action="link\.refused unknown operation"/);
  });

  it('slows down a link that calls without end', async () => {
    const link = await openCustomerLink(server);
    const calls = Array.from({ length: 450 }, () =>
      link.call('page.open', {}).then(
        () => 'answered',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      ),
    );
    const outcomes = await Promise.race([Promise.all(calls), link.closed.then(() => [`closed`])]);
    assert.ok(outcomes.includes('too-many-tries') || outcomes.includes('closed'), outcomes.slice(-3).join());
    link.close();
    assert.ok(server.isRunning());
  });

  it('closes a link that never says who it is', async () => {
    const link = await rawLink(server, { Origin: server.origin });
    assert.ok(typeof (await link.closeCode(15_000)) === 'number');
  });

  it('tells an extension of another version which side to update', async () => {
    const { token } = await signInRep(server, await createRep(administrator));
    await assert.rejects(openRepLink(server, token, PROTOCOL_VERSION + 1), /Update the server/);
  });

  it('tells a page of another version so before anything else that it says is read', async () => {
    const told = async (version: string) => {
      const headers = { [PROTOCOL_HEADER]: version };
      const response = await post(server, '/api/admin/of.another.version', {}, { headers });
      return { status: response.status, body: await response.text() };
    };
    const older = await told(String(PROTOCOL_VERSION - 1));
    assert.equal(older.status, 426);
    assert.match(older.body, /protocol-mismatch.*Update the page/);
    assert.match((await told(String(PROTOCOL_VERSION))).body, /not-signed-in/);
    assert.match((await told('three')).body, /invalid/);
    const door = { protocol: PROTOCOL_VERSION - 1, formOfBefore: true };
    const headers = { Origin: server.origin };
    const { origin } = server;
    const link = openContractLink(customerContract, { origin, namespace: namespaces.customer, door, headers });
    await assert.rejects(link, { code: 'protocol-mismatch', message: /Update the page/ });
  });
});

interface RawLink {
  send(frame: string | Buffer): void;
  /** The first text frame of a form, past or to come. */
  next(form: RegExp): Promise<string>;
  closeCode(withinMs?: number): Promise<number>;
  close(): void;
}

/** A WebSocket to the link endpoint that speaks no protocol by itself. */
function rawLink(server: ServerProcess, headers: Record<string, string>, protocols: string[] = []): Promise<RawLink> {
  const socket = new WebSocket(linkUrl(server), protocols, { headers });
  const frames: string[] = [];
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.on('message', (data: Buffer) => frames.push(data.toString()));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      socket.on('error', () => {
        // The code of the close that follows is what the tests look at.
      });
      resolve({
        send: (frame) => socket.send(frame),
        closeCode: (withinMs = CLOSE_WITHIN_MS) => within(closed, withinMs, 'The link was not closed'),
        next: (form) =>
          within(
            new Promise<string>((found) => {
              const look = () => {
                const frame = frames.find((one) => form.test(one));
                if (frame !== undefined) found(frame);
              };
              socket.on('message', look);
              look();
            }),
            CLOSE_WITHIN_MS,
            `No frame like ${String(form)} came: ${frames.join(' | ')}`,
          ),
        close: () => socket.terminate(),
      });
    });
  });
}

/** A customer's link that has passed its door, in raw frames. */
async function greeted(server: ServerProcess): Promise<RawLink> {
  const link = await rawLink(server, { Origin: server.origin });
  link.send(`40/customer,${JSON.stringify({ protocol: PROTOCOL_VERSION, browserKey: null })}`);
  await link.next(/^40\/customer/);
  return link;
}

function upgradeStatus(server: ServerProcess, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(linkUrl(server), { headers });
  return new Promise((resolve, reject) => {
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode);
      socket.terminate();
    });
    socket.once('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('error', reject);
  });
}

function linkUrl(server: ServerProcess): string {
  return `ws://127.0.0.1:${server.port}${LINK_PATH}/?EIO=4&transport=websocket`;
}

function within<T>(promise: Promise<T>, ms: number, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
