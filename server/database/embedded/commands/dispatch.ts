import { Double, Int32 } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import { Turn, inTurns } from '../turns.ts';
import type { Steps } from '../turns.ts';
import { encodeReply } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';
import type { Request } from '../wire/message.ts';
import { aggregate } from './aggregate.ts';
import { count } from './count.ts';
import { distinct } from './distinct.ts';
import {
  create,
  createIndexes,
  drop,
  dropDatabase,
  dropIndexes,
  listCollections,
  listDatabases,
  listIndexes,
} from './catalogue.ts';
import type { Command, CommandContext, Reply } from './command.ts';
import { deleteDocuments } from './delete.ts';
import { explain } from './explain.ts';
import { findAndModify } from './find-and-modify.ts';
import { buildInfo, endSessions, hello, ping } from './greeting.ts';
import { find, getMore, killCursors } from './read.ts';
import { insert } from './insert.ts';
import { update } from './update.ts';

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
  listDatabases,
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

/** Commands of MongoDB that somebody may try. */
const knownElsewhere = new Set(
  ['renameCollection', 'collMod', 'bulkWrite', 'mapReduce', 'validate', 'collStats', 'dbStats', 'serverStatus'].concat([
    'currentOp',
    'killOp',
    'getParameter',
    'setParameter',
    'commitTransaction',
    'abortTransaction',
    'createUser',
    'saslStart',
  ]),
);

/** What all commands share. */
export type SharedContext = Pick<CommandContext, 'store' | 'cursors' | 'now'>;

/**
 * Runs a request's command, turn by turn when it is long, and returns the whole reply; undefined when nobody wants it any longer. It does
 * not throw: what went wrong is in the reply, with MongoDB's code; `report` hears of errors that are faults of the store.
 */
export async function dispatch(
  shared: SharedContext,
  request: Request,
  { report, isWanted }: { report: (message: string, cause: unknown) => void; isWanted: () => boolean },
): Promise<Uint8Array | undefined> {
  const name = Object.keys(request.body)[0] ?? '';
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined && knownElsewhere.has(name)) throw notServed(`the command '${name}'`);
    if (command === undefined) throw new StoreError('CommandNotFound', `no such command: '${name}'`);
    const { $db: database, maxTimeMS } = request.body;
    const limitMs = toInteger(maxTimeMS) ?? 0;
    const turn = new Turn();
    const context: CommandContext = {
      ...shared,
      request,
      database: typeof database === 'string' ? database : 'admin',
      turn,
      time: { leftMs: limitMs > 0 ? limitMs : undefined },
    };
    const answered = command(context, request.body);
    const reply = isSteps(answered) ? await inTurns(answered, turn, { context, isWanted, onTimeout }) : answered;
    if (reply === undefined) return undefined;
    return reply instanceof Uint8Array ? reply : encodeReply({ ...reply, ok: new Double(1) });
  } catch (cause) {
    if (!(cause instanceof StoreError) || cause.codeName === 'InternalError')
      report(`the command '${name}' failed`, cause);
    return failureReply(cause);
  }
}

function isSteps(answered: Reply | Steps<Reply>): answered is Steps<Reply> {
  return 'next' in answered && typeof answered.next === 'function';
}

function onTimeout(): StoreError {
  return new StoreError('MaxTimeMSExpired', 'operation exceeded time limit');
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
