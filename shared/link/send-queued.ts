/** What a queue of files sends with: the calls of either program's contract, and the bytes over HTTP. */
import type { BegunFile } from '../contract/conversation-file.ts';
import { AppError } from '../contract/errors.ts';
import type { ClientEntryId, SessionId } from '../contract/identifiers.ts';
import type { FileId, LogEntry } from '../contract/session-log.ts';
import { sendFile } from './send-file.ts';

export interface QueuedSenderParts {
  readonly begin: (what: ToBegin) => Promise<BegunFile>;
  readonly finish: (what: { session: SessionId; file: FileId }) => Promise<{ entry: LogEntry }>;
  readonly cancel: (what: { session: SessionId; file: FileId }) => Promise<unknown>;
  /** The server's address now. */
  readonly origin: () => string;
  /** Hears of the entry before the file leaves the queue, so that it is always in one of the two places. */
  readonly onSent: (entry: LogEntry) => void;
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly now: () => number;
}

/** What is said of a file before it is sent. */
export interface ToBegin {
  readonly session: SessionId;
  readonly clientId: ClientEntryId;
  readonly name: string;
  readonly bytes: number;
  readonly audience: 'all' | 'reps';
}

interface ToSend extends Omit<ToBegin, 'bytes'> {
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number, how: 'goes' | 'held', why?: string) => void;
}

/** Sends one file; what is called off is taken back on the server too. */
export function createQueuedSender(parts: QueuedSenderParts): (what: ToSend) => Promise<void> {
  const { begin, finish, cancel, origin, onSent, after, now } = parts;
  return async ({ session, clientId, name, audience, file, signal, onProgress }) => {
    let begunFile: FileId | undefined;
    try {
      const entry = await sendFile({
        origin: origin(),
        file,
        begin: async () => {
          const begun = await begin({ session, clientId, name, bytes: file.size, audience });
          if (begun.at === 'open') begunFile = begun.file;
          return begun;
        },
        finish: async (done) => (await finish({ session, file: done })).entry,
        onProgress,
        signal,
        after,
        now,
      });
      onSent(entry);
    } catch (error) {
      if (signal.aborted && begunFile !== undefined) {
        await cancel({ session, file: begunFile }).catch((refusal: unknown) => {
          // It is given already, or the server is away and removes by itself what nobody finishes.
          if (!(refusal instanceof AppError)) throw refusal;
        });
      }
      throw error;
    }
  };
}
