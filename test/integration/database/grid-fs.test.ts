import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GridFSBucket } from 'mongodb';
import type { ObjectId } from 'mongodb';
import { chanceOf } from '../../unit/server/database/embedded/random-values.ts';
import { anEmbeddedStoreOnly, endStore, startAnyStore, startStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';

const mebibyte = 1024 * 1024;

/** So many bytes that no two places of a file are alike. */
function* bytesOf(length: number, seed: number): Generator<Buffer> {
  const { below } = chanceOf(seed);
  for (let left = length; left > 0; left -= mebibyte) {
    const chunk = Buffer.alloc(Math.min(left, mebibyte));
    for (let place = 0; place + 4 <= chunk.length; place += 64) chunk.writeUInt32LE(below(0xffffffff), place);
    yield chunk;
  }
}

describe('Files in the store, through the driver’s GridFS', function () {
  this.timeout(60_000);
  let store: AnyStore;
  let bucket: GridFSBucket;
  before(async () => {
    store = await startAnyStore();
    bucket = new GridFSBucket(store.db, { chunkSizeBytes: 1000 });
  });
  after(() => endStore(store));

  async function upload(name: string, bytes: Buffer): Promise<ObjectId> {
    const stream = bucket.openUploadStream(name, { metadata: { session: 's1' } });
    await pipeline(Readable.from([bytes]), stream);
    return stream.id;
  }

  async function download(id: ObjectId, range?: { start: number; end: number }): Promise<Buffer> {
    return Buffer.concat(await bucket.openDownloadStream(id, range).toArray());
  }

  it('come back as they went in, whole and in ranges', async () => {
    const bytes = Buffer.concat([...bytesOf(12_345, 1)]);
    const id = await upload('picture.png', bytes);
    assert.ok((await download(id)).equals(bytes));
    for (const [start, end] of [
      [0, 1],
      [999, 1001],
      [3500, 12_345],
    ] as const)
      assert.ok((await download(id, { start, end })).equals(bytes.subarray(start, end)));
    const [found] = await bucket.find({ 'metadata.session': 's1', filename: 'picture.png' }).toArray();
    assert.equal(found?.length, bytes.length);
  });

  it('may be empty', async () => {
    assert.equal((await download(await upload('empty', Buffer.alloc(0)))).length, 0);
  });

  it('are renamed, found as the newest of their name, and deleted with all their pieces', async () => {
    const first = await upload('a', Buffer.from('first'));
    const second = await upload('b', Buffer.from('second'));
    await bucket.rename(second, 'a');
    const newest = Buffer.concat(await bucket.openDownloadStreamByName('a', { revision: -1 }).toArray());
    assert.equal(newest.toString(), 'second');
    await bucket.delete(first);
    await assert.rejects(download(first), /FileNotFound/);
    await assert.rejects(bucket.delete(first), /File not found/);
    assert.equal(await store.db.collection('fs.chunks').countDocuments({ files_id: first }), 0);
    assert.equal((await download(second)).toString(), 'second');
  });

  it('leave nothing behind when an upload is given up', async () => {
    const stream = bucket.openUploadStream('given up');
    await new Promise((resolve) => stream.write(Buffer.alloc(5000), resolve));
    await stream.abort();
    assert.equal(await store.db.collection('fs.chunks').countDocuments({ files_id: stream.id }), 0);
    assert.deepEqual(await bucket.find({ filename: 'given up' }).toArray(), []);
  });

  it('are read through an index', async () => {
    const explained = await store.db.collection('fs.chunks').find({ files_id: 1 }).sort({ n: 1 }).explain();
    assert.match(JSON.stringify(explained['queryPlanner']), /"files_id_1_n_1"/);
  });

  anEmbeddedStoreOnly('that are large take no more memory than small ones', async () => {
    const embedded = await startStore();
    const large = new GridFSBucket(embedded.db);
    const sha = (): ReturnType<typeof createHash> => createHash('sha256');
    const [sent, received] = [sha(), sha()];
    const digesting = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        received.update(chunk);
        done();
      },
    });
    const stream = large.openUploadStream('large');
    await pipeline(Readable.from(bytesOf(20 * mebibyte, 1)), large.openUploadStream('small'));
    await embedded.db.collection('fs.chunks').findOne({ n: 3 });
    const before = peakMemory(embedded.folder);
    const source = function* (): Generator<Buffer> {
      for (const chunk of bytesOf(200 * mebibyte, 2)) {
        sent.update(chunk);
        yield chunk;
      }
    };
    await pipeline(Readable.from(source()), stream);
    await pipeline(large.openDownloadStream(stream.id), digesting);
    const grown = peakMemory(embedded.folder) - before;
    assert.equal(received.digest('hex'), sent.digest('hex'));
    await endStore(embedded);
    // The file has 200 MiB; the cache of the database's pages may take 64 of them, a batch on its way three times 16.
    assert.ok(grown < 150 * mebibyte, `the store's process grew by ${Math.round(grown / mebibyte)} MiB`);
  });
});

/** The most memory that the process of the store in this folder has had, in bytes. */
function peakMemory(folder: string): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const pid = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(folder));
  const [, kibibytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? ''}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}
