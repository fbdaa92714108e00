/** Copies one file from the customer: written as it comes, gone on with after a break, and right to the last bit. */
import { AppError } from '../../../shared/contract/errors.ts';
import { TOLD_EVERY_BYTES, writtenSoFar } from '../../../shared/contract/file-parts.ts';
import { createSha256 } from '../../../shared/link/sha-256.ts';
import { fileToolTexts } from '../../texts/host-files-en.ts';
import { isInterrupted, type FilesLink } from './files-link.ts';
import type { LocalSink } from './local-place.ts';

/** What a file being copied needs of its copy. */
export interface CopyPorts {
  readonly link: FilesLink;
  /** The copy's number over the link of this moment. */
  readonly copy: () => Promise<number>;
  readonly stop: AbortSignal;
  /** So much of this file is there. It may go back when a file is begun anew. */
  readonly onAt: (bytes: number) => void;
  readonly onInterrupted: (isInterrupted: boolean) => void;
}

/** `create` makes the file on this computer, once its size is known. */
export async function takeFile(
  path: string,
  create: (bytes: number) => Promise<LocalSink>,
  ports: CopyPorts,
): Promise<void> {
  const { link, stop, onAt } = ports;
  let sink: LocalSink | undefined;
  let there = { bytes: 0, hash: createSha256() };
  try {
    for (;;) {
      try {
        stop.throwIfAborted();
        const copy = await ports.copy();
        const sha256 = there.bytes === 0 ? null : there.hash.hex();
        const begun = await link.call('take.begin', { copy, path, from: there.bytes, sha256 });
        if (begun.from !== there.bytes) {
          // What is there is not what the file begins with any more.
          await sink?.abort();
          sink = undefined;
          there = { bytes: 0, hash: createSha256() };
          if (begun.from !== 0) throw new AppError('invalid', { text: fileToolTexts.damaged });
        }
        const coming = receive(begun, there, ports);
        try {
          sink ??= await create(begun.bytes);
        } catch (error) {
          coming.stop();
          throw error;
        }
        const whole = await coming.into(sink);
        if (whole !== there.hash.hex()) throw new AppError('invalid', { text: fileToolTexts.damaged });
        await link.call('take.end', { transfer: begun.transfer, sha256: whole });
        await sink.close();
        sink = undefined;
        return;
      } catch (error) {
        if (!isInterrupted(error) || stop.aborted) throw error;
        ports.onInterrupted(true);
        await link.back(stop);
        ports.onInterrupted(false);
        onAt(there.bytes);
      }
    }
  } finally {
    await sink?.abort();
  }
}

type There = { bytes: number; readonly hash: ReturnType<typeof createSha256> };

/** Listens from the first moment on; parts wait until there is where to write them. */
function receive(
  { transfer, bytes }: { readonly transfer: number; readonly bytes: number },
  there: There,
  { link, stop, onAt }: CopyPorts,
): { into(sink: LocalSink): Promise<string>; stop(): void } {
  let come = there.bytes;
  let told = there.bytes;
  const ready = settledLater<LocalSink>();
  const whole = settledLater<string>();
  let writing: Promise<void> = Promise.resolve();
  let isOver = false;

  const write = async (part: Uint8Array<ArrayBuffer>) => {
    if (isOver) return;
    const sink = await ready.promise;
    await sink.write(part);
    there.hash.update(part);
    there.bytes += part.length;
    onAt(there.bytes);
    if (there.bytes - told < TOLD_EVERY_BYTES && there.bytes < bytes) return;
    told = there.bytes;
    link.send(writtenSoFar(transfer, told));
  };
  const fail = (error: unknown) => {
    whole.reject(error);
  };
  const deaf = link.hear(transfer, {
    part({ offset, bytes: part }) {
      if (offset !== come || come + part.length > bytes)
        return fail(new AppError('invalid', { text: fileToolTexts.damaged }));
      come += part.length;
      writing = writing.then(() => write(part));
      writing.catch(fail);
    },
    sent: (sha256) => void writing.then(() => whole.resolve(sha256), fail),
    broken: fail,
  });
  const aborted = () => fail(stop.reason);
  stop.addEventListener('abort', aborted, { once: true });

  const end = () => {
    isOver = true;
    deaf();
    stop.removeEventListener('abort', aborted);
  };
  const cancel = () => {
    // Whether or not it is heard: what is not asked for any more is thrown away here.
    link.call('transfer.cancel', { transfer }).catch(() => undefined);
  };
  return {
    async into(sink) {
      ready.resolve(sink);
      try {
        return await whole.promise;
      } catch (error) {
        if (!isInterrupted(error)) cancel();
        // What has come is kept for the way back: all of it must lie on the disk.
        await writing.catch(() => undefined);
        throw error;
      } finally {
        end();
      }
    },
    stop() {
      ready.reject(new Error('Nowhere to write.'));
      end();
      cancel();
    },
  };
}

/** A promise that is settled from outside. Nobody may want its failure any more. */
function settledLater<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
