import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { serialize } from 'bson';
import { createProgress } from '../../../server/database/progress.ts';
import { checkStoreFile } from '../../../server/database/check/check-store-file.ts';
import { runNpmScript } from '../../support/npm-script.ts';
import { aDataFolderOf } from '../../fixtures/data-folders.ts';

/** What can be done to a store's file behind its back, and what the check says then. */
const damages: { readonly what: string; readonly harm: (file: Database.Database) => void; readonly told: RegExp }[] = [
  {
    what: 'an entry that an index has lost',
    harm: (file) => void file.exec(`DELETE FROM ${indexOf(file, 'accounts', 'userIdKey_1')} WHERE record = 1`),
    told: /accounts, index userIdKey_1: document 1 is missing in it/,
  },
  {
    what: 'an entry that leads nowhere',
    harm: (file) => void file.exec(`INSERT INTO ${indexOf(file, 'accounts', 'role_1')} VALUES (x'20', 999)`),
    told: /accounts, index role_1: an entry leads to document 999, which is not there/,
  },
  {
    what: 'two documents with one unique value',
    harm: (file) => {
      const entries = indexOf(file, 'accounts', 'userIdKey_1');
      file.exec(`UPDATE ${entries} SET key = (SELECT key FROM ${entries} WHERE record = 1) WHERE record = 2`);
    },
    told: /values that must be unique are there twice/,
  },
  {
    what: 'a gap in a session’s log',
    harm: (file) => removeWhole(file, 'log_entries', 3),
    told: /Session [\w-]{22}: its log goes up to 10 and has 9 entries/,
  },
  {
    what: 'a document that lacks what the server needs',
    harm: (file) => {
      const id = collectionOf(file, 'organisation');
      file.prepare(`UPDATE documents_${id} SET bytes = ?`).run(serialize({ _id: 'organisation' }));
    },
    told: /organisation organisation: cannot be read \(name\); the server leaves it aside/,
  },
];

function collectionOf(file: Database.Database, name: string): number | undefined {
  return file.prepare<[string], number>('SELECT id FROM collections WHERE name = ?').pluck().get(name);
}

function indexOf(file: Database.Database, collection: string, index: string): string {
  const sql = 'SELECT id FROM indexes WHERE collection = ? AND name = ?';
  return `entries_${file.prepare<[unknown, string], number>(sql).pluck().get(collectionOf(file, collection), index)}`;
}

/** A document with all its entries, as if it had never been. */
function removeWhole(file: Database.Database, collection: string, record: number) {
  const id = collectionOf(file, collection);
  file.exec(`DELETE FROM documents_${id} WHERE record = ${record}`);
  for (const index of file.prepare<[unknown], number>('SELECT id FROM indexes WHERE collection = ?').pluck().all(id))
    file.exec(`DELETE FROM entries_${index} WHERE record = ${record}`);
}

describe('npm run data:check', () => {
  it('finds nothing to say about data that are whole', async () => {
    const dataFolder = aDataFolderOf('data-1');
    const { code, output } = await runNpmScript('data:check', [], { dataFolder });
    assert.equal(code, 0, output);
    assert.match(output, /Everything is in order: \d+ collections, \d+ documents/);
    rmSync(dataFolder, { recursive: true });
  });

  for (const { what, harm, told } of damages) {
    it(`finds ${what}`, () => {
      const dataFolder = aDataFolderOf('data-1');
      const path = join(dataFolder, 'remotehelp.sqlite');
      const file = new Database(path);
      harm(file);
      file.close();
      const silent = createProgress(
        () => undefined,
        () => 0,
      );
      const { findings } = checkStoreFile(path, silent);
      assert.match(findings.lines.join('\n'), told);
      rmSync(dataFolder, { recursive: true });
    });
  }

  it('says what to do, and ends with 1', async () => {
    const dataFolder = aDataFolderOf('data-1');
    const file = new Database(join(dataFolder, 'remotehelp.sqlite'));
    damages[0]?.harm(file);
    file.close();
    const { code, output } = await runNpmScript('data:check', [], { dataFolder });
    assert.equal(code, 1);
    assert.match(output, /The documents are whole. Make their indexes anew: stop the server, npm run data:export/);
    rmSync(dataFolder, { recursive: true });
  });
});
