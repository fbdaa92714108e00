import { randomBytes } from 'node:crypto';

import { StoreError } from './errors.ts';
import { Breath, breath } from './turns.ts';
import type { Flow, Steps, TimeLeft } from './turns.ts';
import { cursorReply } from './wire/cursor-reply.ts';

const idleCursorMs = 10 * 60 * 1000;
const defaultFirstBatch = 101;
const maxBatchBytes = 16 * 1024 * 1024;

type Cursor = {
  namespace: string;
  rest: Iterator<Uint8Array | Breath, unknown>;
  held: Uint8Array | undefined;
  usedAtMs: number;
  isInUse: boolean;
  time: TimeLeft;
};

/** How a cursor begins: a `batchSize` of 0 sends nothing yet; `isSingle` never leaves it open; `time` is the `maxTimeMS` for all of it. */
export type CursorStart = { batchSize?: number | undefined; isSingle?: boolean; time?: TimeLeft };

/** The open cursors: what is not sent yet is not read yet. One that is idle for ten minutes is forgotten. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The first reply of a cursor; it stays open when there is more. */
  *first(
    namespace: string,
    source: Flow<Uint8Array>,
    { batchSize = defaultFirstBatch, isSingle = false, time = { leftMs: undefined } }: CursorStart = {},
  ): Steps<Uint8Array> {
    this.#forgetIdle();
    const rest = source[Symbol.iterator]();
    const cursor: Cursor = { namespace, rest, held: undefined, usedAtMs: this.#nowMs(), isInUse: false, time };
    const { documents, isDone } = yield* takeBatch(cursor, batchSize);
    let cursorId = 0n;
    if (!isDone && !isSingle) {
      cursorId = randomBytes(8).readBigInt64LE() >> 1n || 1n;
      this.#open.set(cursorId, cursor);
    }
    return cursorReply({ field: 'firstBatch', documents, cursorId, namespace });
  }

  /** The working time that a cursor has left. @throws StoreError CursorNotFound when it is over, killed, idle too long, or of another collection. */
  timeOf(cursorId: bigint, namespace: string): TimeLeft {
    return this.#found(cursorId, namespace).time;
  }

  /** The next reply of a cursor. @throws StoreError as `timeOf` does, and CursorInUse while another request reads it. */
  *next(cursorId: bigint, namespace: string, batchSize = 0): Steps<Uint8Array> {
    const cursor = this.#found(cursorId, namespace);
    if (cursor.isInUse) throw new StoreError('CursorInUse', `cursor id ${cursorId} is already in use`);
    cursor.isInUse = true;
    let isOver = true;
    try {
      const { documents, isDone } = yield* takeBatch(cursor, batchSize === 0 ? Number.POSITIVE_INFINITY : batchSize);
      isOver = isDone;
      return cursorReply({ field: 'nextBatch', documents, cursorId: isDone ? 0n : cursorId, namespace });
    } finally {
      cursor.isInUse = false;
      cursor.usedAtMs = this.#nowMs();
      if (isOver) this.#open.delete(cursorId);
    }
  }

  /** Forgets a cursor; false when there is none. */
  kill(cursorId: bigint): boolean {
    return this.#open.delete(cursorId);
  }

  #found(cursorId: bigint, namespace: string): Cursor {
    const cursor = this.#open.get(cursorId);
    if (cursor === undefined || cursor.namespace !== namespace) {
      throw new StoreError('CursorNotFound', `cursor id ${cursorId} not found`);
    }
    return cursor;
  }

  #forgetIdle(): void {
    const oldest = this.#nowMs() - idleCursorMs;
    for (const [id, cursor] of this.#open) if (!cursor.isInUse && cursor.usedAtMs < oldest) this.#open.delete(id);
  }
}

/** One document is read ahead, so that the last batch says that it is the last. */
function* takeBatch(cursor: Cursor, batchSize: number): Steps<{ documents: Uint8Array[]; isDone: boolean }> {
  const documents: Uint8Array[] = [];
  if (batchSize === 0) return { documents, isDone: false };
  let bytes = 0;
  for (;;) {
    if (cursor.held === undefined) {
      const next = cursor.rest.next();
      if (next.done) return { documents, isDone: true };
      if (next.value instanceof Breath) {
        yield breath;
        continue;
      }
      cursor.held = next.value;
    }
    const held = cursor.held;
    if (documents.length >= batchSize || (documents.length > 0 && bytes + held.length > maxBatchBytes))
      return { documents, isDone: false };
    documents.push(held);
    bytes += held.length;
    cursor.held = undefined;
  }
}
