import { Int32 } from 'bson';
import * as v from 'valibot';

import { StoreError } from '../errors.ts';
import { eachNow, oneNow } from '../planner/found-now.ts';
import { searchFor } from '../planner/search.ts';
import type { Search } from '../planner/search.ts';
import { parseFilter } from '../query/parse-filter.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { eachOf } from '../turns.ts';
import type { Steps } from '../turns.ts';
import { parseUpdate } from '../update/update.ts';
import { decode } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { insertFromUpsert, replaceFound } from './document-changes.ts';
import { inTransactions, runStatements } from './write-errors.ts';

const statementFields = {
  q: args.document,
  u: args.anything,
  upsert: v.optional(args.flag, false),
  multi: v.optional(args.flag, false),
  hint: v.optional(args.anything),
  arrayFilters: v.optional(args.documents, []),
};

const updateFields = {
  update: args.collectionName,
  updates: v.optional(args.documents),
  ordered: v.optional(args.flag, true),
};

/** Updates, replaces and upserts. */
export const update: Command = function* (context, body) {
  const wanted = args.readArguments('update', updateFields, body);
  const statements = context.request.sequences.get('updates')?.map(decode) ?? wanted.updates ?? [];
  const mayInsert = statements.some(({ upsert }) => upsert === true);
  const collection = mayInsert
    ? context.store.findOrCreate(context.database, wanted.update)
    : context.store.find(`${context.database}.${wanted.update}`);
  const done: Done = { n: 0, nModified: 0, upserted: [] };
  const running = runStatements(statements, wanted.ordered, (statement, index) =>
    runStatement(context, collection, { statement, index }, done),
  );
  const errors = yield* inTransactions(context.store, context.turn, running);
  return {
    n: new Int32(done.n),
    nModified: new Int32(done.nModified),
    ...(done.upserted.length > 0 ? { upserted: done.upserted } : {}),
    ...errors,
  };
};

type Done = { n: number; nModified: number; upserted: BsonDocument[] };

function* runStatement(
  context: CommandContext,
  collection: StoredCollection | undefined,
  { statement, index }: { statement: BsonDocument; index: number },
  done: Done,
): Steps<void> {
  const { q, u, upsert, multi, hint, arrayFilters } = args.readArguments('update.updates', statementFields, statement);
  const change = parseUpdate(u, arrayFilters);
  if (multi && change.kind === 'replacement')
    throw new StoreError('FailedToParse', 'multi update is not supported for replacement-style update');
  const wanted = searchFor(parseFilter(q), { hint });
  if (collection === undefined) return;
  let found = 0;
  yield* eachOf(multi ? eachNow(collection, wanted) : oneNow(collection, wanted), (one) => {
    found += 1;
    done.n += 1;
    if (replaceFound(context, collection, one, { change, filter: wanted.filter }) !== undefined) done.nModified += 1;
  });
  if (found > 0 || !upsert) return;
  const made = insertFromUpsert(context, collection, wanted.filter, change);
  done.upserted.push({ index: new Int32(index), _id: made['_id'] });
  done.n += 1;
}

/** What an update command's first statement looks for. */
export function updateSearch(body: BsonDocument): Search {
  const [first] = args.readArguments('update', updateFields, body).updates ?? [];
  if (first === undefined) throw new StoreError('BadValue', 'explain needs an update statement');
  const { q, hint, multi } = args.readArguments('update.updates', statementFields, first);
  return searchFor(parseFilter(q), { hint, limit: multi ? undefined : 1 });
}
