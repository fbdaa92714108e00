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
      format: 1,
      body: 'body.gz',
      executableBytes: 17,
      bodyBytes: body.length,
      origin: 'http://localhost',
    };
    writeFileSync(join(folder, 'host.json'), JSON.stringify(list));
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
    state = { at: 'ready', folder, bytes: 1 };
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function post(body: string) {
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Connection: 'close' };
    return fetch(`http://127.0.0.1:${address.port}/host/download`, { method: 'POST', headers, body });
  }

  it('is one file named after its ticket, whole, never kept by anybody on the way, and written down', async () => {
    const isTold = new Promise<void>((done) => (told = done));
    const answer = await post(`ticket=${ticket}`);
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename="remotehelp-${ticket}.tar.gz"`);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const bytes = await answer.arrayBuffer();
    assert.equal(bytes.byteLength, Number(answer.headers.get('content-length')));
    await isTold;
    assert.deepEqual(fetched, [aSession]);
  });

  it('asks for patience while the host is being prepared', async () => {
    state = { at: 'preparing' };
    const answer = await post(`ticket=${ticket}`);
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
    ]) {
      assert.equal((await post(body)).status, 401, body);
    }
    assert.deepEqual(fetched, []);
  });
});
