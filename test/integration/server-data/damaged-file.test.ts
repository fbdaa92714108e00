import assert from 'node:assert/strict';
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { aDataFolderOf } from '../../fixtures/data-folders.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';

const damages: { readonly what: string; readonly harm: (file: string) => void; readonly told: RegExp }[] = [
  {
    what: 'bytes in its middle are others',
    harm: (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 8192, 16_384)),
    told: /is damaged .*Put a backup of it in its place/s,
  },
  { what: 'its end is missing', harm: (file) => truncateSync(file, statSync(file).size / 2), told: /is damaged/ },
  { what: 'it is something else', harm: (file) => writeFileSync(file, 'A letter.\n'.repeat(99)), told: /is damaged/ },
  {
    what: 'it is empty, with a journal beside it',
    harm: (file) => {
      truncateSync(file, 0);
      writeFileSync(`${file}-wal`, Buffer.alloc(8192, 1));
    },
    told: /is empty and should hold data. Put a backup/,
  },
  {
    what: 'it is missing, with a journal beside it',
    harm: (file) => {
      rmSync(file);
      writeFileSync(`${file}-wal`, Buffer.alloc(8192, 1));
    },
    told: /is missing and should hold data. Put a backup/,
  },
  {
    what: 'a newer program wrote it',
    harm(file) {
      const sqlite = new Database(file);
      sqlite.pragma('user_version = 999');
      sqlite.close();
    },
    told: /format version 999.*Start the newer RemoteHelp/,
  },
];

describe('A server whose data file is damaged', () => {
  for (const { what, harm, told } of damages) {
    it(`does not start when ${what}: it says what to do, and changes nothing`, async () => {
      const dataFolder = aDataFolderOf('data-1');
      const file = join(dataFolder, 'remotehelp.sqlite');
      harm(file);
      const before = contents(file);
      const { code, output } = await runServerCommand([], dataFolder);
      assert.equal(code, 1);
      assert.match(output, told);
      assert.doesNotMatch(output, /^ +at /m);
      assert.deepEqual(contents(file), before);
      rmSync(dataFolder, { recursive: true });
    });
  }

  it('starts again once a backup is in its place', async () => {
    const dataFolder = aDataFolderOf('data-1');
    const backup = join(dataFolder, 'backups', 'good');
    assert.equal((await runServerCommand(['data:backup', backup], dataFolder)).code, 0);
    damages[0]?.harm(join(dataFolder, 'remotehelp.sqlite'));
    const check = await runServerCommand(['data:check'], dataFolder);
    assert.equal(check.code, 1);
    assert.match(check.output, /npm run data:restore -- <folder>/);
    assert.equal((await runServerCommand(['data:restore', backup], dataFolder)).code, 0);
    const server = await startServerProcess({ dataFolder });
    assert.equal(server.setUpLink, undefined);
    await server.stop();
    rmSync(dataFolder, { recursive: true });
  });
});

function contents(file: string): (string | undefined)[] {
  return [file, `${file}-wal`].map((path) => {
    const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
    return isThere ? readFileSync(path).toString('base64').slice(0, 100_000) : undefined;
  });
}
