import { Long } from 'bson';
import * as v from 'valibot';

import { search, searchFor } from '../planner/search.ts';
import type { Found, Search } from '../planner/search.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { parseProjection, project } from '../query/projection.ts';
import type { Projection } from '../query/projection.ts';
import { mapped } from '../turns.ts';
import type { Flow } from '../turns.ts';
import { encodeReply } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';

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
export const find: Command = function* (context, body) {
  const wanted = args.readArguments('find', findFields, body);
  const namespace = `${context.database}.${wanted.find}`;
  const found = search(context.store.find(namespace), findSearch(body));
  return yield* context.cursors.first(namespace, projected(found, parseProjection(wanted.projection)), {
    batchSize: wanted.batchSize,
    isSingle: wanted.singleBatch,
    time: context.time,
  });
};

/** What a find command looks for; explain uses it too. */
export function findSearch(body: BsonDocument): Search {
  const { filter, sort, skip, limit, hint } = args.readArguments('find', findFields, body);
  return searchFor(parseFilter(filter), {
    sort: parseSort(sort),
    skip,
    limit: limit === 0 ? undefined : limit,
    hint,
  });
}

function projected(found: Flow<Found>, projection: Projection | undefined): Flow<Uint8Array> {
  return mapped(found, ({ bytes, document }) =>
    projection === undefined ? bytes : encodeReply(project(projection, document)),
  );
}

/** Goes on with a cursor. */
export const getMore: Command = function* (context, body) {
  const wanted = args.readArguments(
    'getMore',
    { getMore: args.cursorId, collection: args.collectionName, batchSize: v.optional(args.count) },
    body,
  );
  const namespace = `${context.database}.${wanted.collection}`;
  context.time = context.cursors.timeOf(wanted.getMore, namespace);
  return yield* context.cursors.next(wanted.getMore, namespace, wanted.batchSize);
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
