import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesAtHand, type FilesAtHand } from './files-at-hand.ts';

describe('changes on the customer’s computer', () => {
  let hand: FilesAtHand;
  const path = (name: string) => join(hand.folder, name);

  beforeEach(() => {
    hand = filesAtHand();
  });
  afterEach(() => hand.remove());

  it('makes a folder and gives another name, each written into the log once [S1-15]', async () => {
    const made = await hand.link.call('files.make-folder', { folder: hand.folder, name: 'New' });
    assert.equal(made.path, path('New'));
    await hand.link.call('files.rename', { path: path('New'), name: 'Newer' });
    writeFileSync(path('a.txt'), 'a');
    await hand.link.call('files.rename', { path: path('a.txt'), name: 'b.txt' });
    assert.deepEqual(readdirSync(hand.folder).toSorted(), ['Newer', 'b.txt']);
    assert.deepEqual(hand.reports, [
      { did: 'folder-made', name: path('New') },
      { did: 'file-renamed', name: path('New'), to: path('Newer') },
      { did: 'file-renamed', name: path('a.txt'), to: path('b.txt') },
    ]);
  });

  it('never writes over what is there, whatever it is [H-56]', async () => {
    writeFileSync(path('a'), 'a');
    writeFileSync(path('b'), 'b');
    mkdirSync(path('folder'));
    mkdirSync(path('other'));
    symlinkSync(path('b'), path('link'));
    for (const [from, to] of [
      ['a', 'b'],
      ['a', 'folder'],
      ['a', 'link'],
      ['folder', 'other'],
      ['folder', 'a'],
    ] as const)
      await assert.rejects(
        hand.link.call('files.rename', { path: path(from), name: to }),
        /in use there/,
        `${from} → ${to}`,
      );
    await assert.rejects(hand.link.call('files.make-folder', { folder: hand.folder, name: 'a' }), /in use there/);
    assert.deepEqual([readFileSync(path('a'), 'utf8'), readFileSync(path('b'), 'utf8')], ['a', 'b']);
    assert.deepEqual(hand.reports, []);
  });

  it('refuses names that are none, and names that lead elsewhere [H-56]', async () => {
    writeFileSync(path('a'), 'a');
    for (const name of ['', '..', '../x', 'a/b', 'pdf\u202Eexe', 'line\nbreak', 'x'.repeat(300)]) {
      await assert.rejects(hand.link.call('files.rename', { path: path('a'), name }), JSON.stringify(name));
      await assert.rejects(hand.link.call('files.make-folder', { folder: hand.folder, name }), JSON.stringify(name));
    }
    assert.deepEqual(readdirSync(hand.folder), ['a']);
  });

  it('removes a folder with all that is in it, and a link without what it leads to [H-56]', async () => {
    mkdirSync(path('kept'));
    writeFileSync(path('kept/precious'), 'x');
    mkdirSync(path('old/inside'), { recursive: true });
    writeFileSync(path('old/inside/file'), 'x');
    symlinkSync(path('kept'), path('old/inside/link'));
    symlinkSync(path('kept'), path('link'));
    await hand.link.call('files.remove', { path: path('old') });
    await hand.link.call('files.remove', { path: path('link') });
    assert.deepEqual(readdirSync(hand.folder), ['kept']);
    assert.ok(existsSync(path('kept/precious')));
    assert.deepEqual(hand.reports, [
      { did: 'file-removed', name: path('old') },
      { did: 'file-removed', name: path('link') },
    ]);
  });

  it('removes no drive, nor the person’s own folder, nor what holds it', async () => {
    // Another home, so that a fault would remove nobody's.
    const before = process.env['HOME'];
    mkdirSync(path('people/ana'), { recursive: true });
    process.env['HOME'] = path('people/ana');
    try {
      for (const place of [path('people/ana'), path('people')]) {
        await assert.rejects(hand.link.call('files.remove', { path: place }), /cannot be removed/);
        await assert.rejects(hand.link.call('files.rename', { path: place, name: 'x' }), /cannot be renamed/);
      }
    } finally {
      process.env['HOME'] = before;
    }
    assert.ok(existsSync(path('people/ana')));
  });

  it('says what vanished meanwhile', async () => {
    await assert.rejects(hand.link.call('files.remove', { path: path('gone') }), /not there any more/);
    await assert.rejects(hand.link.call('files.rename', { path: path('gone'), name: 'x' }), /not there any more/);
  });
});
