import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../../../server/secrets/random.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aLiveSession } from '../server-sessions/sessions-for-tests.ts';
import { openFleet } from './fleet.ts';
import { assertNothingLost } from './read-logs.ts';

describe('a server that is asked to end', () => {
  let dataFolder: string;

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'rh-end-'));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

  it('finishes a download and an upload that are under way, lets the chat go on meanwhile, and ends well [F33]', async function () {
    // The customer's program is prepared first, which keeps a core busy for a while.
    this.timeout(300_000);
    const server = await startServerProcess({ dataFolder, settings: { PREPARE_HOST: 'linux-x64' } });
    const store = childrenOf(server.pid);
    const administrator = await finishSetUp(server);
    const rep = await repOnline(server, await createRep(administrator));
    const { customer, session } = await aLiveSession(server, rep);
    await server.printed(/host for linux-x64 is ready/, 240_000);
    const { ticket } = await customer.call('host.ticket', { session });
    const download = await aSlowDownload(server, ticket);
    const upload = await aHalfUpload(server, administrator);

    process.kill(server.pid, 'SIGTERM');
    await server.printed(/takes nobody new/);
    // A second one, from somebody impatient, changes nothing.
    process.kill(server.pid, 'SIGTERM');
    await assert.rejects(openCustomerLink(server), 'nobody new comes in');
    const sent = await customer.call('chat.send', { session, clientId: randomId(), text: 'Still here?' });
    assert.equal(await upload.finish(), 200);
    assert.equal(await download.finish(), download.length);
    await Promise.all([rep.closed, customer.closed]);
    assert.equal(await server.stop(), 0);
    assert.ok(store.length > 0 && !store.some(isAlive), 'no child is left');
    const wal = join(dataFolder, 'remotehelp.sqlite-wal');
    assert.ok(!existsSync(wal) || statSync(wal).size === 0, 'what was written is in the file itself');

    const again = await startServerProcess({ dataFolder, port: server.port });
    try {
      const page = await openCustomerLink(again, customer.browserKey());
      const { entries } = await page.call('log.after', { session, seq: sent.entry.seq - 1 });
      assert.deepEqual(entries[0], sent.entry);
      assert.ok(
        entries.some(({ kind }) => kind === 'fetched'),
        'and the download is in the log as fetched',
      );
      page.close();
    } finally {
      await again.stop();
    }
  });

  it('answers what it was asked, sends everybody away, and they come back to the next one by themselves [F33]', async function () {
    this.timeout(120_000);
    let server = await startServerProcess({ dataFolder });
    const fleet = await openFleet(server, await finishSetUp(server), { reps: 2, sessions: 8, processes: 1 });
    try {
      for (let time = 1; time <= 2; time += 1) {
        fleet.write({ customer: 6, rep: 4 });
        await fleet.acknowledges(60);
        const back = fleet.back();
        assert.equal(await server.stop(), 0);
        assert.doesNotMatch(server.output(), / (error|warn) /);
        server = await startServerProcess({ dataFolder, port: server.port });
        assert.equal((await back).length, 10);
      }
      fleet.hush();
      await assertNothingLost(server, await fleet.settle());
    } finally {
      await fleet.stop();
      await server.stop();
    }
  });
});

/** A download of which the first piece has come; the rest is not read before `finish`. */
async function aSlowDownload(server: ServerProcess, ticket: string) {
  const sending = post(server, '/host/download', 'application/x-www-form-urlencoded');
  sending.end(`ticket=${ticket}&system=linux-x64`);
  const response = await answerOf(sending);
  assert.equal(response.statusCode, 200);
  let bytes = 0;
  await new Promise<void>((resolve) => {
    response.once('data', (piece: Buffer) => {
      bytes += piece.length;
      response.pause();
      resolve();
    });
  });
  return {
    length: Number(response.headers['content-length']),
    async finish() {
      for await (const piece of response) bytes += (piece as Buffer).length;
      return bytes;
    },
  };
}

/** A picture of which half is on its way. */
async function aHalfUpload(server: ServerProcess, { account, browser }: Administrator) {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(150_000)]);
  const body = JSON.stringify({ id: account.id, picture: png.toString('base64') });
  const sending = post(server, '/api/admin/accounts.setPicture', 'application/json', {
    Cookie: String(browser.cookie),
    'Content-Length': String(body.length),
  });
  const half = body.length / 2;
  await new Promise<void>((resolve, reject) => {
    sending.once('error', reject);
    sending.write(body.slice(0, half), () => resolve());
  });
  // The server has begun to read when it has answered something that was asked after.
  assert.equal((await fetch(new URL('/healthz', server.origin))).status, 200);
  return {
    async finish() {
      sending.end(body.slice(half));
      return (await answerOf(sending)).resume().statusCode;
    },
  };
}

function post(server: ServerProcess, path: string, type: string, more: Record<string, string> = {}): ClientRequest {
  const headers = { Origin: server.origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type, ...more };
  return request({ host: '127.0.0.1', port: server.port, path, method: 'POST', headers });
}

function answerOf(sending: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sending.once('response', resolve);
    sending.once('error', reject);
  });
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/ Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
