/** Copies one file to the customer: never far ahead of their disk, gone on with after a break, and right to the last bit. */
import type { ResultOf } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  LONGEST_PART_BYTES,
  MOST_AHEAD_BYTES,
  PART_HEAD_BYTES,
  writeHead,
} from '../../../shared/contract/file-parts.ts';
import type { HostFilesContract, InUse } from '../../../shared/contract/host-files.ts';
import { createSha256, type Sha256 } from '../../../shared/link/sha-256.ts';
import { fileToolTexts } from '../../texts/host-files-en.ts';
import { isInterrupted } from './files-link.ts';
import type { CopyPorts } from './take-file.ts';

/** Where it goes, under which name, and what the rep has said about a name in use. */
export interface GiveTarget {
  readonly folder: string;
  readonly name: string;
  readonly inUse: InUse;
}

type Begun = ResultOf<HostFilesContract, 'give.begin'>;

/** So much of the file is read at once. */
const READ_BYTES = 1024 * 1024;

export async function giveFile(file: File, target: GiveTarget, ports: CopyPorts): Promise<void> {
  const { link, stop, onAt } = ports;
  let half: string | null = null;
  for (;;) {
    try {
      stop.throwIfAborted();
      const copy = await ports.copy();
      const begun: Begun = await link.call('give.begin', {
        ...target,
        copy,
        bytes: file.size,
        changedAt: Math.max(0, Math.floor(file.lastModified)),
        half,
      });
      half = begun.half;
      const { transfer, from } = begun;
      const hash = createSha256();
      try {
        for await (const part of read(file, 0, from)) hash.update(part);
        if (from > 0 && begun.sha256 !== hash.hex()) {
          half = null;
          await link.call('transfer.cancel', { transfer });
          continue;
        }
        onAt(from);
        await send(file, { transfer, from }, hash, ports);
        await link.call('give.end', { transfer, sha256: hash.hex() });
        return;
      } catch (error) {
        // Whether or not it is heard: the host drops what nobody goes on with.
        if (!isInterrupted(error)) link.call('transfer.cancel', { transfer }).catch(() => undefined);
        throw error;
      }
    } catch (error) {
      if (!isInterrupted(error) || stop.aborted) throw error;
      ports.onInterrupted(true);
      await link.back(stop);
      ports.onInterrupted(false);
    }
  }
}

async function send(
  file: File,
  { transfer, from }: { readonly transfer: number; readonly from: number },
  hash: Sha256,
  { link, stop, onAt }: CopyPorts,
): Promise<void> {
  let written = from;
  let failure: unknown;
  let wake = () => {};
  const fail = (error: unknown) => {
    failure ??= error;
    wake();
  };
  const aborted = () => fail(stop.reason);
  const deaf = link.hear(transfer, {
    part({ offset }) {
      written = Math.max(written, offset);
      onAt(written);
      wake();
    },
    broken: fail,
  });
  stop.addEventListener('abort', aborted, { once: true });
  try {
    const until = async (isSo: () => boolean) => {
      // Both are changed by what comes meanwhile.
      while (failure === undefined && !isSo()) await new Promise<void>((resolve) => (wake = resolve));
      if (failure !== undefined) throw failure;
    };
    const message = new Uint8Array(PART_HEAD_BYTES + LONGEST_PART_BYTES);
    let at = from;
    for await (const part of read(file, from, file.size)) {
      hash.update(part);
      for (let inPart = 0; inPart < part.length; inPart += LONGEST_PART_BYTES) {
        await until(() => at - written < MOST_AHEAD_BYTES);
        const piece = part.subarray(inPart, inPart + LONGEST_PART_BYTES);
        writeHead(message, transfer, at);
        message.set(piece, PART_HEAD_BYTES);
        link.send(message.subarray(0, PART_HEAD_BYTES + piece.length));
        at += piece.length;
      }
    }
    await until(() => written >= file.size);
  } finally {
    deaf();
    stop.removeEventListener('abort', aborted);
  }
}

async function* read(file: File, from: number, to: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = from; at < to; at += READ_BYTES) {
    const slice = file.slice(at, Math.min(to, at + READ_BYTES));
    try {
      yield new Uint8Array(await slice.arrayBuffer());
    } catch (error) {
      throw new AppError('not-found', { text: fileToolTexts.local.troubles.changed, cause: error });
    }
  }
}
