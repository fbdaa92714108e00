/** Receives one file from the viewer, part by part, and says how far it is written. */
import { createHash, type Hash } from 'node:crypto';
import { AppError } from '../../../shared/contract/errors.ts';
import { MOST_AHEAD_BYTES, TOLD_EVERY_BYTES, type FilePart } from '../../../shared/contract/file-parts.ts';
import type { InUse } from '../../../shared/contract/host-files.ts';
import type { HalfFile } from './half-files.ts';

export interface ReceivedFile {
  /** Throws an AppError for a part that is out of its place, or more than was said. */
  take(part: FilePart): void;
  /** All has come: checks it and gives it its name. The path that it has then. */
  finish(sha256: string): Promise<string>;
  /** Nothing is written any more. With `keep` it waits for its link to come back, as long as that says so. */
  stop(keep?: () => boolean): Promise<void>;
}

export interface ReceivePorts {
  /** So much is on the disk. */
  readonly onWritten: (offset: number) => void;
  /** The disk takes no more. */
  readonly onFailed: (error: unknown) => void;
}

/** Begins after `from` bytes, of which `hash` knows. */
export function receiveFile(
  half: HalfFile,
  from: number,
  hash: Hash = createHash('sha256'),
  { inUse, changedAt }: { readonly inUse: InUse; readonly changedAt: number },
  { onWritten, onFailed }: ReceivePorts,
): ReceivedFile {
  let come = from;
  let written = from;
  let told = from;
  let isStopped = false;
  let failure: unknown;
  let writing: Promise<void> = Promise.resolve();

  async function write({ offset, bytes }: FilePart): Promise<void> {
    if (isStopped || failure !== undefined) return;
    try {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await half.handle.write(bytes, at, bytes.length - at, offset + at);
        at += bytesWritten;
      }
    } catch (error) {
      failure = error;
      return onFailed(error);
    }
    hash.update(bytes);
    written = offset + bytes.length;
    if (written - told < TOLD_EVERY_BYTES && written < half.bytes) return;
    told = written;
    if (!isStopped) onWritten(written);
  }

  return {
    take(part) {
      if (isStopped) return;
      if (part.offset !== come || part.bytes.length === 0)
        throw new AppError('invalid', { text: 'A part of this file is missing. Copy it again.' });
      come += part.bytes.length;
      if (come > half.bytes) throw new AppError('too-large', { text: 'More came than this file was said to hold.' });
      if (come - written > 2 * MOST_AHEAD_BYTES)
        throw new AppError('too-large', { text: 'This came faster than it was asked for.' });
      writing = writing.then(() => write(part));
    },
    async finish(sha256) {
      await writing;
      if (failure !== undefined) throw failure;
      if (isStopped || written !== half.bytes)
        throw new AppError('invalid', { text: 'Not all of this file has come. Copy it again.' });
      if (hash.digest('hex') !== sha256)
        throw new AppError('invalid', { text: 'What came is not what was sent: it is thrown away. Copy it again.' });
      return half.place(inUse, changedAt);
    },
    async stop(keep) {
      isStopped = true;
      await writing;
      await (keep === undefined || failure !== undefined ? half.drop() : half.keep(keep));
    },
  };
}
