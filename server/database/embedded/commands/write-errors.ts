import { Int32 } from 'bson';

import { StoreError } from '../errors.ts';
import type { Store } from '../storage/store.ts';
import { breath, endEarly } from '../turns.ts';
import type { Steps, Turn } from '../turns.ts';
import type { BsonDocument } from '../values/kinds.ts';

/**
 * Runs the statements of a write command one after the other. A statement that fails leaves nothing behind of the document at which it
 * failed and is reported with its place; when `ordered`, the rest is then not run. Errors that are no StoreError end the whole command.
 */
export function* runStatements<Statement>(
  statements: readonly Statement[],
  ordered: boolean,
  run: (statement: Statement, index: number) => Steps<void>,
): Steps<BsonDocument> {
  const writeErrors: BsonDocument[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      yield* run(statement, index);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      writeErrors.push({
        index: new Int32(index),
        code: new Int32(cause.code),
        errmsg: cause.message,
        ...cause.details,
      });
      if (ordered) break;
    }
    yield breath;
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

/**
 * Does the work of as many steps as fit into one turn in one durable transaction, then lets others have theirs. What was done before a
 * breath stays when a later part fails, as in MongoDB; what lies between two breaths is done whole or not at all.
 */
export function* inTransactions<Result>(store: Store, turn: Turn, steps: Steps<Result>): Steps<Result> {
  let isDone = false;
  try {
    for (;;) {
      const step = store.write(() => {
        let next = steps.next();
        while (next.done !== true && !turn.isOver()) next = steps.next();
        return next;
      });
      if (step.done === true) {
        isDone = true;
        return step.value;
      }
      yield breath;
    }
  } finally {
    if (!isDone) endEarly(steps);
  }
}
