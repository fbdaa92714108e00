/** Sends a file in parts, and goes on where it was after whatever breaks in between. */
import * as v from 'valibot';
import { PartTaken, filePartHeaders, filePartMost, filePartStep, filePaths } from '../contract/conversation-file.ts';
import type { BegunFile } from '../contract/conversation-file.ts';
import { Reply } from '../contract/contract.ts';
import { AppError, isErrorCode } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { FileId, LogEntry } from '../contract/session-log.ts';

export interface FileSending {
  /** The server's, such as `https://help.example`. */
  readonly origin: string;
  readonly file: Blob;
  /** Asks the server where the file stands; called again after every break. */
  readonly begin: () => Promise<BegunFile>;
  readonly finish: (file: FileId) => Promise<LogEntry>;
  /**
   * `held`: nothing goes at the moment, and it is tried again by itself; `why` where the server has said it, and not the
   * connection is to blame. In bytes.
   */
  readonly onProgress: (sentBytes: number, how: 'goes' | 'held', why?: string) => void;
  readonly signal: AbortSignal;
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly now: () => number;
}

/** A part should take about so long: progress moves, and a slow line does not run into the server's time for a request. */
const quickMs = 1500;
const slowMs = 6000;
const firstAgainMs = 500;
const longestAgainMs = 10_000;

const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'no-answer',
  'store-down',
  'store-full',
  'server-fault',
  'too-many-tries',
  'ticket-refused',
]);

/**
 * Resolves with the entry that stands in the log.
 * @throws AppError for what trying again does not mend; the signal's reason when it was called off
 */
export async function sendFile(sending: FileSending): Promise<LogEntry> {
  const { begin, finish, onProgress, signal } = sending;
  let sent = 0;
  for (let againMs = firstAgainMs; ; againMs = Math.min(againMs * 2, longestAgainMs)) {
    signal.throwIfAborted();
    try {
      const begun = await begin();
      if (begun.at === 'done') return begun.entry;
      if (begun.received > sent) againMs = firstAgainMs;
      sent = await sendParts(sending, begun);
      signal.throwIfAborted();
      return await finish(begun.file);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof AppError && passing.has(error.code))) throw error;
      onProgress(sent, 'held', isConnection(error) ? '' : error.message);
      await pause(againMs, sending);
    }
  }
}

/** Nothing came back, or the way to the bytes was only forgotten, as after a restart of the server. */
function isConnection({ code }: AppError): boolean {
  return code === 'no-answer' || code === 'ticket-refused';
}

async function sendParts(
  { origin, file, onProgress, signal, now }: FileSending,
  { ticket, received }: Extract<BegunFile, { at: 'open' }>,
): Promise<number> {
  let [offset, size] = [received, filePartStep];
  onProgress(offset, 'goes');
  while (offset < file.size) {
    const part = await readPart(file, offset, size);
    const begunAt = now();
    offset = await postPart(`${origin}${filePaths.part}`, ticket, offset, part, signal);
    onProgress(offset, 'goes');
    const tookMs = now() - begunAt;
    if (tookMs < quickMs) size = Math.min(size * 2, filePartMost);
    else if (tookMs > slowMs) size = filePartStep;
  }
  return offset;
}

/** @throws AppError `invalid` when the file is no longer there, or is a folder */
async function readPart(file: Blob, offset: number, size: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(offset, offset + size).arrayBuffer();
  } catch (cause) {
    throw new AppError('invalid', { text: 'This cannot be read. If it is a folder, make an archive of it.', cause });
  }
}

async function postPart(
  address: string,
  ticket: string,
  offset: number,
  part: ArrayBuffer,
  signal: AbortSignal,
): Promise<number> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      [filePartHeaders.ticket]: ticket,
      [filePartHeaders.offset]: String(offset),
    },
    body: part,
    credentials: 'omit',
    redirect: 'error',
    signal,
  })
    .then((response): Promise<unknown> => response.json())
    .catch((cause: unknown) => {
      throw new AppError('no-answer', { cause });
    });
  const reply = v.safeParse(Reply, answer);
  if (!reply.success) throw new AppError('no-answer');
  if (!reply.output.ok) {
    const { code, text } = reply.output.error;
    throw new AppError(isErrorCode(code) ? code : 'server-fault', { text });
  }
  const taken = v.safeParse(PartTaken, reply.output.result);
  if (!taken.success) throw new AppError('server-fault');
  return taken.output.received;
}

function pause(ms: number, { after, signal }: FileSending): Promise<void> {
  return new Promise((resolve) => {
    const callOff = after(ms, resolve);
    signal.addEventListener(
      'abort',
      () => {
        callOff();
        resolve();
      },
      { once: true },
    );
  });
}
