import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHead } from '../../../shared/contract/file-parts.ts';
import type { LocalItem } from '../../../extension/host-tools/files/local-item.ts';
import { filesAtHand, type FilesAtHand } from './files-at-hand.ts';
import { aFile, copiesAtHand, sha256 } from './copies-at-hand.ts';
import { placeInMemory } from './place-in-memory.ts';

describe('copies to and from the customer’s computer', () => {
  let hand: FilesAtHand;
  let copies: ReturnType<typeof copiesAtHand>;
  const path = (name: string) => join(hand.folder, name);

  beforeEach(() => {
    hand = filesAtHand();
    copies = copiesAtHand(hand);
  });
  afterEach(() => hand.remove());

  it('takes a file as it is, and writes it into the log once [S1-16]', async () => {
    const bytes = randomBytes(3_000_001);
    writeFileSync(path('data.bin'), bytes);
    const to = placeInMemory();
    const order = {
      way: 'take',
      folder: hand.folder,
      name: 'data.bin',
      kind: 'file',
      bytes: bytes.length,
      to,
    } as const;
    assert.equal(await copies.copy(order), 'done');
    assert.equal(sha256(to.files.get('data.bin')), sha256(bytes));
    await hand.link.call('files.places', {});
    assert.deepEqual(hand.reports, [{ did: 'file-taken', name: path('data.bin'), bytes: bytes.length }]);
  });

  it('gives a file as it is, with its date, under its name only once it is whole [S1-16]', async () => {
    const bytes = randomBytes(3_000_001);
    let seen: string[] = [];
    await copies.give(aFile('data.bin', bytes), {
      onAt: () => {
        if (seen.length === 0) seen = readdirSync(hand.folder);
      },
    });
    assert.match(seen.join(), /^\.remotehelp-[0-9a-f]{32}\.part$/);
    assert.equal(sha256(readFileSync(path('data.bin'))), sha256(bytes));
    assert.equal(statSync(path('data.bin')).mtimeMs, 1_700_000_000_000);
    assert.deepEqual(copies.halves(), []);
    await hand.link.call('files.places', {});
    assert.deepEqual(hand.reports, [{ did: 'file-given', name: path('data.bin'), bytes: bytes.length }]);
    assert.equal(existsSync(hand.ledger), false, 'no note is left');
  });

  it('copies folders with all that is in them, both ways, each once in the log [S1-16]', async () => {
    mkdirSync(path('from/deep/empty'), { recursive: true });
    writeFileSync(path('from/one'), '1');
    writeFileSync(path('from/deep/two'), '22');
    writeFileSync(path('from/nothing'), '');
    symlinkSync('/etc/passwd', path('from/link'));
    execFileSync('mkfifo', [path('from/pipe')]);
    const to = placeInMemory();
    await copies.copy({ way: 'take', folder: hand.folder, name: 'from', kind: 'folder', bytes: 0, to });
    assert.deepEqual([...to.files.keys()].toSorted(), ['from/deep/two', 'from/nothing', 'from/one']);
    assert.ok(to.folders.has('from/deep/empty'));
    assert.deepEqual(copies.leftOut.map((line) => line.split(':')[0]).toSorted(), ['link', 'pipe']);
    const back: LocalItem = {
      kind: 'folder',
      name: 'back',
      items: async () => [
        aFile('x', new Uint8Array([1, 2])),
        { kind: 'folder', name: 'in', items: async () => [aFile('y', new Uint8Array(3))] },
      ],
    };
    await copies.give(back);
    assert.deepEqual([statSync(path('back/x')).size, statSync(path('back/in/y')).size], [2, 3]);
    await hand.link.call('files.places', {});
    assert.deepEqual(hand.reports, [
      { did: 'file-taken', name: path('from'), bytes: 3 },
      { did: 'file-given', name: path('back'), bytes: 5 },
    ]);
  });

  it('asks before a name in use is touched: skip, replace, keep both [S1-16] [H-56]', async () => {
    writeFileSync(path('a'), 'old');
    const next = () => aFile('a', new Uint8Array([1, 2, 3, 4]));
    assert.equal(await copies.give(next(), { ask: async () => 'skip' }), 'skipped');
    assert.equal(readFileSync(path('a'), 'utf8'), 'old');
    await copies.give(next(), { ask: async () => 'keep-both' });
    assert.equal(readFileSync(path('a'), 'utf8'), 'old');
    assert.equal(statSync(path('a (2)')).size, 4);
    await copies.give(next(), { ask: async () => 'replace' });
    assert.equal(statSync(path('a')).size, 4);
    mkdirSync(path('folder'));
    await assert.rejects(copies.give(aFile('folder', new Uint8Array(1))), /A folder has the name/);
    symlinkSync(path('a'), path('link'));
    await assert.rejects(
      copies.give(aFile('link', new Uint8Array(1)), { ask: async () => 'replace' }),
      /A link has this name/,
    );
    assert.equal(statSync(path('a')).size, 4, 'not through the link');
    assert.deepEqual(copies.halves(), []);
  });

  it('writes over nothing that came to stand there after the question', async () => {
    await assert.rejects(
      copies.give(aFile('late', new Uint8Array(2_000_000)), { onAt: () => writeFileSync(path('late'), 'theirs') }),
      /in use there/,
    );
    assert.equal(readFileSync(path('late'), 'utf8'), 'theirs');
    assert.deepEqual(copies.halves(), []);
  });

  it('refuses links, pipes and devices by what they are [H-56]', async () => {
    symlinkSync('/etc/passwd', path('link'));
    execFileSync('mkfifo', [path('pipe')]);
    for (const [name, why] of [
      ['link', /a link/],
      ['pipe', /a pipe/],
    ] as const) {
      const { copy: number } = await hand.link.call('copies.begin', { way: 'take', folder: hand.folder, name });
      await assert.rejects(
        hand.link.call('take.begin', { copy: number, path: path(name), from: 0, sha256: null }),
        why,
      );
    }
    const { copy: device } = await hand.link.call('copies.begin', { way: 'take', folder: '/dev', name: 'zero' });
    await assert.rejects(
      hand.link.call('take.begin', { copy: device, path: '/dev/zero', from: 0, sha256: null }),
      /a device/,
    );
  });

  it('gives nothing but what belongs to the copy', async () => {
    const { copy: number } = await hand.link.call('copies.begin', { way: 'take', folder: hand.folder, name: 'a' });
    writeFileSync(path('b'), 'b');
    await assert.rejects(
      hand.link.call('take.begin', { copy: number, path: path('b'), from: 0, sha256: null }),
      /does not belong/,
    );
  });

  it('cuts off what is more, less or other than was said [H-59]', async () => {
    const begin = async (name: string, bytes: number) => {
      const { copy: number } = await hand.link.call('copies.begin', { way: 'give', folder: hand.folder, name });
      const target = {
        copy: number,
        folder: hand.folder,
        name,
        bytes,
        changedAt: 0,
        inUse: 'refuse',
        half: null,
      } as const;
      return (await hand.link.call('give.begin', target)).transfer;
    };
    const part = (transfer: number, at: number, length: number) => {
      const message = new Uint8Array(12 + length);
      writeHead(message, transfer, at);
      return message;
    };
    const broken = (transfer: number) =>
      new Promise<string>((resolve) => hand.link.hear(transfer, { broken: (error) => resolve(error.message) }));
    const more = await begin('more', 1000);
    const told = broken(more);
    hand.link.send(part(more, 0, 1001));
    assert.match(await told, /More came than/);
    const gap = await begin('gap', 1000);
    const toldOfGap = broken(gap);
    hand.link.send(part(gap, 10, 100));
    assert.match(await toldOfGap, /part of this file is missing/);
    const less = await begin('less', 1000);
    hand.link.send(part(less, 0, 999));
    await assert.rejects(
      hand.link.call('give.end', { transfer: less, sha256: '0'.repeat(64) }),
      /Not all of this file/,
    );
    const other = await begin('other', 4);
    hand.link.send(part(other, 0, 4));
    await assert.rejects(hand.link.call('give.end', { transfer: other, sha256: '0'.repeat(64) }), /not what was sent/);
    await hand.link.call('files.places', {});
    assert.deepEqual(readdirSync(hand.folder), []);
  });
});
