import * as v from 'valibot';

import { parsePipeline, runStages } from '../aggregate/pipeline.ts';
import type { Stage } from '../aggregate/pipeline.ts';
import { notServed } from '../errors.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { search, searchFor } from '../planner/search.ts';
import type { Found, Search } from '../planner/search.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { encodeReply } from '../values/codec.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';

/**
 * Runs a pipeline. `$match`, `$sort`, `$skip` and `$limit` at its beginning become one search, which uses indexes and hands on the
 * documents' own bytes.
 */
export const aggregate: Command = (context, body) => {
  const wanted = args.readArguments(
    'aggregate',
    {
      aggregate: args.anything,
      pipeline: args.documents,
      cursor: v.optional(args.document, {}),
      hint: v.optional(args.anything),
    },
    body,
  );
  if (typeof wanted.aggregate !== 'string') throw notServed('an aggregation of a whole database');
  const { batchSize } = args.readArguments('aggregate.cursor', { batchSize: v.optional(args.count) }, wanted.cursor);
  const stages = parsePipeline(wanted.pipeline);
  const namespace = `${context.database}.${wanted.aggregate}`;
  const start: Search = searchFor({ kind: 'all', of: [] }, { hint: wanted.hint, deadlineMs: context.deadlineMs });
  const { wantedSearch, rest } = leadingSearch(start, stages);
  const found = search(context.store.find(namespace), wantedSearch);
  const find = (name: string) => context.store.find(`${context.database}.${name}`);
  const results = rest.length === 0 ? bytesOf(found) : encoded(runStages(rest, documentsOf(found), find));
  return context.cursors.first(namespace, results, batchSize);
};

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

function* bytesOf(found: Iterable<Found>): Generator<Uint8Array> {
  for (const { bytes } of found) yield bytes;
}

function* documentsOf(found: Iterable<Found>): Generator<BsonDocument> {
  for (const { document } of found) yield document;
}

function* encoded(documents: Iterable<BsonDocument>): Generator<Uint8Array> {
  for (const document of documents) yield encodeReply(document);
}
