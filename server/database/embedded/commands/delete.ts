import { Int32 } from 'bson';
import * as v from 'valibot';

import { StoreError } from '../errors.ts';
import { eachNow, oneNow } from '../planner/found-now.ts';
import { searchFor } from '../planner/search.ts';
import type { Search } from '../planner/search.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { eachOf } from '../turns.ts';
import { decode } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';
import { inTransactions, runStatements } from './write-errors.ts';

const deleteFields = {
  delete: args.collectionName,
  deletes: v.optional(args.documents),
  ordered: v.optional(args.flag, true),
};

/** Deletes documents; `limit` of each statement is 0 (all) or 1. */
export const deleteDocuments: Command = function* (context, body) {
  const wanted = args.readArguments('delete', deleteFields, body);
  const statements = context.request.sequences.get('deletes')?.map(decode) ?? wanted.deletes ?? [];
  const collection = context.store.find(`${context.database}.${wanted.delete}`);
  let n = 0;
  const running = runStatements(statements, wanted.ordered, function* (statement) {
    const doomed = statementSearch(statement);
    if (collection === undefined) return;
    const found = doomed.limit === undefined ? eachNow(collection, doomed) : oneNow(collection, doomed);
    yield* eachOf(found, ({ record, document }) => {
      collection.remove(record, document);
      n += 1;
    });
  });
  const errors = yield* inTransactions(context.store, context.turn, running);
  return { n: new Int32(n), ...errors };
};

/** What a delete command's first statement looks for. */
export function deleteSearch(body: BsonDocument): Search {
  const [first] = args.readArguments('delete', deleteFields, body).deletes ?? [];
  if (first === undefined) throw new StoreError('BadValue', 'explain needs a delete statement');
  return statementSearch(first);
}

function statementSearch(statement: BsonDocument): Search {
  const { q, limit, hint } = args.readArguments(
    'delete.deletes',
    { q: args.document, limit: args.count, hint: v.optional(args.anything) },
    statement,
  );
  if (limit > 1)
    throw new StoreError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return searchFor(parseFilter(q), { limit: limit === 1 ? 1 : undefined, hint });
}
