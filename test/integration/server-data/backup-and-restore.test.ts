import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../../../server/secrets/random.ts';
import { runNpmScript } from '../../support/npm-script.ts';
import { createRep, finishSetUp, openRepLink, signInRep } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import { aLiveSession } from '../server-sessions/sessions-for-tests.ts';

describe('Backups', () => {
  let dataFolder: string;
  let elsewhere: string;

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'rh-data-'));
    elsewhere = mkdtempSync(join(tmpdir(), 'rh-backup-'));
  });
  afterEach(() => [dataFolder, elsewhere].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('are taken in the middle of a chat, and bring back that moment, with what came after put aside', async () => {
    const server = await startServerProcess({ dataFolder });
    const { token } = await signInRep(server, await createRep(await finishSetUp(server)));
    const rep = await openRepLink(server, token);
    const { session } = await aLiveSession(server, rep);
    const say = (text: string) => rep.call('chat.send', { session, clientId: randomId(), text });
    await say('Before');
    await (await fetch(`${server.origin}/extension/updates.xml`)).text();
    const backup = await runNpmScript('data:backup', ['tuesday'], { dataFolder, startedIn: elsewhere });
    assert.equal(backup.code, 0, backup.output);
    assert.match(backup.output, /Done: \d+ documents, checked/);
    await say('After');

    const early = await runNpmScript('data:restore', ['tuesday'], { dataFolder, startedIn: elsewhere });
    assert.equal(early.code, 1);
    assert.match(early.output, /A server has .* open. Stop it, then restore/);
    await server.stop();
    const restored = await runNpmScript('data:restore', ['tuesday'], { dataFolder, startedIn: elsewhere });
    assert.equal(restored.code, 0, restored.output);

    const again = await startServerProcess({ dataFolder });
    try {
      const link = await openRepLink(again, token);
      const { entries } = await link.call('log.after', { session, seq: 0 });
      assert.deepEqual(
        entries.flatMap((entry) => (entry.kind === 'chat' ? [entry.text] : [])),
        ['Before'],
      );
      link.close();
    } finally {
      await again.stop();
    }
    const [replaced = ''] = readdirSync(dataFolder).filter((name) => name.startsWith('replaced-'));
    assert.ok(existsSync(join(dataFolder, replaced, 'remotehelp.sqlite')));
    const secret = join(elsewhere, 'tuesday', 'server-secret');
    assert.ok(readFileSync(secret).equals(readFileSync(join(dataFolder, 'server-secret'))));
    assert.equal(statSync(secret).mode & 0o077, 0);
    // What browsers have installed is known by this key.
    const key = join(elsewhere, 'tuesday', 'extension-key.pem');
    assert.ok(readFileSync(key).equals(readFileSync(join(dataFolder, 'extension-key.pem'))));
  });

  it('that broke off, are damaged, or are none are not restored, and the data stay', async () => {
    const server = await startServerProcess({ dataFolder });
    await server.stop();
    const backup = join(elsewhere, 'backup');
    assert.equal((await runServerCommand(['data:backup', backup], dataFolder)).code, 0);
    const before = readFileSync(join(dataFolder, 'remotehelp.sqlite'));

    const none = await runServerCommand(['data:restore', dataFolder], dataFolder);
    assert.match(none.output, /holds no whole backup/);
    const file = readFileSync(join(backup, 'remotehelp.sqlite'));
    writeFileSync(join(backup, 'remotehelp.sqlite'), file.fill(0xa5, 8192, 16_384));
    const damaged = await runServerCommand(['data:restore', backup], dataFolder);
    assert.match(damaged.output, /The backup in .* is damaged. Take another one/);
    assert.deepEqual([none.code, damaged.code], [1, 1]);
    assert.ok(readFileSync(join(dataFolder, 'remotehelp.sqlite')).equals(before));
  });

  it('that are being restored keep a server from starting on half of them', async () => {
    writeFileSync(join(dataFolder, 'restore-unfinished'), '/backups/tuesday\n');
    const { code, output } = await runServerCommand([], dataFolder);
    assert.equal(code, 1);
    assert.match(output, /broke off. Do it again: npm run data:restore -- \/backups\/tuesday/);
  });

  it('go to a new folder only, and say so', async () => {
    const server = await startServerProcess({ dataFolder });
    await server.stop();
    writeFileSync(join(elsewhere, 'something'), '');
    const { code, output } = await runServerCommand(['data:backup', elsewhere], dataFolder);
    assert.equal(code, 1);
    assert.match(output, /is not empty. Name a new folder/);
    const nothing = await runServerCommand(['data:backup'], join(elsewhere, 'new'));
    assert.match(nothing.output, /There are no data in/);
  });

  it('and the other data commands explain themselves', async () => {
    for (const command of ['backup', 'restore', 'export', 'import', 'check']) {
      const { code, output } = await runServerCommand([`data:${command}`, '--help'], dataFolder);
      assert.equal(code, 0);
      assert.ok(output.startsWith(`npm run data:${command}`), output);
    }
    const { code, output } = await runServerCommand(['data:check', '--replace'], dataFolder);
    assert.equal(code, 1);
    assert.match(output, /Usage: npm run data:check/);
  });
});
