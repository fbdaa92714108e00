import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { zipArchive } from '../../../../server/extension-packages/zip-archive.ts';

const files = [
  { name: 'manifest.json', content: Buffer.from('{"a":1}') },
  { name: 'folder/größe.txt', content: Buffer.from('x'.repeat(70_000)) },
  { name: 'empty', content: Buffer.alloc(0) },
];

describe('a zip archive', () => {
  it('gives back every file whole, by the directory at its end', () => {
    const archive = zipArchive(files);
    assert.deepEqual(
      listed(archive).map(({ name, content }) => ({ name, content: content.toString() })),
      files.map(({ name, content }) => ({ name, content: content.toString() })),
    );
  });

  it('is the same whenever it is made', () => {
    assert.deepEqual(zipArchive(files), zipArchive(files));
  });

  it('is taken by unzip', function () {
    const folder = mkdtempSync(join(tmpdir(), 'rh-zip-'));
    try {
      writeFileSync(join(folder, 'archive.zip'), zipArchive(files));
      execFileSync('unzip', ['-q', 'archive.zip'], { cwd: folder });
      assert.equal(readFileSync(join(folder, 'manifest.json'), 'utf8'), '{"a":1}');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Reads an archive as browsers do: from the directory at its end. */
function listed(archive: Buffer) {
  const end = archive.length - 22;
  assert.equal(archive.readUInt32LE(end), 0x06054b50);
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    assert.equal(archive.readUInt32LE(at), 0x02014b50);
    const nameBytes = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameBytes);
    const local = archive.readUInt32LE(at + 42);
    assert.equal(archive.readUInt32LE(local), 0x04034b50);
    const begin = local + 30 + archive.readUInt16LE(local + 26);
    const content = inflateRawSync(archive.subarray(begin, begin + archive.readUInt32LE(at + 20)));
    assert.equal(crc32(content), archive.readUInt32LE(at + 16));
    at += 46 + nameBytes;
    return { name, content };
  });
}
