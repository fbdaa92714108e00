import * as v from 'valibot';

import { parsePipeline, runStages } from '../aggregate/pipeline.ts';
import type { FindCollection, Stage } from '../aggregate/pipeline.ts';
import { notServed } from '../errors.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { search, searchFor } from '../planner/search.ts';
import type { Search } from '../planner/search.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { mapped } from '../turns.ts';
import { encodeReply } from '../values/codec.ts';
import { isDocument, isNumericKind, kindOf } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toDouble, toInteger } from '../values/numbers.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';
import { asCount, countFound } from './count.ts';

const aggregateFields = {
  aggregate: args.anything,
  pipeline: args.documents,
  cursor: v.optional(args.document, {}),
  hint: v.optional(args.anything),
  explain: v.optional(args.flag, false),
};

/**
 * Runs a pipeline. `$match`, `$sort`, `$skip` and `$limit` at its beginning become one search, which uses indexes and hands on the
 * documents' own bytes. What drivers count with becomes a count.
 */
export const aggregate: Command = function* (context, body) {
  const wanted = args.readArguments('aggregate', aggregateFields, body);
  if (wanted.explain) throw notServed("aggregate option 'explain'; the command 'explain' around it");
  const { batchSize } = args.readArguments('aggregate.cursor', { batchSize: v.optional(args.count) }, wanted.cursor);
  const { name, wantedSearch, rest, counted } = aggregateSearch(body);
  const namespace = `${context.database}.${name}`;
  const collection = context.store.find(namespace);
  const find: FindCollection = (other) => context.store.find(`${context.database}.${other}`);
  const start = { batchSize, time: context.time };
  if (counted !== undefined) {
    const n = yield* countFound(collection, wantedSearch);
    const counts = n === 0 ? [] : [encodeReply({ _id: counted, n: asCount(n) })];
    return yield* context.cursors.first(namespace, counts, start);
  }
  const found = search(collection, wantedSearch);
  const results =
    rest.length === 0
      ? mapped(found, ({ bytes }) => bytes)
      : mapped(
          runStages(
            rest,
            mapped(found, ({ document }) => document),
            find,
          ),
          encodeReply,
        );
  return yield* context.cursors.first(namespace, results, start);
};

/** The search that a pipeline begins with, and the stages after it; `counted` is the `_id` when these only count. */
export function aggregateSearch(body: BsonDocument): {
  name: string;
  wantedSearch: Search;
  rest: Stage[];
  counted: unknown;
} {
  const { aggregate: name, pipeline, hint } = args.readArguments('aggregate', aggregateFields, body);
  if (typeof name !== 'string') throw notServed('an aggregation of a whole database');
  const start: Search = searchFor({ kind: 'all', of: [] }, { hint });
  const { wantedSearch, rest } = leadingSearch(start, parsePipeline(pipeline));
  return { name, wantedSearch, rest, counted: rest.length === 1 ? countedId(rest[0]) : undefined };
}

/** The stage that drivers count with, `{_id: 1, n: {$sum: 1}}`: recognised, because it needs nothing of the documents. */
function countedId(stage: Stage | undefined): unknown {
  if (stage?.name !== '$group' || !isDocument(stage.operand)) return undefined;
  const { _id, n, ...others } = stage.operand;
  const isConstant = _id === null || isNumericKind(kindOf(_id));
  const isCount = isDocument(n) && Object.keys(n).length === 1 && toDouble(n['$sum']) === 1;
  return isConstant && isCount && Object.keys(others).length === 0 ? _id : undefined;
}

const searchOrder = ['$match', '$sort', '$skip', '$limit'];

function leadingSearch(start: Search, stages: readonly Stage[]): { wantedSearch: Search; rest: Stage[] } {
  let wantedSearch = start;
  let reached = 0;
  let used = 0;
  for (const { name, operand } of stages) {
    const place = searchOrder.indexOf(name);
    const isRepeated = place === reached - 1 && name !== '$match';
    if (place < 0 || place < reached - 1 || isRepeated) break;
    wantedSearch = narrowed(wantedSearch, name, operand);
    reached = place + 1;
    used += 1;
  }
  return { wantedSearch, rest: stages.slice(used) };
}

function narrowed(wanted: Search, name: string, operand: unknown): Search {
  if (name === '$match') {
    const condition = parseFilter(isDocument(operand) ? operand : {});
    return { ...wanted, filter: { kind: 'all', of: [wanted.filter, condition] } };
  }
  if (name === '$sort') return { ...wanted, sort: parseSort(operand) };
  const amount = toInteger(operand) ?? 0;
  return name === '$skip' ? { ...wanted, skip: amount } : { ...wanted, limit: amount };
}
