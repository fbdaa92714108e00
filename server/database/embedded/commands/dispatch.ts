import { Double, Int32 } from 'bson';

import { StoreError } from '../errors.ts';
import { encodeReply } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';
import type { Request } from '../wire/message.ts';
import { aggregate } from './aggregate.ts';
import { create, createIndexes, drop, dropDatabase, dropIndexes, listCollections, listIndexes } from './catalogue.ts';
import type { Command, CommandContext } from './command.ts';
import { explain } from './explain.ts';
import { findAndModify } from './find-and-modify.ts';
import { buildInfo, endSessions, hello, ping } from './greeting.ts';
import { count, distinct, find, getMore, killCursors } from './read.ts';
import { deleteDocuments, insert, update } from './write.ts';

/** Every command that is served. */
const commands: Readonly<Record<string, Command>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping,
  buildInfo,
  buildinfo: buildInfo,
  endSessions,
  create,
  drop,
  dropDatabase,
  listCollections,
  listIndexes,
  createIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
  insert,
  update,
  delete: deleteDocuments,
  findAndModify,
  findandmodify: findAndModify,
  find,
  getMore,
  killCursors,
  count,
  distinct,
  aggregate,
  explain,
};

/**
 * Runs a request's command and returns the whole reply. It does not throw: what went wrong is in the reply, with MongoDB's code; `report`
 * hears of errors that are faults of the store.
 */
export function dispatch(
  shared: Pick<CommandContext, 'store' | 'cursors' | 'now'>,
  request: Request,
  report: (message: string, cause: unknown) => void,
): Uint8Array {
  const name = Object.keys(request.body)[0] ?? '';
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new StoreError('CommandNotFound', `no such command: '${name}'`);
    const { $db: database, maxTimeMS } = request.body;
    const limitMs = toInteger(maxTimeMS) ?? 0;
    const context: CommandContext = {
      ...shared,
      request,
      database: typeof database === 'string' ? database : 'admin',
      deadlineMs: limitMs > 0 ? Date.now() + limitMs : undefined,
    };
    const reply = command(context, request.body);
    return reply instanceof Uint8Array ? reply : encodeReply({ ...reply, ok: new Double(1) });
  } catch (cause) {
    if (!(cause instanceof StoreError) || cause.codeName === 'InternalError')
      report(`the command '${name}' failed`, cause);
    return failureReply(cause);
  }
}

/** The whole reply that tells of a failure. */
export function failureReply(cause: unknown): Uint8Array {
  return encodeReply(failure(cause));
}

function failure(cause: unknown): BsonDocument {
  const error =
    cause instanceof StoreError
      ? cause
      : new StoreError('InternalError', `the embedded store failed: ${String(cause)}`);
  return {
    ok: new Double(0),
    errmsg: error.message,
    code: new Int32(error.code),
    codeName: error.codeName,
    ...error.details,
  };
}
