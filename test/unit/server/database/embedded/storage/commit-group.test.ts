import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommitGroup } from '../../../../../../server/database/embedded/storage/commit-group.ts';
import Database from 'better-sqlite3';

describe('Writes that share one commit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rh-commit-group-'));
  const path = join(folder, 'file.sqlite');
  const file = new Database(path);
  file.pragma('journal_mode = WAL');
  file.pragma('foreign_keys = ON');
  file.exec(`
    CREATE TABLE entries (seq INTEGER PRIMARY KEY);
    CREATE TABLE dangling (of_entry INTEGER REFERENCES entries (seq) DEFERRABLE INITIALLY DEFERRED);`);
  /** Sees what is committed, and only that. */
  const onlooker = new Database(path, { readonly: true });
  const stored = () => onlooker.prepare<[], number>('SELECT seq FROM entries ORDER BY seq').pluck().all();
  const insert = (seq: number) => file.prepare('INSERT INTO entries VALUES (?)').run(seq);
  let lost = 0;
  const group = new CommitGroup(file, () => (lost += 1));
  let lostBefore = 0;
  const settled = () => group.settled(lostBefore);

  beforeEach(() => {
    group.commit();
    file.exec('DELETE FROM entries');
    lost = 0;
    lostBefore = group.timesLost;
  });
  after(() => {
    onlooker.close();
    file.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are all stored when the moment is over, and none before', async () => {
    for (const seq of [1, 2, 3]) group.run(() => insert(seq));
    assert.deepEqual(stored(), []);
    await settled();
    assert.deepEqual(stored(), [1, 2, 3]);
  });

  it('lose only the one that failed', async () => {
    group.run(() => insert(1));
    const failing = () => {
      insert(2);
      throw new Error('no further');
    };
    assert.throws(() => group.run(failing), /no further/);
    group.run(() => insert(3));
    await settled();
    assert.deepEqual(stored(), [1, 3]);
    assert.equal(lost, 1);
  });

  it('are all told when the disk takes none of them, and the next ones are stored again', async () => {
    group.run(() => insert(1));
    // Nothing but the commit itself can notice this.
    group.run(() => file.exec('INSERT INTO dangling VALUES (99)'));
    await assert.rejects(settled(), /FOREIGN KEY/);
    assert.deepEqual(stored(), []);
    assert.equal(lost, 1);
    await assert.rejects(settled(), /FOREIGN KEY/, 'whoever began before it may not tell anything later either');
    lostBefore = group.timesLost;
    group.run(() => insert(2));
    await settled();
    assert.deepEqual(stored(), [2]);
  });

  it('are told when a full disk undoes the whole group at once', async () => {
    group.run(() => insert(1));
    const told = settled();
    const undone = () => {
      file.exec('ROLLBACK');
      throw new Error('undone');
    };
    assert.throws(() => group.run(undone), /undone/);
    await assert.rejects(told, /undone/);
    assert.equal(group.timesLost, lostBefore + 1);
    assert.deepEqual(stored(), []);
    lostBefore = group.timesLost;
    group.run(() => insert(2));
    await settled();
    assert.deepEqual(stored(), [2]);
  });

  it('are written one by one while the file is copied, so that the copy can go on', async () => {
    const copied = await group.whileCopying(async () => {
      group.run(() => insert(1));
      assert.deepEqual(stored(), [1]);
      return file.backup(join(folder, 'copy.sqlite'));
    });
    assert.ok(copied.totalPages > 0);
    group.run(() => insert(2));
    assert.deepEqual(stored(), [1]);
    await settled();
    assert.deepEqual(stored(), [1, 2]);
  });

  it('wait for nobody who wants to be alone: what was open is stored first', () => {
    group.run(() => insert(1));
    group.runAlone(() => insert(2));
    assert.deepEqual(stored(), [1, 2]);
  });
});
