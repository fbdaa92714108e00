/**
 * The bytes of files in conversations, in the store itself (GridFS), so that a backup has them. They are written part by
 * part, whoever serves the next one, and read by the driver's own stream when all are there.
 */
import type { Readable } from 'node:stream';
import { mongo } from 'mongoose';
import type { Connection } from 'mongoose';
import { filePartStep } from '../../shared/contract/conversation-file.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';

const bucketName = 'session_file_content';

interface Chunk {
  readonly files_id: mongo.ObjectId;
  readonly n: number;
  readonly data: mongo.Binary;
}

export interface FileContents {
  /** Makes the index that gives each piece one place. */
  prepare(): Promise<void>;
  newId(): string;
  /**
   * Stores a part that begins at a multiple of the step. The same part again changes nothing.
   * @throws AppError `invalid` when other bytes stand there: what was looked at is never replaced
   */
  addPart(id: string, offset: number, part: Buffer): Promise<void>;
  /** All parts are there: from now on it can be opened. Any number of times. */
  complete(id: string, bytes: number): Promise<void>;
  /** Bytes of a file that may be incomplete; fewer where it ends. */
  read(id: string, offset: number, length: number): Promise<Buffer>;
  open(id: string): Readable;
  remove(id: string): Promise<void>;
}

export function fileContentModel(connection: Connection): FileContents {
  const { db } = connection;
  if (db === undefined) throw new Error('The store is not open.');
  const bucket = new mongo.GridFSBucket(db, { bucketName, chunkSizeBytes: filePartStep });
  const chunks = db.collection<Chunk>(`${bucketName}.chunks`);
  const files = db.collection(`${bucketName}.files`);
  const idOf = (id: string) => mongo.ObjectId.createFromHexString(id);

  async function add(files_id: mongo.ObjectId, n: number, piece: Buffer): Promise<void> {
    try {
      await chunks.insertOne({ files_id, n, data: new mongo.Binary(piece) });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // An earlier try got as far as here.
      const stored = await chunks.findOne({ files_id, n });
      if (stored !== null && piece.equals(stored.data.buffer)) return;
      throw new AppError('invalid', { text: 'The file has changed while it was sent. Send it again.' });
    }
  }

  return {
    async prepare() {
      await chunks.createIndex({ files_id: 1, n: 1 }, { unique: true }, {});
    },
    newId: () => new mongo.ObjectId().toHexString(),
    async addPart(id, offset, part) {
      const first = offset / filePartStep;
      for (let from = 0; from < part.length; from += filePartStep) {
        await add(idOf(id), first + from / filePartStep, part.subarray(from, from + filePartStep));
      }
    },
    async complete(id, bytes) {
      const whole = { length: bytes, chunkSize: filePartStep, uploadDate: new Date(), filename: id };
      await files.updateOne({ _id: idOf(id) }, { $setOnInsert: whole }, { upsert: true });
    },
    async read(id, offset, length) {
      const first = Math.floor(offset / filePartStep);
      const last = Math.floor((offset + length - 1) / filePartStep);
      const found = await chunks
        .find({ files_id: idOf(id), n: { $gte: first, $lte: last } })
        .sort({ n: 1 })
        .toArray();
      const from = offset - first * filePartStep;
      return Buffer.concat(found.map(({ data }) => Buffer.from(data.buffer))).subarray(from, from + length);
    },
    open: (id) => bucket.openDownloadStream(idOf(id)),
    async remove(id) {
      await files.deleteOne({ _id: idOf(id) });
      await chunks.deleteMany({ files_id: idOf(id) });
    },
  };
}
