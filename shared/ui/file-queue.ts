/** Files on their way into chats: those of one session wait in a line, and one of them goes at a time. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { AppError } from '../contract/errors.ts';
import type { ClientEntryId, SessionId } from '../contract/identifiers.ts';
import { failureWords } from './failure-words.ts';

/** One of them, as it is drawn. Moments in Unix ms. */
export interface QueuedFile {
  readonly clientId: ClientEntryId;
  readonly session: SessionId;
  readonly name: string;
  readonly bytes: number;
  /** `reps` for what the customer is not given. */
  readonly audience: 'all' | 'reps';
  readonly sentBytes: number;
  readonly state: 'waiting' | 'goes' | 'held' | 'refused';
  /** Why it was refused, or what holds it up where that is not the connection; else empty. */
  readonly why: string;
  /** Whole seconds that are left as it has gone so far; `null` while nobody can say. */
  readonly secondsLeft: number | null;
}

/** How one file is sent: rejects with an `AppError`, or with the signal's reason when it was called off. */
export type SendQueued = (what: {
  readonly session: SessionId;
  readonly clientId: ClientEntryId;
  readonly name: string;
  readonly audience: 'all' | 'reps';
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number, how: 'goes' | 'held', why?: string) => void;
}) => Promise<void>;

export interface FileQueueParts {
  readonly send: SendQueued;
  readonly newClientId: () => ClientEntryId;
  readonly now: () => number;
}

export interface FileQueue {
  readonly files: ReadonlySignal<readonly QueuedFile[]>;
  /** For all, unless said. */
  add(session: SessionId, files: readonly File[], audience?: 'all' | 'reps'): void;
  /** Calls off what waits or goes, and puts away what was refused. */
  drop(clientId: ClientEntryId): void;
}

/** Nothing is said about the time that is left before so much of it is known, in ms. */
const knownAfterMs = 1000;

export function createFileQueue({ send, newClientId, now }: FileQueueParts): FileQueue {
  const files = signal<readonly QueuedFile[]>([]);
  const contents = new Map<ClientEntryId, { readonly file: File; readonly calling: AbortController }>();
  /** No session waits for the files of another. */
  const sending = new Set<SessionId>();

  const change = (clientId: ClientEntryId, part: Partial<QueuedFile>) => {
    files.value = files.value.map((one) => (one.clientId === clientId ? { ...one, ...part } : one));
  };
  const remove = (clientId: ClientEntryId) => {
    contents.delete(clientId);
    files.value = files.value.filter((one) => one.clientId !== clientId);
  };

  async function sendOne({ clientId, session, name, bytes, audience }: QueuedFile): Promise<void> {
    const content = contents.get(clientId);
    if (content === undefined) return;
    let start: { readonly at: number; readonly bytes: number } | undefined;
    try {
      await send({
        session,
        clientId,
        name,
        audience,
        file: content.file,
        signal: content.calling.signal,
        onProgress(sentBytes, how, why = '') {
          // After a break it is another line, of another speed.
          start = how === 'held' ? undefined : (start ?? { at: now(), bytes: sentBytes });
          change(clientId, { sentBytes, state: how, why, secondsLeft: secondsLeft(start, sentBytes, bytes) });
        },
      });
      remove(clientId);
    } catch (error) {
      if (content.calling.signal.aborted) return remove(clientId);
      contents.delete(clientId);
      const refusal = error instanceof AppError ? error : new AppError('invalid');
      change(clientId, { state: 'refused', why: failureWords(refusal) });
      // A fault of ours: told as such, and no reason for a line that stands for ever.
      if (refusal !== error) console.error('A file could not be sent:', error);
    }
  }

  function secondsLeft(
    start: { readonly at: number; readonly bytes: number } | undefined,
    sentBytes: number,
    bytes: number,
  ): number | null {
    if (start === undefined || sentBytes <= start.bytes) return null;
    const tookMs = now() - start.at;
    if (tookMs < knownAfterMs) return null;
    return Math.ceil((((bytes - sentBytes) / (sentBytes - start.bytes)) * tookMs) / 1000);
  }

  async function sendLine(session: SessionId): Promise<void> {
    if (sending.has(session)) return;
    sending.add(session);
    try {
      const next = () => files.value.find((one) => one.session === session && one.state === 'waiting');
      for (let one = next(); one !== undefined; one = next()) {
        change(one.clientId, { state: 'goes' });
        await sendOne(one);
      }
    } finally {
      sending.delete(session);
    }
  }

  return {
    files,
    add(session, chosen, audience = 'all') {
      const added = chosen.map((file): QueuedFile => {
        const clientId = newClientId();
        contents.set(clientId, { file, calling: new AbortController() });
        const { name, size: bytes } = file;
        return { clientId, session, name, bytes, audience, sentBytes: 0, state: 'waiting', why: '', secondsLeft: null };
      });
      files.value = [...files.value, ...added];
      void sendLine(session);
    },
    drop(clientId) {
      const one = files.value.find((file) => file.clientId === clientId);
      contents.get(clientId)?.calling.abort();
      // What goes is put away by its sender, who knows best how far it was.
      if (one?.state === 'waiting' || one?.state === 'refused') remove(clientId);
    },
  };
}
