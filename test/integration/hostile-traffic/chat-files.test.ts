import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import {
  filePartHeaders,
  filePartMost,
  filePartStep,
  filePaths,
  mostFiles,
} from '../../../shared/contract/conversation-file.ts';
import { beginFile, fetchGiven, giveFile, postPart, sendParts } from '../../support/chat-files.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aLiveSession, allowSessions, refuses } from '../server-sessions/sessions-for-tests.ts';
import { openRawSocket } from './raw-socket.ts';
import type { RawSocket } from './raw-socket.ts';

const ABORTED = 1000;
const AT_ONCE = 20;
/** Sockets that the server has for other reasons: a link that comes back, a connection of the store's own. */
const SLACK = 8;

describe('uploads under hostile traffic', () => {
  let server: ServerProcess;
  let rep: RepLink;
  let customer: CustomerLink;
  let session: Awaited<ReturnType<typeof aLiveSession>>['session'];

  before(async () => {
    server = await startServerProcess();
    const administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator));
    await allowSessions(administrator, 5);
    ({ customer, session } = await aLiveSession(server, rep));
  });
  after(async () => {
    for (const link of [rep, customer]) link.close();
    await server.stop();
  });

  const openFiles = () => readdirSync(`/proc/${server.pid}/fd`).length;

  /** The head of a part, byte for byte. */
  const head = (ticket: string, offset: number, lines: readonly string[]) =>
    [
      `POST ${filePaths.part} HTTP/1.1`,
      `Host: localhost:${server.port}`,
      `Origin: ${server.origin}`,
      'Content-Type: application/octet-stream',
      `${filePartHeaders.ticket}: ${ticket}`,
      `${filePartHeaders.offset}: ${offset}`,
      ...lines,
      '\r\n',
    ].join('\r\n');

  /** How the beginning of an upload can be cut or bent. */
  const attacks: readonly ((raw: RawSocket, ticket: string) => Promise<void>)[] = [
    async (raw, ticket) => {
      await raw.write(head(ticket, 0, [`Content-Length: ${filePartStep}`]));
      await raw.write(Buffer.alloc(1000));
    },
    async (raw, ticket) => {
      await raw.write(head(ticket, 0, [`Content-Length: ${filePartStep}`]).slice(0, 120));
    },
    async (raw, ticket) => {
      await raw.write(head(ticket, 0, ['Transfer-Encoding: chunked']));
      await raw.write('5\r\nhello\r\nzz\r\n');
    },
    async (raw) => {
      await raw.write(head('x'.repeat(43), 0, ['Content-Length: 10']));
      await raw.write('0123456789');
      await raw.receives(/^HTTP\/1\.1 401/);
    },
    async (raw, ticket) => {
      await raw.write(head(ticket, 7, ['Content-Length: 10']));
      await raw.write('0123456789');
      await raw.receives(/"received":0|too-many-tries/);
    },
    async (raw, ticket) => {
      await raw.write(head(ticket, 0, ['Content-Length: -1']));
      await raw.receives(/^HTTP\/1\.1 400/);
    },
  ];

  it('lets go of a thousand that were broken off or bent, keeps nothing of them, and serves on [H-59]', async () => {
    const { ticket, file, clientId } = await beginFile(customer, session, { bytes: 10 * filePartStep });
    await customer.call('page.open', {});
    const before = openFiles();
    for (let sent = 0; sent < ABORTED; sent += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, index) => {
          const raw = await openRawSocket(server);
          await attacks[(sent + index) % attacks.length]?.(raw, ticket);
          raw.socket.destroy();
          await raw.gone;
        }),
      );
      await customer.call('page.open', {});
    }
    // Connections are let go of a moment after the other side has gone.
    for (let looks = 0; openFiles() > before + SLACK && looks < 200; looks += 1) await customer.call('page.open', {});
    assert.ok(openFiles() <= before + SLACK, `${before} open files before, ${openFiles()} after`);
    const again = await customer.call('files.begin', {
      session,
      clientId,
      name: 'notes.txt',
      bytes: 10 * filePartStep,
    });
    assert.ok(again.at === 'open');
    assert.deepEqual([again.file, again.received], [file, 0]);
    const content = randomBytes(10 * filePartStep);
    await sendParts(server, ticket, content);
    await customer.call('files.finish', { session, file });
    const given = await fetchGiven(server, (await customer.call('files.open', { session, file })).ticket);
    assert.ok(content.equals(Buffer.from(await given.arrayBuffer())), 'what comes after them is whole');
  });

  it('cuts off at the size that was declared [H-59]', async () => {
    const { ticket } = await beginFile(customer, session, { bytes: 1000 });
    const tooMuch = await postPart(server, ticket, 0, Buffer.alloc(1001));
    assert.equal(tooMuch.status, 413);
    const raw = await openRawSocket(server);
    await raw.write(head(ticket, 0, ['Content-Length: 5000000000']));
    assert.match(await raw.receives(/\r\n\r\n/), /^HTTP\/1\.1 413/);
    await raw.cut('the connection of who says five gigabytes');
    // Who does not say how much is not listened to either.
    const unsaid = await openRawSocket(server);
    await unsaid.write(head(ticket, 0, ['Transfer-Encoding: chunked']));
    assert.match(await unsaid.receives(/\r\n\r\n/), /^HTTP\/1\.1 400/);
    unsaid.socket.destroy();
    const whole = await postPart(server, ticket, 0, Buffer.alloc(1000));
    assert.equal(whole.status, 200);
    assert.equal((await postPart(server, ticket, 1000, Buffer.alloc(1))).status, 413);
  });

  it('takes no part that is larger than parts are, stands askew, or comes from another site [H-59]', async () => {
    const { ticket } = await beginFile(customer, session, { bytes: 50 * filePartStep });
    assert.equal((await postPart(server, ticket, 0, Buffer.alloc(filePartMost + 1))).status, 413);
    assert.equal((await postPart(server, ticket, 0, Buffer.alloc(1000))).status, 400);
    assert.equal(
      (await postPart(server, ticket, 0, Buffer.alloc(1000), { origin: 'https://evil.example' })).status,
      403,
    );
    assert.equal((await postPart(server, ticket, 0, Buffer.alloc(1000), { 'content-type': 'text/plain' })).status, 400);
    assert.equal((await postPart(server, ticket, 0, Buffer.alloc(filePartStep))).status, 200);
    // What stands there is never replaced: the second of two is only told how far it is.
    const other = await postPart(server, ticket, 0, Buffer.alloc(filePartStep, 1));
    assert.deepEqual(await other.json(), { ok: true, result: { received: filePartStep } });
  });

  it('is not held up for others by who sends slowly on many connections [H-59]', async () => {
    const slow = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { ticket } = await beginFile(customer, session, { bytes: filePartStep });
        const raw = await openRawSocket(server);
        await raw.write(head(ticket, 0, [`Content-Length: ${filePartStep}`]));
        await raw.write('slow');
        return raw;
      }),
    );
    const own = await beginFile(customer, session, { bytes: 4 });
    // An empty part takes a place as any other, and changes nothing.
    const isRefused = async () => (await postPart(server, own.ticket, 0, Buffer.alloc(0))).status === 429;
    for (let tries = 0; !(await isRefused()) && tries < 200; tries += 1) await customer.call('page.open', {});
    assert.equal((await postPart(server, own.ticket, 0, Buffer.from('four'))).status, 429);
    const other = await aLiveSession(server, rep, 'Berta');
    const others = await beginFile(other.customer, other.session, { bytes: 4 });
    assert.equal((await postPart(server, others.ticket, 0, Buffer.from('four'))).status, 200);
    for (const raw of slow) raw.socket.destroy();
    await Promise.all(slow.map(({ gone }) => gone));
    let status = 429;
    for (let tries = 0; status === 429 && tries < 200; tries += 1) {
      ({ status } = await postPart(server, own.ticket, 0, Buffer.from('four')));
      await customer.call('page.open', {});
    }
    assert.equal(status, 200);
    other.customer.close();
  });

  it('takes so many files of a session and no more, however small they are, and others’ meanwhile [H-59]', async () => {
    const full = await aLiveSession(server, rep, 'Carla');
    const files: string[] = [];
    for (const [count, link] of [
      [mostFiles / 2, rep],
      [mostFiles / 2, full.customer],
    ] as const)
      for (let begun = 0; begun < count; begun += 1)
        files.push((await beginFile(link, full.session, { bytes: 0 })).file);
    for (const link of [rep, full.customer])
      for (let tries = 0; tries < 50; tries += 1)
        await refuses(beginFile(link, full.session, { bytes: 0 }), 'too-large', /at most 200 files/);
    // Nothing is kept of what was refused: one taken back makes room for exactly one.
    await full.customer.call('files.cancel', { session: full.session, file: files.at(-1) ?? '' });
    await beginFile(full.customer, full.session, { bytes: 0 });
    await refuses(beginFile(full.customer, full.session, { bytes: 0 }), 'too-large', /at most 200 files/);
    await giveFile(server, customer, session, 'notes.txt', Buffer.from('four'));
    full.customer.close();
  });
});
