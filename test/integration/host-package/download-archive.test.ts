import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { hostDownload } from '../../../server/host-download/host-download.ts';
import { Ticket } from '../../../shared/contract/identifiers.ts';

const run = promisify(execFile);
const ticket = v.parse(Ticket, 'abcdefghijklmnopqrstuvwx27');
const wish = { system: 'linux-x64', ticket, takesGzip: true, nowMs: 0 } as const;
const contents = Buffer.from(`#!/bin/sh\necho "it runs"\n${'# filling\n'.repeat(1000)}`);

describe('the archive that a customer downloads', () => {
  let folder: string;
  let archive: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'download-archive-test-'));
    const end = Buffer.alloc(512 - (contents.length % 512) + 1024);
    const body = gzipSync(Buffer.concat([contents, end]));
    await writeFile(join(folder, 'body.gz'), body);
    const list = {
      format: 2,
      archive: 'tar',
      body: 'body.gz',
      executableBytes: contents.length,
      bodyBytes: body.length,
      sha256: 'a'.repeat(64),
      isSigned: false,
      origin: '',
    };
    await writeFile(join(folder, 'linux-x64.json'), JSON.stringify(list));
    const download = await hostDownload(folder, { ...wish, nowMs: 1_750_000_000_000 });
    const bytes = await buffer(download.stream());
    assert.equal(download.fileName, `remotehelp-${ticket}.tar.gz`);
    assert.equal(bytes.length, download.length, 'the announced length');
    archive = join(folder, download.fileName);
    await writeFile(archive, bytes);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('unpacks with GNU tar to a program that runs', async () => {
    const target = join(folder, 'gnu');
    await mkdir(target);
    await run('tar', ['-xzf', archive, '-C', target]);
    const { stdout } = await run(join(target, `RemoteHelp-${ticket}`));
    assert.equal(stdout, 'it runs\n');
  });

  it('says everything that a strict reader of the format asks for', async () => {
    const header = gunzipSync(await readFile(archive)).subarray(0, 512);
    const text = (from: number, bytes: number): string => header.toString('latin1', from, from + bytes);
    const octal = (from: number, bytes: number): number => Number.parseInt(text(from, bytes), 8);
    assert.equal(text(0, 100).replace(/\0+$/, ''), `RemoteHelp-${ticket}`);
    assert.equal(octal(100, 8), 0o755);
    assert.equal(octal(124, 12), contents.length);
    assert.equal(octal(136, 12), 1_750_000_000);
    assert.equal(text(156, 1), '0', 'an ordinary file');
    assert.equal(text(257, 8), 'ustar\x0000');
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
    assert.equal(octal(148, 8), sum);
  });

  it('is one whole archive in the eyes of a program that unpacks gzip first', async () => {
    const plain = gunzipSync(await readFile(archive));
    assert.equal(plain.length % 512, 0);
    assert.deepEqual(plain.subarray(512, 512 + contents.length), contents);
    assert.ok(plain.subarray(-1024).every((byte) => byte === 0));
  });

  it('is refused by name when no host has been prepared', async () => {
    await assert.rejects(hostDownload(join(folder, 'nowhere'), wish), { code: 'ENOENT' });
  });
});
