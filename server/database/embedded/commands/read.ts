import { Int32, Long } from 'bson';
import * as v from 'valibot';

import { search, searchFor } from '../planner/search.ts';
import type { Found, Search } from '../planner/search.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { toPath, valuesAt } from '../query/path.ts';
import { parseProjection, project } from '../query/projection.ts';
import type { Projection } from '../query/projection.ts';
import { encodeReply } from '../values/codec.ts';
import { encodeKey } from '../values/key-writer.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command, CommandContext } from './command.ts';

const findFields = {
  find: args.collectionName,
  filter: v.optional(args.document, {}),
  sort: v.optional(args.anything),
  projection: v.optional(args.anything),
  skip: v.optional(args.count, 0),
  limit: v.optional(args.count, 0),
  batchSize: v.optional(args.count),
  singleBatch: v.optional(args.flag, false),
  hint: v.optional(args.anything),
};

/** Finds documents, through a lazy cursor. */
export const find: Command = (context, body) => {
  const wanted = args.readArguments('find', findFields, body);
  const namespace = `${context.database}.${wanted.find}`;
  const found = search(context.store.find(namespace), findSearch(context, body));
  return context.cursors.first(
    namespace,
    projected(found, parseProjection(wanted.projection)),
    wanted.batchSize,
    wanted.singleBatch,
  );
};

/** What a find command looks for; explain uses it too. */
export function findSearch(context: CommandContext, body: BsonDocument): Search {
  const { filter, sort, skip, limit, hint } = args.readArguments('find', findFields, body);
  return searchFor(parseFilter(filter), {
    sort: parseSort(sort),
    skip,
    limit: limit === 0 ? undefined : limit,
    hint,
    deadlineMs: context.deadlineMs,
  });
}

function* projected(found: Iterable<Found>, projection: Projection | undefined): Generator<Uint8Array> {
  for (const { bytes, document } of found)
    yield projection === undefined ? bytes : encodeReply(project(projection, document));
}

/** Goes on with a cursor. */
export const getMore: Command = (context, body) => {
  const wanted = args.readArguments(
    'getMore',
    { getMore: args.cursorId, collection: args.collectionName, batchSize: v.optional(args.count) },
    body,
  );
  return context.cursors.next(wanted.getMore, `${context.database}.${wanted.collection}`, wanted.batchSize);
};

/** Forgets cursors. */
export const killCursors: Command = (context, body) => {
  const wanted = args.readArguments(
    'killCursors',
    { killCursors: args.collectionName, cursors: v.array(args.cursorId) },
    body,
  );
  const killed = wanted.cursors.filter((id) => context.cursors.kill(id));
  const missing = wanted.cursors.filter((id) => !killed.includes(id));
  const ids = (list: bigint[]): Long[] => list.map((id) => Long.fromBigInt(id));
  return { cursorsKilled: ids(killed), cursorsNotFound: ids(missing), cursorsAlive: [], cursorsUnknown: [] };
};

/** Counts documents. */
export const count: Command = (context, body) => {
  const wanted = args.readArguments(
    'count',
    {
      count: args.collectionName,
      query: v.optional(args.document, {}),
      skip: v.optional(args.count, 0),
      limit: v.optional(args.count, 0),
      hint: v.optional(args.anything),
      fields: v.optional(args.anything),
    },
    body,
  );
  const collection = context.store.find(`${context.database}.${wanted.count}`);
  const isAll = Object.keys(wanted.query).length === 0 && wanted.skip === 0 && wanted.limit === 0;
  if (isAll) return { n: new Int32(collection?.count() ?? 0) };
  const { query, skip, limit, hint } = wanted;
  const found = search(
    collection,
    searchFor(parseFilter(query), {
      skip,
      limit: limit === 0 ? undefined : limit,
      hint,
      deadlineMs: context.deadlineMs,
    }),
  );
  let n = 0;
  for (const _ of found) n += 1;
  return { n: new Int32(n) };
};

/** Lists the values of a field, each once; elements of arrays count one by one. */
export const distinct: Command = (context, body) => {
  const wanted = args.readArguments(
    'distinct',
    {
      distinct: args.collectionName,
      key: v.string('must be text'),
      query: v.optional(args.document, {}),
      hint: v.optional(args.anything),
    },
    body,
  );
  const collection = context.store.find(`${context.database}.${wanted.distinct}`);
  const path = toPath(wanted.key);
  const values = new Map<string, unknown>();
  for (const { document } of search(
    collection,
    searchFor(parseFilter(wanted.query), { hint: wanted.hint, deadlineMs: context.deadlineMs }),
  )) {
    for (const value of valuesAt(document, path)) {
      const key = encodeKey(value).toString('latin1');
      if (!values.has(key)) values.set(key, value);
    }
  }
  return { values: [...values.values()] };
};
