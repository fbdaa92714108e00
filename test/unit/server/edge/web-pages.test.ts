import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAddressOf } from '../../../../server/edge/client-address.ts';
import { createHttpApp } from '../../../../server/edge/http-app.ts';
import { createOrigins } from '../../../../server/edge/origins.ts';
import { createWebPages } from '../../../../server/edge/web-pages.ts';
import { createLog } from '../../../../server/logging/log.ts';

describe('the web pages', () => {
  let folder: string;
  let server: Server;
  let origin: string;
  let isSetUpOpen = true;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rh-pages-'));
    for (const part of ['customer', 'admin', 'assets']) mkdirSync(join(folder, part));
    writeFileSync(join(folder, 'customer/index.html'), 'customer');
    writeFileSync(join(folder, 'admin/index.html'), 'admin');
    writeFileSync(join(folder, 'assets/main-abc123.js'), '1');
    writeFileSync(join(folder, '.secret'), 'secret');
    const app = createHttpApp({
      origins: createOrigins({ host: '127.0.0.1', publicUrl: undefined, tls: undefined }, 1),
      addressOf: createAddressOf([]),
      audit: () => {},
      log: createLog('error'),
      room: { isFull: () => false, noticed: () => false },
      isStoreUp: () => Promise.resolve(true),
      routes: [createWebPages(folder, () => Promise.resolve(isSetUpOpen))],
    });
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async (path: string) => {
    const response = await fetch(`${origin}${path}`);
    return { status: response.status, text: await response.text(), cache: response.headers.get('cache-control') };
  };

  it('are the customer’s at their addresses and the administrator’s below /admin', async () => {
    for (const path of ['/', '/connect', '/needs', '/receipt', '/help/screen'])
      assert.equal((await get(path)).text, 'customer', path);
    for (const path of ['/admin', '/admin/accounts', '/admin/accounts/x'])
      assert.equal((await get(path)).text, 'admin', path);
    assert.equal((await get('/')).cache, 'no-cache');
  });

  it('have the set-up page only while it is needed', async () => {
    assert.equal((await get('/setup')).text, 'admin');
    isSetUpOpen = false;
    assert.equal((await get('/setup')).status, 404);
  });

  it('let browsers keep what never changes', async () => {
    const script = await get('/assets/main-abc123.js');
    assert.equal(script.status, 200);
    assert.match(String(script.cache), /immutable/);
  });

  it('are nothing else', async () => {
    for (const path of [
      '/nothing',
      '/.secret',
      '/assets/.secret',
      '/assets',
      '/admin/a/b/c',
      '/Connect',
      '/connect/',
      '/index.html',
    ]) {
      assert.equal((await get(path)).status, 404, path);
    }
  });

  it('say what to do when they were not built', async () => {
    rmSync(join(folder, 'customer/index.html'));
    const { status, text } = await get('/');
    assert.equal(status, 503);
    assert.match(text, /npm start/);
  });
});
