import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHalfLedger } from '../../../customer-host/tools/files/half-ledger.ts';
import { giveFile } from '../../../extension/host-tools/files/give-file.ts';
import type { CopyPorts } from '../../../extension/host-tools/files/take-file.ts';
import { filesInProcess, type FilesInProcess } from './files-in-process.ts';

const NOBODY = 65_534;

describe('when the customer’s computer cannot', () => {
  let folder: string;
  let ledger: string;
  let host: FilesInProcess | undefined;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'rh-files-')));
    ledger = join(folder, 'notes');
  });
  afterEach(async () => {
    await host?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function give(
    name: string,
    to: string,
    bytes: number,
    onAt: CopyPorts['onAt'] = () => undefined,
  ): Promise<void> {
    const { link } = host ?? assert.fail('no host');
    const stop = new AbortController();
    const copy = async () => (await link.call('copies.begin', { way: 'give', folder: to, name })).copy;
    await giveFile(
      new File([new Uint8Array(bytes)], name),
      { folder: to, name, inUse: 'refuse' },
      {
        link,
        copy,
        stop: stop.signal,
        onAt,
        onInterrupted: () => stop.abort(),
      },
    );
  }

  it('a full disk is said, and what did not fit is gone [S1-16] [H-59]', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mount = `mount -t tmpfs -o size=32m tmpfs '${disk}' && exec '${process.execPath}' "$@"`;
    host = await filesInProcess({ ledger, by: ['unshare', '-rm', 'sh', '-c', mount, 'sh'] });
    await assert.rejects(give('big', disk, 40_000_000), /disk has only 3\d MB left/);
    // Both fit when they begin, and together they do not.
    let other: Promise<void> | undefined;
    const first = give('first', disk, 28_000_000, (at) => {
      if (at > 1_000_000) other ??= give('other', disk, 15_000_000);
    });
    const ends = await Promise.allSettled([first, first.catch(() => undefined).then(() => other)]);
    const failed = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    assert.ok(failed.length > 0 && failed.every((text) => /disk of that computer is full/.test(text)), failed.join());
    const { entries } = await host.link.call('files.list', { path: disk, after: null });
    assert.equal(entries.length, 2 - failed.length, 'what did not fit is gone');
    await give('small', disk, 1_000_000);
  });

  it('what the person may not do is said, for looking, reading and writing alike [S1-15]', async () => {
    chmodSync(folder, 0o777);
    mkdirSync(join(folder, 'own'), { mode: 0o555 });
    mkdirSync(join(folder, 'closed'), { mode: 0o000 });
    writeFileSync(join(folder, 'secret'), 'x', { mode: 0o000 });
    // The administrator of this computer may do everything.
    host = await filesInProcess({ ledger, ...(process.getuid?.() === 0 ? { uid: NOBODY } : {}) });
    const may = /may not do this here/;
    await assert.rejects(host.link.call('files.list', { path: join(folder, 'closed'), after: null }), may);
    await assert.rejects(host.link.call('files.make-folder', { folder: join(folder, 'own'), name: 'x' }), may);
    await assert.rejects(give('x', join(folder, 'own'), 10), may);
    const { copy } = await host.link.call('copies.begin', { way: 'take', folder, name: 'secret' });
    const path = join(folder, 'secret');
    await assert.rejects(host.link.call('take.begin', { copy, path, from: 0, sha256: null }), may);
    assert.equal(existsSync(ledger), false, 'what never began is not noted');
  });

  it('killed in the middle it leaves nothing under the file’s name, and the next start takes away the rest [S1-16]', async () => {
    host = await filesInProcess({ ledger });
    const killed = host;
    await assert.rejects(
      give('report.pdf', folder, 20_000_000, (at) => {
        if (at > 3_000_000) void killed.kill();
      }),
    );
    await killed.kill();
    const left = readdirSync(folder).filter((name) => name !== 'notes');
    assert.equal(left.length, 1);
    assert.match(left[0] ?? '', /^\.remotehelp-[0-9a-f]{32}\.part$/);
    openHalfLedger([ledger]);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('ended as it should, it leaves nothing either', async () => {
    host = await filesInProcess({ ledger });
    const { child } = host;
    let hasEnded: Promise<unknown> | undefined;
    await assert.rejects(
      give('report.pdf', folder, 20_000_000, (at) => {
        if (at > 3_000_000 && hasEnded === undefined) {
          hasEnded = new Promise((resolve) => child.once('exit', resolve));
          child.disconnect();
          void hasEnded.then(() => host?.link.use(undefined));
        }
      }),
    );
    await hasEnded;
    assert.deepEqual(readdirSync(folder), []);
  });
});
