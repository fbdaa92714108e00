import { Int32, Long } from 'bson';
import * as v from 'valibot';

import { plan } from '../planner/plan.ts';
import { search, searchFor } from '../planner/search.ts';
import type { Search } from '../planner/search.ts';
import type { Examined } from '../planner/candidates.ts';
import { parseFilter } from '../query/parse-filter.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { eachOf } from '../turns.ts';
import type { Steps } from '../turns.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';

const countFields = {
  count: args.collectionName,
  query: v.optional(args.document, {}),
  skip: v.optional(args.count, 0),
  limit: v.optional(args.integer, 0),
  hint: v.optional(args.anything),
  fields: v.optional(args.anything),
};

/** Counts documents. */
export const count: Command = function* (context, body) {
  const { count: name } = args.readArguments('count', countFields, body);
  const n = yield* countFound(context.store.find(`${context.database}.${name}`), countSearch(body));
  return { n: asCount(n) };
};

/** What a count command looks for. */
export function countSearch(body: BsonDocument): Search {
  const { query, skip, limit, hint } = args.readArguments('count', countFields, body);
  return searchFor(parseFilter(query), { skip, limit: limit === 0 ? undefined : Math.abs(limit), hint });
}

/** How many documents a search finds. Where an index says it exactly, its keys are counted and no document is read. */
export function* countFound(
  collection: StoredCollection | undefined,
  wanted: Search,
  examined: Examined = { keys: 0, documents: 0 },
): Steps<number> {
  if (collection === undefined) return 0;
  const all = yield* countExactly(collection, wanted, examined);
  if (all !== undefined) return Math.min(Math.max(all - wanted.skip, 0), wanted.limit ?? all);
  let n = 0;
  yield* eachOf(search(collection, wanted, examined), () => (n += 1));
  return n;
}

function* countExactly(collection: StoredCollection, wanted: Search, examined: Examined): Steps<number | undefined> {
  const isEverything = wanted.filter.kind === 'all' && wanted.filter.of.length === 0;
  if (isEverything && wanted.hint === undefined) return yield* collection.count();
  const chosen = plan(collection, wanted.filter, [], wanted.hint);
  if (chosen.kind !== 'index' || !chosen.isExact) return undefined;
  let keys = 0;
  for (const range of chosen.ranges) keys += yield* chosen.index.count(range);
  examined.keys += keys;
  return keys;
}

/** A count as the number type that MongoDB gives it. */
export function asCount(n: number): Int32 | Long {
  return n <= 0x7fffffff ? new Int32(n) : Long.fromNumber(n);
}
