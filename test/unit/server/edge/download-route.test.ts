import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import express from 'express';
import * as v from 'valibot';
import { AppError } from '../../../../shared/contract/errors.ts';
import { Ticket } from '../../../../shared/contract/identifiers.ts';
import { createDownloadRoute } from '../../../../server/edge/download-route.ts';
import type { PreparationState } from '../../../../server/host-download/host-preparation.ts';
import { createLog } from '../../../../server/logging/log.ts';
import { aSession } from '../sessions/a-log.ts';

const ticket = v.parse(Ticket, 'b'.repeat(26));

describe('The download of the customer host', () => {
  let server: Server;
  let folder: string;
  let state: PreparationState;
  let fetched: string[];
  let told: () => void;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rh-download-'));
    const body = gzipSync('a very small host');
    writeFileSync(join(folder, 'body.gz'), body);
    const list = {
      format: 2,
      body: 'body.gz',
      executableBytes: 17,
      bodyBytes: body.length,
      sha256: 'a'.repeat(64),
      isSigned: false,
      origin: 'http://localhost',
    };
    writeFileSync(join(folder, 'linux-x64.json'), JSON.stringify({ ...list, archive: 'tar' }));
    writeFileSync(join(folder, 'windows-x64.json'), JSON.stringify({ ...list, archive: 'none' }));
    const route = createDownloadRoute({
      checkTicket: async (given) => {
        if (given !== ticket) throw new AppError('ticket-refused');
        return aSession;
      },
      preparation: () => state,
      onFetched: async (session) => {
        fetched.push(session);
        told();
      },
      clock: { now: () => 0 },
      log: createLog('error'),
    });
    server = createServer(express().use(route));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  beforeEach(() => {
    fetched = [];
    state = { at: 'ready', folder, bytes: 1, sha256: 'a'.repeat(64), signed: false };
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function post(body: string, more: Record<string, string> = {}) {
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Connection: 'close', ...more };
    return fetch(`http://127.0.0.1:${address.port}/host/download`, { method: 'POST', headers, body });
  }

  it('is one file named after its ticket, whole, never kept by anybody on the way, and written down', async () => {
    const isTold = new Promise<void>((done) => (told = done));
    const answer = await post(`ticket=${ticket}&system=linux-x64`);
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename="remotehelp-${ticket}.tar.gz"`);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const bytes = await answer.arrayBuffer();
    assert.equal(bytes.byteLength, Number(answer.headers.get('content-length')));
    await isTold;
    assert.deepEqual(fetched, [aSession]);
  });

  it('is the program itself for Windows, compressed on the way only where the browser can undo that', async () => {
    const isTold = new Promise<void>((done) => (told = done));
    const answer = await post(`ticket=${ticket}&system=windows-x64`);
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename="RemoteHelp-${ticket}.exe"`);
    assert.equal(answer.headers.get('content-encoding'), 'gzip');
    assert.equal(await answer.text(), 'a very small host');
    await isTold;
    const plain = await post(`ticket=${ticket}&system=windows-x64`, { 'Accept-Encoding': 'identity' });
    assert.deepEqual([plain.headers.get('content-encoding'), plain.headers.get('content-length')], [null, '17']);
    assert.equal(await plain.text(), 'a very small host');
  });

  it('asks for patience while the host is being prepared', async () => {
    state = { at: 'preparing' };
    const answer = await post(`ticket=${ticket}&system=linux-x64`);
    assert.deepEqual([answer.status, fetched], [503, []]);
    assert.match(await answer.text(), /being prepared/);
  });

  it('refuses everything that is no ticket, or one that cannot be used', async () => {
    for (const body of [
      '',
      'ticket=',
      `ticket=${'c'.repeat(26)}`,
      `ticket=${ticket}&ticket=${ticket}`,
      'ticket=../../x',
      `ticket=${ticket}`,
      `ticket=${ticket}&system=beos`,
    ]) {
      assert.equal((await post(body)).status, 401, body);
    }
    assert.deepEqual(fetched, []);
  });
});
