import { randomBytes } from 'node:crypto';

import { StoreError } from './errors.ts';
import { cursorReply } from './wire/cursor-reply.ts';

const idleCursorMs = 10 * 60 * 1000;
const defaultFirstBatch = 101;
const maxBatchBytes = 16 * 1024 * 1024;

type Cursor = {
  namespace: string;
  rest: Iterator<Uint8Array, unknown>;
  held: Uint8Array | undefined;
  usedAtMs: number;
};

/** The open cursors: what is not sent yet is not read yet. One that is idle for ten minutes is forgotten. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The first reply of a cursor; it stays open when there is more. A `batchSize` of 0 sends none yet. */
  first(namespace: string, source: Iterator<Uint8Array>, batchSize = defaultFirstBatch, isSingle = false): Uint8Array {
    this.#forgetIdle();
    const cursor: Cursor = { namespace, rest: source, held: undefined, usedAtMs: this.#nowMs() };
    const { documents, isDone } = takeBatch(cursor, batchSize);
    let cursorId = 0n;
    if (!isDone && !isSingle) {
      cursorId = randomBytes(8).readBigInt64LE() >> 1n || 1n;
      this.#open.set(cursorId, cursor);
    }
    return cursorReply({ field: 'firstBatch', documents, cursorId, namespace });
  }

  /** The next reply of a cursor. @throws StoreError CursorNotFound when it is over, killed, idle too long, or of another collection. */
  next(cursorId: bigint, namespace: string, batchSize = Number.POSITIVE_INFINITY): Uint8Array {
    const cursor = this.#open.get(cursorId);
    if (cursor === undefined || cursor.namespace !== namespace) {
      throw new StoreError('CursorNotFound', `cursor id ${cursorId} not found`);
    }
    cursor.usedAtMs = this.#nowMs();
    try {
      const { documents, isDone } = takeBatch(cursor, batchSize === 0 ? Number.POSITIVE_INFINITY : batchSize);
      if (isDone) this.#open.delete(cursorId);
      return cursorReply({ field: 'nextBatch', documents, cursorId: isDone ? 0n : cursorId, namespace });
    } catch (cause) {
      this.#open.delete(cursorId);
      throw cause;
    }
  }

  /** Forgets a cursor; false when there is none. */
  kill(cursorId: bigint): boolean {
    return this.#open.delete(cursorId);
  }

  #forgetIdle(): void {
    const oldest = this.#nowMs() - idleCursorMs;
    for (const [id, cursor] of this.#open) if (cursor.usedAtMs < oldest) this.#open.delete(id);
  }
}

/** One document is read ahead, so that the last batch says that it is the last. */
function takeBatch(cursor: Cursor, batchSize: number): { documents: Uint8Array[]; isDone: boolean } {
  const documents: Uint8Array[] = [];
  if (batchSize === 0) return { documents, isDone: false };
  let bytes = 0;
  for (;;) {
    if (cursor.held === undefined) {
      const next = cursor.rest.next();
      if (next.done) return { documents, isDone: true };
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
