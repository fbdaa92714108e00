import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';

describe('starting and ending the server', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rh-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('closes every link and ends orderly when it is asked to', async () => {
    const server = await startServerProcess({ dataFolder: folder });
    const rep = await repOnline(server, await createRep(await finishSetUp(server)));
    const page = await openCustomerLink(server);
    await Promise.all([rep.call('snapshot.get', {}), page.call('page.open', {})]);
    const [code] = await Promise.all([server.stop(), rep.closed, page.closed]);
    assert.equal(code, 0);
    assert.doesNotMatch(server.output(), / error /);
  });

  it('ends in time although somebody holds a connection open and says nothing', async () => {
    const server = await startServerProcess({ dataFolder: folder });
    const silent = connect(server.port, '127.0.0.1');
    await once(silent, 'connect');
    silent.on('error', () => {
      // Cut off by the server, as the test wants.
    });
    assert.equal(await server.stop(), 0);
    silent.destroy();
  });

  it('says everything that is wrong with its settings at once, and does not start', async () => {
    const { code, output } = await runServerCommand([], folder, { PORT: 'eighty', TLS_CERT: 'cert.pem' });
    assert.equal(code, 1);
    assert.match(output, /PORT must be a port number/);
    assert.match(output, /TLS_KEY must be set because TLS_CERT is/);
    assert.doesNotMatch(output, /at .*\.js:\d+/);
  });

  it('says that the port is in use, and by which setting to choose another', async () => {
    const first = await startServerProcess();
    try {
      const { code, output } = await runServerCommand([], folder, { PORT: String(first.port) });
      assert.equal(code, 1);
      assert.match(output, /port is in use.*set PORT/);
    } finally {
      await first.stop();
    }
  });

  it('does not open a data folder that another server has open', async () => {
    const first = await startServerProcess({ dataFolder: folder });
    try {
      const { code, output } = await runServerCommand([], folder);
      assert.equal(code, 1);
      assert.match(output, /The data cannot be opened: .*in use/);
      assert.doesNotMatch(output, /^ +at /m);
      assert.ok(first.isRunning());
      await finishSetUp(first);
    } finally {
      await first.stop();
    }
  });

  it('says so when the MongoDB that it was pointed at does not answer', async () => {
    const { code, output } = await runServerCommand([], folder, { MONGODB_URI: 'mongodb://127.0.0.1:9/remotehelp' });
    assert.equal(code, 1);
    assert.match(output, /The data cannot be opened: .*ECONNREFUSED/);
  });

  it('knows its commands', async () => {
    const { code, output } = await runServerCommand(['reset-admin'], folder);
    assert.equal(code, 1);
    assert.match(output, /no command "reset-admin".*reset-administrator/);
  });
});
