import { Int32 } from 'bson';

import { StoreError } from '../errors.ts';
import type { BsonDocument } from '../values/kinds.ts';

/**
 * Runs the statements of a write command one after the other. A statement that fails leaves nothing behind and is reported with its place;
 * when `ordered`, the rest is then not run. Errors that are no StoreError end the whole command.
 */
export function runStatements<Statement>(
  statements: readonly Statement[],
  ordered: boolean,
  run: (statement: Statement, index: number) => void,
): BsonDocument {
  const writeErrors: BsonDocument[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
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
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}
