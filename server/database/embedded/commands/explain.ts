import { Int32, Long } from 'bson';
import * as v from 'valibot';

import { notServed } from '../errors.ts';
import type { Examined } from '../planner/candidates.ts';
import { plan } from '../planner/plan.ts';
import type { IndexPlan, Plan } from '../planner/plan.ts';
import { search } from '../planner/search.ts';
import type { Search } from '../planner/search.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { eachOf } from '../turns.ts';
import type { Steps } from '../turns.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { aggregateSearch } from './aggregate.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';
import { countFound, countSearch } from './count.ts';
import { deleteSearch } from './delete.ts';
import { distinctSearch } from './distinct.ts';
import { findAndModifySearch } from './find-and-modify.ts';
import { findSearch } from './read.ts';
import { updateSearch } from './update.ts';

/** What a command would look for, what it would do with it, and the stages of a pipeline that come after the search. */
type Explained = { wanted: Search; stage?: 'COUNT' | 'UPDATE' | 'DELETE'; stages?: string[] };

const explainable: Readonly<Record<string, (body: BsonDocument) => Explained>> = {
  find: (body) => ({ wanted: findSearch(body) }),
  distinct: (body) => ({ wanted: distinctSearch(body) }),
  count: (body) => ({ wanted: countSearch(body), stage: 'COUNT' }),
  aggregate: (body) => {
    const { wantedSearch, rest, counted } = aggregateSearch(body);
    const stages = rest.map(({ name }) => name);
    return counted === undefined
      ? { wanted: wantedSearch, stages }
      : { wanted: wantedSearch, stage: 'COUNT', stages: [] };
  },
  update: (body) => ({ wanted: updateSearch(body), stage: 'UPDATE' }),
  delete: (body) => ({ wanted: deleteSearch(body), stage: 'DELETE' }),
  findAndModify: (body) => ({
    wanted: findAndModifySearch(body),
    stage: body['remove'] === true ? 'DELETE' : 'UPDATE',
  }),
};

/**
 * Says which index a command uses and, unless only the plan is asked for, does its search, counting the keys and documents that it looks
 * at. It never writes.
 */
export const explain: Command = function* (context, body) {
  const { explain: explained, verbosity } = args.readArguments(
    'explain',
    { explain: args.document, verbosity: v.optional(v.string('must be text'), 'allPlansExecution') },
    body,
  );
  const [name = ''] = Object.keys(explained);
  const read = Object.hasOwn(explainable, name) ? explainable[name] : undefined;
  if (read === undefined) throw notServed(`explain of the command '${name}'`);
  const { wanted, stage, stages } = read(explained);
  const namespace = `${context.database}.${String(explained[name])}`;
  const collection = context.store.find(namespace);
  const winningPlan = planOf(collection, wanted, stage);
  const queryPlanner = { namespace, winningPlan, rejectedPlans: [] };
  const after = stages === undefined ? {} : { stages };
  if (verbosity === 'queryPlanner') return { queryPlanner, ...after };
  return { queryPlanner, executionStats: yield* statistics(collection, wanted, stage), ...after };
};

function* statistics(
  collection: StoredCollection | undefined,
  wanted: Search,
  stage: Explained['stage'],
): Steps<BsonDocument> {
  const examined: Examined = { keys: 0, documents: 0 };
  let returned = 0;
  if (stage === 'COUNT') yield* countFound(collection, wanted, examined);
  else yield* eachOf(search(collection, wanted, examined), () => (returned += 1));
  return {
    executionSuccess: true,
    nReturned: new Int32(stage === undefined ? returned : 0),
    totalKeysExamined: Long.fromNumber(examined.keys),
    totalDocsExamined: Long.fromNumber(examined.documents),
  };
}

function planOf(collection: StoredCollection | undefined, wanted: Search, stage: Explained['stage']): BsonDocument {
  if (collection === undefined) return { stage: 'EOF' };
  const chosen = plan(collection, wanted.filter, wanted.sort, wanted.hint);
  const isEverything = wanted.filter.kind === 'all' && wanted.filter.of.length === 0;
  if (stage === 'COUNT' && isEverything && wanted.hint === undefined) return { stage: 'RECORD_STORE_FAST_COUNT' };
  if (stage === 'COUNT' && chosen.kind === 'index' && chosen.isExact)
    return { stage, inputStage: { ...indexScan(chosen), stage: 'COUNT_SCAN' } };
  return stage === undefined ? found(chosen) : { stage, inputStage: found(chosen) };
}

function found(chosen: Plan): BsonDocument {
  const source = sourceOf(chosen);
  return chosen.sorted ? source : { stage: 'SORT', inputStage: source };
}

function sourceOf(chosen: Plan): BsonDocument {
  if (chosen.kind === 'collection') return { stage: 'COLLSCAN', direction: chosen.backwards ? 'backward' : 'forward' };
  if (chosen.kind === 'index') return { stage: 'FETCH', inputStage: indexScan(chosen) };
  return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: chosen.branches.map(indexScan) } };
}

function indexScan({ index, ranges, backwards, isMerged }: IndexPlan): BsonDocument {
  return {
    stage: 'IXSCAN',
    indexName: index.definition.name,
    keyPattern: index.definition.key,
    isMultiKey: index.isMultikey,
    direction: backwards ? 'backward' : 'forward',
    ranges: new Int32(ranges.length),
    isMerged,
  };
}
