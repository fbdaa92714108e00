/** The content of shared files, in the store itself (GridFS), so that a backup has it too. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo } from 'mongoose';
import type { Connection } from 'mongoose';
import { AppError } from '../../shared/contract/errors.ts';

export interface KeptFile {
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

export interface SharedFiles {
  /**
   * Keeps what comes, under this id. What breaks off or is too large leaves nothing behind.
   * @throws AppError `too-large`
   */
  keep(id: string, content: Readable, maxBytes: number): Promise<KeptFile>;
  /** The content; `undefined` when there is none. */
  open(id: string): Promise<{ readonly content: Readable; readonly bytes: number } | undefined>;
  remove(id: string): Promise<void>;
  /** Removes whatever no item names and is older than `before`: an upload may have been cut off by a crash. */
  removeOthers(named: ReadonlySet<string>, before: number): Promise<void>;
}

export function sharedFileModel(connection: Connection): SharedFiles {
  const { db } = connection;
  if (db === undefined) throw new Error('The store is not open.');
  const bucket = new mongo.GridFSBucket(db, { bucketName: 'shared_files' });
  const filesOf = (id: string) => bucket.find({ filename: id }).toArray();

  async function remove(id: string): Promise<void> {
    for (const { _id } of await filesOf(id)) await bucket.delete(_id);
  }

  return {
    async keep(id, content, maxBytes) {
      const hash = createHash('sha256');
      const upload = bucket.openUploadStream(id);
      let bytes = 0;
      try {
        await pipeline(
          content,
          async function* (parts: AsyncIterable<Buffer>) {
            for await (const part of parts) {
              bytes += part.length;
              if (bytes > maxBytes) throw new AppError('too-large', { text: tooLargeText(maxBytes) });
              hash.update(part);
              yield part;
            }
          },
          upload,
        );
      } catch (error) {
        // What of it is stored already goes; should that fail too, the next start removes it.
        await upload.abort().catch(() => undefined);
        throw error;
      }
      return { bytes, sha256: hash.digest('hex') };
    },
    async open(id) {
      const [file] = await filesOf(id);
      return file === undefined ? undefined : { content: bucket.openDownloadStream(file._id), bytes: file.length };
    },
    remove,
    async removeOthers(named, before) {
      const kept = await bucket.find().toArray();
      for (const { _id, filename, uploadDate } of kept) {
        if (!named.has(filename) && uploadDate.getTime() < before) await bucket.delete(_id);
      }
      const whole = new Set(kept.map(({ _id }) => _id.toHexString()));
      const chunks = db.collection<{ files_id: mongo.ObjectId }>('shared_files.chunks');
      for (const of of await chunks.distinct('files_id')) {
        if (!whole.has(of.toHexString()) && of.getTimestamp().getTime() < before) {
          await chunks.deleteMany({ files_id: of });
        }
      }
    },
  };
}

function tooLargeText(maxBytes: number): string {
  return `A shared file has at most ${Math.round(maxBytes / 1_000_000)} MB.`;
}
