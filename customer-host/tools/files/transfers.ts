/** The transfers of one viewer: what is being sent to it and received from it, each by its number. */
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { readPart, writtenSoFar } from '../../../shared/contract/file-parts.ts';
import type { ParamsOf, ResultOf } from '../../../shared/contract/contract.ts';
import type { HostFilesContract } from '../../../shared/contract/host-files.ts';
import type { Copies, Copy } from './copies.ts';
import type { HalfFiles } from './half-files.ts';
import { receiveFile, type ReceivedFile } from './receive-file.ts';
import { hashOf, openToSend, type SendPorts, type SentFile } from './send-file.ts';

type Params<N extends keyof HostFilesContract['operations']> = ParamsOf<HostFilesContract, N>;
type Result<N extends keyof HostFilesContract['operations']> = ResultOf<HostFilesContract, N>;

export interface Transfers {
  beginTake(params: Params<'take.begin'>): Promise<Result<'take.begin'>>;
  endTake(params: Params<'take.end'>): void;
  beginGive(params: Params<'give.begin'>): Promise<Result<'give.begin'>>;
  endGive(params: Params<'give.end'>): Promise<string>;
  cancel(transfer: number): Promise<void>;
  /** Takes a binary message of the viewer; what is none, or of no transfer, is dropped. */
  take(message: ArrayBuffer): void;
  /** Ends them all. Half files stay for a while as long as the tool may be used. */
  stop(): Promise<void>;
}

export interface TransferPorts extends SendPorts {
  readonly copies: Copies;
  readonly halves: HalfFiles;
  readonly onSent: (transfer: number, sha256: string) => void;
  readonly onBroken: (transfer: number, error: unknown) => void;
  readonly mayUse: () => boolean;
}

const MOST_TRANSFERS = 8;

export function createTransfers(ports: TransferPorts): Transfers {
  type Sent = { readonly file: SentFile; readonly copy: Copy; readonly path: string; sha256?: string };
  type Received = { readonly file: ReceivedFile; readonly copy: Copy; readonly bytes: number };
  const sent = new Map<number, Sent>();
  const received = new Map<number, Received>();
  /** Files that are being opened count too. */
  let opening = 0;
  let last = 0;
  let isOver = false;

  async function opened<Opened>(open: () => Promise<Opened>): Promise<Opened> {
    if (sent.size + received.size + opening >= MOST_TRANSFERS)
      throw new AppError('at-capacity', { text: 'Too many files at once.' });
    opening += 1;
    try {
      return await open();
    } finally {
      opening -= 1;
    }
  }

  function breakOff(transfer: number, error: unknown): void {
    ports.onBroken(transfer, error);
    void cancel(transfer);
  }

  async function cancel(transfer: number): Promise<void> {
    sent.get(transfer)?.file.stop();
    sent.delete(transfer);
    const given = received.get(transfer);
    received.delete(transfer);
    await given?.file.stop();
  }

  return {
    async beginTake({ copy: number, path, from, sha256 }) {
      const copy = ports.copies.of(number, 'take', path);
      const file = await opened(() => openToSend(path, { from, sha256 }, ports));
      last += 1;
      const transfer = last;
      const entry: Sent = { file, copy, path };
      if (isOver) file.stop();
      else sent.set(transfer, entry);
      // The answer first: the viewer must know the number before the first part.
      setImmediate(() => {
        file.send(transfer).then(
          (whole) => {
            if (whole === undefined || !sent.has(transfer)) return;
            entry.sha256 = whole;
            ports.onSent(transfer, whole);
          },
          (error: unknown) => sent.has(transfer) && breakOff(transfer, error),
        );
      });
      return { transfer, bytes: file.bytes, changedAt: file.changedAt, from: file.from };
    },
    endTake({ transfer, sha256 }) {
      const entry = sent.get(transfer);
      sent.delete(transfer);
      entry?.file.stop();
      if (entry?.sha256 === undefined) throw new AppError('invalid', { text: 'This file was not sent whole.' });
      if (entry.sha256 !== sha256)
        throw new AppError('invalid', { text: 'What came is not what was sent: it is thrown away. Copy it again.' });
      entry.copy.done(entry.file.bytes, entry.path);
    },
    async beginGive({ copy: number, folder, name, bytes, changedAt, inUse, half: kept }) {
      const copy = ports.copies.of(number, 'give', join(folder, name));
      const { half, from, hash } = await opened(async () => {
        const resumed = kept === null ? undefined : await ports.halves.resume(kept, folder, name, bytes);
        if (resumed === undefined)
          return { half: await ports.halves.begin(folder, name, bytes), from: 0, hash: undefined };
        const there = Math.min((await resumed.handle.stat()).size, bytes);
        return { half: resumed, from: there, hash: await hashOf(resumed.handle, there) };
      });
      if (isOver) {
        await half.drop();
        throw new AppError('no-answer');
      }
      last += 1;
      const transfer = last;
      const file = receiveFile(
        half,
        from,
        hash,
        { inUse, changedAt },
        {
          onWritten: (offset) => ports.send(writtenSoFar(transfer, offset)),
          onFailed: (error) => breakOff(transfer, error),
        },
      );
      received.set(transfer, { file, copy, bytes });
      half.onSought = () => {
        received.delete(transfer);
        return file.stop(ports.mayUse);
      };
      return { transfer, half: half.id, from, sha256: from === 0 ? null : (hash?.copy().digest('hex') ?? null) };
    },
    async endGive({ transfer, sha256 }) {
      const given = received.get(transfer);
      if (given === undefined) throw new AppError('invalid', { text: 'This copy was stopped. Copy it again.' });
      try {
        const path = await given.file.finish(sha256);
        given.copy.done(given.bytes, path);
        received.delete(transfer);
        return path;
      } catch (error) {
        await cancel(transfer);
        throw error;
      }
    },
    cancel,
    take(message) {
      const part = readPart(message);
      if (part === undefined) return;
      sent.get(part.transfer)?.file.written(part.offset);
      const given = received.get(part.transfer);
      if (given === undefined) return;
      try {
        given.file.take(part);
      } catch (error) {
        breakOff(part.transfer, error);
      }
    },
    async stop() {
      isOver = true;
      // Over a broken link nobody hears it; where the consent ended, the viewer learns that nothing more comes.
      if (!ports.mayUse())
        for (const transfer of [...sent.keys(), ...received.keys()]) ports.onBroken(transfer, takenBack());
      for (const { file } of sent.values()) file.stop();
      sent.clear();
      const left = [...received.values()];
      received.clear();
      await Promise.all(left.map(({ file }) => file.stop(ports.mayUse() ? ports.mayUse : undefined)));
    },
  };
}

function takenBack(): AppError {
  return new AppError('not-allowed', { text: 'The customer has taken the files back.' });
}
