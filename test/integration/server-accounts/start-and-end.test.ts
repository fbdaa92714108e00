import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../customer-host-x11/x-display.ts';
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
    const file = join(folder, 'mine.env');
    writeFileSync(file, 'PORT=eighty\nTLS_CRT=cert.pem\nTURN_URL=turn:turn.example\n');
    const { code, output } = await runServerCommand([], folder, {
      PORT: '',
      REMOTEHELP_ENV_FILE: file,
      PUBLIC_URL: 'help.example',
      TLS_CERT: '/nowhere/cert.pem',
      TLS_KEY: '/nowhere/key.pem',
      LOG_LEVEL: 'loud',
    });
    assert.equal(code, 1);
    const [head, ...problems] = output.trim().split('\n');
    assert.equal(head, 'These settings cannot be used:');
    const expected = [
      /PORT must be a port number, 0 to 65535/,
      /PUBLIC_URL must be an address without a path, such as https:/,
      /LOG_LEVEL must be one of debug, info, warn, error/,
      /TURN_SECRET must be set because TURN_URL is/,
      /TLS_CRT in .*mine\.env is no setting\. Correct its name/,
      /TLS_CERT cannot be read \(ENOENT\): \/nowhere\/cert\.pem\. Name a file/,
      /TLS_KEY cannot be read \(ENOENT\): \/nowhere\/key\.pem\. Name a file/,
    ];
    assert.equal(problems.length, expected.length, output);
    for (const problem of expected) assert.match(output, problem);
  });

  it('reads what is set in .env when it is started by npm start', async () => {
    const file = join(folder, 'mine.env');
    const data = join(folder, 'data');
    writeFileSync(file, `PORT=0\nDATA_FOLDER=${data}\nPREPARE_HOST=no\n`);
    const { PATH, HOME } = process.env;
    const npm = spawn('npm', ['start'], {
      env: { PATH, HOME, REMOTEHELP_ENV_FILE: file },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    // Closed once nobody holds its output any more: npm, its shell and the server are gone.
    const ended = once(npm, 'close');
    try {
      let said = '';
      npm.stdout.on('data', (part: Buffer) => (said += part.toString()));
      await until('the greeting', () => said.includes('Data '), 40_000);
      assert.ok(said.includes(`${data} (embedded)`), said);
      assert.doesNotMatch(said, /:8420/);
    } finally {
      process.kill(-(npm.pid ?? 0), 'SIGTERM');
      await ended;
    }
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
