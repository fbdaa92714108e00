/** Sends one file to the viewer, part by part, as fast as the link and the other disk take it. */
import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  LONGEST_PART_BYTES,
  MOST_AHEAD_BYTES,
  PART_HEAD_BYTES,
  writeHead,
} from '../../../shared/contract/file-parts.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { momentOf } from './browse.ts';
import { assertPlain, assertSteady, lookAt } from './own-path.ts';

export interface SentFile {
  readonly bytes: number;
  readonly changedAt: number;
  /** Where sending goes on. */
  readonly from: number;
  /** Sends all of it. The hash of the whole file; `undefined` when it was stopped. */
  send(transfer: number): Promise<string | undefined>;
  /** The viewer has written so far. */
  written(offset: number): void;
  stop(): void;
}

export interface SendPorts {
  /** Has taken the bytes out of the message when it returns. */
  readonly send: (message: Uint8Array<ArrayBuffer>) => void;
  readonly backlogBytes: () => number;
}

/** More than this is not given to the link at once: it would only wait there. */
const MOST_BACKLOG_BYTES = 2 * 1024 * 1024;
const LOOK_EVERY_MS = 2;

/** Opens a file to be sent. What the viewer has already is kept, if its hash is that of the same bytes here. */
export async function openToSend(
  path: string,
  has: { readonly from: number; readonly sha256: string | null },
  ports: SendPorts,
): Promise<SentFile> {
  const { kind } = await lookAt(path);
  assertPlain(kind);
  // Without waiting, because what was a file may have become a pipe meanwhile.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new AppError('invalid', { text: 'This is a folder.' });
    await assertSteady(dirname(path));
    const begun = has.from > 0 && has.from <= stats.size ? await hashOf(handle, has.from) : createHash('sha256');
    const isSame = has.from > 0 && has.from <= stats.size && begun.copy().digest('hex') === has.sha256;
    const from = isSame ? has.from : 0;
    return sender(handle, stats, from, isSame ? begun : createHash('sha256'), ports);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The hash of the first bytes of a file, to go on with. */
export async function hashOf(handle: FileHandle, bytes: number): Promise<Hash> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(LONGEST_PART_BYTES);
  for (let at = 0; at < bytes;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, bytes - at), at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash;
}

function sender(
  handle: FileHandle,
  { size, mtimeMs }: { readonly size: number; readonly mtimeMs: number },
  from: number,
  hash: Hash,
  ports: SendPorts,
): SentFile {
  let isStopped = false;
  let written = from;
  const mayGoOn = (at: number) => at - written < MOST_AHEAD_BYTES && ports.backlogBytes() < MOST_BACKLOG_BYTES;

  async function sendAll(transfer: number): Promise<string | undefined> {
    // One buffer for all parts: the link takes its bytes out at once, and memory stays flat whatever the size.
    const message = new Uint8Array(PART_HEAD_BYTES + LONGEST_PART_BYTES);
    for (let at = from; at < size;) {
      while (!isStopped && !mayGoOn(at)) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      if (isStopped) return undefined;
      const { bytesRead } = await handle.read(message, PART_HEAD_BYTES, Math.min(LONGEST_PART_BYTES, size - at), at);
      if (bytesRead === 0) throw changed();
      writeHead(message, transfer, at);
      const end = PART_HEAD_BYTES + bytesRead;
      hash.update(message.subarray(PART_HEAD_BYTES, end));
      if (!isStopped) ports.send(message.subarray(0, end));
      at += bytesRead;
    }
    const now = await handle.stat();
    if (now.size !== size || now.mtimeMs !== mtimeMs) throw changed();
    return isStopped ? undefined : hash.digest('hex');
  }

  return {
    bytes: size,
    changedAt: momentOf(mtimeMs),
    from,
    async send(transfer) {
      try {
        return await sendAll(transfer);
      } finally {
        await handle.close();
      }
    },
    written(offset) {
      written = Math.max(written, Math.min(offset, size));
    },
    stop() {
      isStopped = true;
    },
  };
}

function changed(): AppError {
  return new AppError('invalid', { text: 'This file was changed while it was being copied. Copy it again.' });
}
