/** The extension as a server hands it out: bound to it, signed by a key of its own, and found by browsers. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { zipArchive } from '../../../server/extension-packages/zip-archive.ts';
import { ExtensionPackages } from '../../../shared/contract/extension-packages.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

const storeId = 'ponmlkjihgfedcbaponmlkjihgfedcba';

describe('the extension that a server hands out', function () {
  this.timeout(60_000);
  let dataFolder: string;
  let server: ServerProcess;
  const start = async () =>
    startServerProcess({ dataFolder, settings: { EXTENSION_STORE_ID: storeId, PREPARE_HOST: 'no' } });
  const get = (path: string) => fetch(server.origin + path);
  const about = async () => v.parse(ExtensionPackages, await (await get('/extension/about.json')).json());

  before(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'rh-packages-'));
    server = await start();
  });
  after(async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('is signed with a key that only the server’s user can read, made once and kept [S0-62]', async () => {
    const { signedId } = await about();
    const file = join(dataFolder, 'extension-key.pem');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    await server.stop();
    server = await start();
    assert.equal((await about()).signedId, signedId, 'after a restart it is the same');
  });

  it('is found by Chrome through the address that its policy names [S0-62]', async () => {
    const { signedId, version } = await about();
    const updates = await get('/extension/updates.xml');
    assert.match(String(updates.headers.get('content-type')), /^application\/xml/);
    const text = await updates.text();
    assert.ok(text.includes(`appid="${signedId}"`) && text.includes(`version="${version}"`), text);
    const codebase = /codebase="([^"]+)"/.exec(text)?.[1] ?? assert.fail(text);
    const signed = Buffer.from(await (await fetch(codebase)).arrayBuffer());
    assert.equal(signed.toString('latin1', 0, 4), 'Cr24');
  });

  it('carries the server’s address and no other, in each of its files [S0-62]', async () => {
    const own = 'http://localhost/*';
    const zip = await manifestIn('/extension/remotehelp-chrome.zip');
    assert.deepEqual(zip['host_permissions'], [own]);
    assert.equal(zip['homepage_url'], `${server.origin}/`);
    const { firefox } = await about();
    const xpi = await manifestIn('/extension/remotehelp-firefox.xpi');
    assert.deepEqual(xpi['content_scripts'], [{ ...script, matches: [own] }]);
    assert.deepEqual(Reflect.get(Object(xpi['browser_specific_settings']), 'gecko').id, firefox.id);
  });

  it('is let in from the ids of key and store, and from no other [S0-62]', async () => {
    const { signedId } = await about();
    const ask = async (id: string) => {
      const headers = { 'Content-Type': 'application/json', Origin: `chrome-extension://${id}` };
      const response = await fetch(`${server.origin}/api/server.describe`, { method: 'POST', headers, body: '{}' });
      return response.headers.get('access-control-allow-origin');
    };
    assert.equal(await ask(signedId), `chrome-extension://${signedId}`);
    assert.equal(await ask(storeId), `chrome-extension://${storeId}`);
    assert.equal(await ask('a'.repeat(32)), null);
  });

  it('is for Firefox what Mozilla has signed, as soon as an administrator lays it there [S0-62]', async () => {
    assert.equal((await about()).firefox.isSigned, false);
    const unsigned = await get('/extension/remotehelp-firefox.xpi');
    assert.equal(unsigned.headers.get('content-type'), 'application/octet-stream');
    await unsigned.arrayBuffer();
    const laid = join(dataFolder, 'remotehelp-firefox.xpi');
    writeFileSync(laid, zipArchive([{ name: 'manifest.json', content: Buffer.from('{}') }]));
    assert.equal((await about()).firefox.isSigned, false, 'what carries no signature is not given out');
    const signed = zipArchive([
      { name: 'manifest.json', content: Buffer.from('{}') },
      { name: 'META-INF/mozilla.rsa', content: Buffer.from('a signature') },
    ]);
    writeFileSync(laid, signed);
    const { firefox, version } = await about();
    assert.equal(firefox.isSigned, true);
    const given = await get('/extension/remotehelp-firefox.xpi');
    assert.equal(given.headers.get('content-type'), 'application/x-xpinstall');
    assert.deepEqual(Buffer.from(await given.arrayBuffer()), signed);
    const link = `${server.origin}/extension/remotehelp-firefox.xpi`;
    assert.deepEqual(await (await get('/extension/firefox-updates.json')).json(), {
      addons: { [firefox.id]: { updates: [{ version, update_link: link }] } },
    });
  });

  const script = { js: ['content-scripts/server-page.js'], run_at: 'document_start' };
  async function manifestIn(path: string): Promise<Record<string, unknown>> {
    const file = join(dataFolder, 'fetched.zip');
    writeFileSync(file, Buffer.from(await (await get(path)).arrayBuffer()));
    const text = execFileSync('unzip', ['-p', file, 'manifest.json'], { encoding: 'utf8' });
    return v.parse(v.record(v.string(), v.unknown()), JSON.parse(text));
  }
});
