import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { listWhole } from '../../../extension/host-tools/files/remote-folder.ts';
import { filesAtHand, type FilesAtHand } from './files-at-hand.ts';

describe('browsing the customer’s computer', () => {
  let hand: FilesAtHand;
  const path = (name: string) => join(hand.folder, name);
  const list = (folder: string) => listWhole(hand.link, folder);

  beforeEach(() => {
    hand = filesAtHand();
  });
  afterEach(() => hand.remove());

  it('begins at the person’s own folder and at the drives [S1-15]', async () => {
    const { places } = await hand.link.call('files.places', {});
    assert.deepEqual(places[0], { kind: 'home', path: realpathSync(homedir()) });
    assert.ok(places.some((place) => place.kind === 'drive' && place.path === '/'));
  });

  it('lists with kind, size and date, says what is hidden, and shows links and devices as such [S1-15] [H-56]', async () => {
    mkdirSync(path('folder'));
    writeFileSync(path('report.pdf'), 'x'.repeat(1234));
    utimesSync(path('report.pdf'), 1_700_000_000, 1_700_000_000);
    writeFileSync(path('.hidden'), '');
    symlinkSync('/etc', path('link'));
    execFileSync('mkfifo', [path('pipe')]);
    writeFileSync(Buffer.concat([Buffer.from(`${hand.folder}/`), Buffer.from([0x66, 0xff, 0x6f])]), '');
    const socket = createServer().listen(path('socket'));
    await new Promise((resolve) => socket.once('listening', resolve));
    const { entries, parent } = await list(hand.folder);
    socket.close();
    assert.equal(parent, join(hand.folder, '..'));
    const found = Object.fromEntries(
      entries.map(({ name, kind, bytes, isHidden }) => [name, { kind, bytes, isHidden }]),
    );
    assert.deepEqual(found, {
      folder: { kind: 'folder', bytes: 0, isHidden: false },
      'report.pdf': { kind: 'file', bytes: 1234, isHidden: false },
      '.hidden': { kind: 'file', bytes: 0, isHidden: true },
      link: { kind: 'link', bytes: 0, isHidden: false },
      pipe: { kind: 'pipe', bytes: 0, isHidden: false },
      socket: { kind: 'socket', bytes: 0, isHidden: false },
      'f\uFFFDo': { kind: 'unreadable', bytes: 0, isHidden: false },
    });
    assert.equal(entries.find(({ name }) => name === 'report.pdf')?.changedAt, 1_700_000_000_000);
  });

  it('gives a folder of thousands in pages, each once', async () => {
    for (let nth = 0; nth < 1700; nth += 1) writeFileSync(path(`${'n'.repeat(100)}${nth}`), '');
    const { entries, isCut } = await list(hand.folder);
    assert.equal(new Set(entries.map(({ name }) => name)).size, 1700);
    assert.equal(entries.length, 1700);
    assert.equal(isCut, false);
  });

  it('follows a link only when it is opened as such, and refuses every path that leads through one [H-56]', async () => {
    mkdirSync(path('real/inside'), { recursive: true });
    symlinkSync(path('real'), path('link'));
    symlinkSync('/nowhere/at/all', path('dead'));
    await assert.rejects(list(path('link')), /leads through a link/);
    await assert.rejects(list(path('link/inside')), /leads through a link/);
    await assert.rejects(
      hand.link.call('files.make-folder', { folder: path('link'), name: 'x' }),
      /leads through a link/,
    );
    assert.deepEqual(await hand.link.call('files.follow', { path: path('link') }), {
      path: path('real'),
      kind: 'folder',
    });
    await assert.rejects(hand.link.call('files.follow', { path: path('dead') }), /leads to nothing/);
  });

  it('refuses paths that are none, each with a sentence [H-56]', async () => {
    for (const bad of ['etc', '../x', `${hand.folder}/../x`, '/a\0b', 'C:\\x', '\\\\?\\x'])
      await assert.rejects(list(bad), /no whole path|ends every text/, bad);
    await assert.rejects(list(path('nothing')), /not there any more/);
    writeFileSync(path('file'), '');
    await assert.rejects(list(path('file')), /no folder/);
  });

  it('says how much a folder holds, without going through links', async () => {
    mkdirSync(path('a/b'), { recursive: true });
    writeFileSync(path('a/one'), 'x'.repeat(10));
    writeFileSync(path('a/b/two'), 'x'.repeat(20));
    symlinkSync('/', path('a/out'));
    const measured = await hand.link.call('files.measure', { path: path('a') });
    assert.deepEqual(measured, { files: 3, folders: 2, bytes: 30, isWhole: true });
  });
});
