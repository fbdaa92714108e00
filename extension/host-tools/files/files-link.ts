/** The tool's link to the customer's computer, over every break of it: calls, parts of files, and who waits for it to come back. */
import { signal } from '@preact/signals';
import type { OperationName, ParamsInput, ResultOf } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { readPart, type FilePart } from '../../../shared/contract/file-parts.ts';
import { hostFilesContract, type HostFilesContract } from '../../../shared/contract/host-files.ts';
import type { Clock } from '../../../shared/ui/clock.ts';
import { toolTexts } from '../../texts/host-tools-en.ts';
import { openToolClient, type ToolClient } from '../tool-client.ts';

/** What concerns one transfer. */
export interface TransferEars {
  readonly part?: (part: FilePart) => void;
  readonly sent?: (sha256: string) => void;
  /** It cannot go on: the host says so, or the link is gone (`no-answer`). */
  readonly broken: (error: AppError) => void;
}

export interface FilesLink {
  call<N extends OperationName<HostFilesContract>>(
    name: N,
    params: ParamsInput<HostFilesContract, N>,
  ): Promise<ResultOf<HostFilesContract, N>>;
  send(bytes: Uint8Array<ArrayBuffer>): void;
  hear(transfer: number, ears: TransferEars): () => void;
  /** The link of this moment, or of its next return. Rejects with the signal's reason. */
  back(stop: AbortSignal): Promise<void>;
  /** Another number for every link: what was begun over one is not known over the next. */
  readonly generation: number;
  /** The channel of this moment; `undefined` while the link is interrupted. Followed by whoever draws. */
  use(channel: RTCDataChannel | undefined): void;
  readonly isLive: boolean;
}

/** The host ends a link that asks more than 200 times a second in the long run. */
const CALLS_AT_ONCE = 300;
const CALL_EVERY_MS = 8;

/** Whether the link broke, and the same may be asked again once it is back. */
export function isInterrupted(error: unknown): boolean {
  return error instanceof AppError && error.code === 'no-answer';
}

export function createFilesLink(clock: Clock): FilesLink {
  const isLive = signal(false);
  const ears = new Map<number, TransferEars>();
  const waiting = new Set<() => void>();
  let generation = 0;
  let channel: RTCDataChannel | undefined;
  let client: ToolClient<HostFilesContract> | undefined;
  let freeAt = -Infinity;

  /** Whoever asks very often waits its turn. */
  async function paced(): Promise<void> {
    const now = clock.now();
    freeAt = Math.max(freeAt, now - CALLS_AT_ONCE * CALL_EVERY_MS) + CALL_EVERY_MS;
    const waitMs = freeAt - now;
    if (waitMs > 0) await new Promise<void>((resolve) => void clock.after(waitMs, resolve));
  }

  function gone(): void {
    client = undefined;
    isLive.value = false;
    const heard = [...ears.values()];
    ears.clear();
    for (const { broken } of heard) broken(interrupted());
  }

  return {
    async call(name, params) {
      await paced();
      if (client === undefined) throw interrupted();
      return client.call(name, params);
    },
    send: (bytes) => client?.sendBytes(bytes),
    hear(transfer, heard) {
      ears.set(transfer, heard);
      return () => {
        if (ears.get(transfer) === heard) ears.delete(transfer);
      };
    },
    back(stop) {
      if (client !== undefined) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const come = () => {
          waiting.delete(come);
          stop.removeEventListener('abort', give);
          resolve();
        };
        const give = () => {
          waiting.delete(come);
          reject(stop.reason instanceof Error ? stop.reason : interrupted());
        };
        waiting.add(come);
        if (stop.aborted) give();
        else stop.addEventListener('abort', give, { once: true });
      });
    },
    get generation() {
      return generation;
    },
    use(next) {
      if (next === channel) return;
      const before = client;
      channel = next;
      if (before !== undefined) {
        before.close();
        gone();
      }
      if (next === undefined) return;
      next.binaryType = 'arraybuffer';
      generation += 1;
      client = openToolClient(next, hostFilesContract, {
        onEvent(event) {
          const heard = ears.get(event.transfer);
          if (event.type === 'sent') heard?.sent?.(event.sha256);
          else heard?.broken(new AppError('invalid', { text: event.text }));
        },
        onBytes(bytes) {
          const part = readPart(bytes);
          if (part !== undefined) ears.get(part.transfer)?.part?.(part);
        },
        onGone: gone,
      });
      isLive.value = true;
      for (const come of [...waiting]) come();
    },
    get isLive() {
      return isLive.value;
    },
  };
}

function interrupted(): AppError {
  return new AppError('no-answer', { text: toolTexts.way.broken });
}
