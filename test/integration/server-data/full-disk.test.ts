import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PNG } from 'pngjs';
import { AppError } from '../../../shared/contract/errors.ts';
import { randomId } from '../../../server/secrets/random.ts';
import { createRep, finishSetUp, openCustomerLink, openRepLink, signInRep } from '../../support/people.ts';
import { ensureServerBuilt, startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, aLiveSession, refuses } from '../server-sessions/sessions-for-tests.ts';

/** A process may write no file beyond this many bytes: what it meets then is what a full disk gives it. `unlimited` makes room again. */
function limitFiles(pid: number, bytes: number | 'unlimited') {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

function storeOf({ pid }: ServerProcess): number {
  const [store] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  assert.ok(store !== undefined && store > 0, 'the server has its store');
  return store;
}

async function health({ origin }: ServerProcess): Promise<unknown> {
  return (await fetch(`${origin}/healthz`)).json();
}

describe('A full disk', () => {
  let dataFolder: string;

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'rh-full-'));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

  it('makes the server read-only and says so: nothing acknowledged is lost, links stay, and with room all goes on [F20]', async () => {
    const server = await startServerProcess({ dataFolder });
    try {
      const rep = await createRep(await finishSetUp(server));
      const { token } = await signInRep(server, rep);
      const link = await openRepLink(server, token);
      const { customer, session } = await aLiveSession(server, link);
      const say = (text: string) => customer.call('chat.send', { session, clientId: randomId(), text });
      const acknowledged = [(await say('There is room')).entry.seq];
      const readOnly = link.event('store.readOnly', (event) => event.readOnly);
      // Smaller than what is there: whether the store adds to its files or begins its log anew, it soon comes to the end.
      limitFiles(storeOf(server), 40_000);

      const refusal = await (async () => {
        for (let n = 0; n < 200; n += 1) {
          try {
            acknowledged.push((await say('x'.repeat(3000))).entry.seq);
          } catch (error) {
            return error;
          }
        }
        return undefined;
      })();
      assert.ok(refusal instanceof AppError);
      assert.deepEqual([refusal.code, refusal.status], ['store-full', 507]);
      assert.match(refusal.message, /disk is full: nothing new can be stored/);
      await readOnly;
      await server.printed(/no room on the disk of the data: RemoteHelp is read-only/);
      assert.deepEqual(await health(server), { status: 'degraded', store: 'read-only' });
      await refuses(signInRep(server, rep), 'store-full');
      const picture = PNG.sync.write(new PNG({ width: 64, height: 64 })).toString('base64');
      await refuses(link.call('self.setPicture', { picture }), 'store-full');
      const newcomer = await openCustomerLink(server);
      await refuses(newcomer.call('requests.ask', await aForm(newcomer, 'Juan')), 'store-full');

      const page = await link.call('log.after', { session, seq: 0 });
      const stored = page.entries.map(({ seq }) => seq);
      assert.deepEqual(
        acknowledged.filter((seq) => !stored.includes(seq)),
        [],
      );
      const late = await openRepLink(server, token);
      assert.equal((await late.call('snapshot.get', {})).readOnly, true);
      await customer.call('chat.typing', { session, typing: true });
      await link.event('chat.typing', ({ typing }) => typing);

      const writable = link.event('store.readOnly', (event) => !event.readOnly);
      limitFiles(storeOf(server), 'unlimited');
      await writable;
      const { entry } = await say('Room again');
      assert.equal(entry.seq, Math.max(...stored) + 1);
      await newcomer.call('requests.ask', await aForm(newcomer, 'Juan'));
      assert.deepEqual(await health(server), { status: 'ok', store: 'up' });
      for (const one of [link, late, customer, newcomer]) one.close();
    } finally {
      assert.equal(await server.stop(), 0);
    }
  });

  it('where the server’s own log goes does not end it, and the first line after says how many were lost [F20]', async () => {
    await ensureServerBuilt();
    const root = resolve(import.meta.dirname, '../../..');
    const logFile = join(dataFolder, 'server.log');
    const log = openSync(logFile, 'w');
    const server = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
      cwd: root,
      stdio: ['ignore', log, log],
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        DATA_FOLDER: dataFolder,
        PREPARE_HOST: 'no',
        REMOTEHELP_ENV_FILE: '',
      },
    });
    closeSync(log);
    const ended = new Promise<number | null>((done) => server.once('close', done));
    try {
      const [, origin] = await printedIn(logFile, /Request page\s+(http\S+)\//);
      const pid = server.pid ?? 0;
      limitFiles(pid, statSync(logFile).size);
      // Refused, and each refusal is a line in the log.
      const isRefused = async () => (await fetch(`${origin}/api/nothing`, { method: 'POST' })).status >= 400;
      for (let n = 0; n < 5; n += 1) assert.ok(await isRefused());
      limitFiles(pid, 'unlimited');
      assert.ok(await isRefused());
      await printedIn(logFile, /^[1-9]\d* lines before this one could not be written\.$/m);
    } finally {
      server.kill('SIGTERM');
    }
    assert.equal(await ended, 0);
  });
});

async function printedIn(file: string, form: RegExp): Promise<RegExpExecArray> {
  const until = performance.now() + 20_000;
  for (;;) {
    const match = form.exec(readFileSync(file, 'utf8'));
    if (match !== null) return match;
    assert.ok(performance.now() < until, `${String(form)} was not written:\n${readFileSync(file, 'utf8')}`);
    await wait(20);
  }
}
