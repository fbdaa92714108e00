import { StoreError, notServed } from '../errors.ts';
import { sortedBy } from '../planner/sort-documents.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { matches } from '../query/matches.ts';
import { parseFilter } from '../query/parse-filter.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { Breath, all, filtered, mapped } from '../turns.ts';
import type { Flow } from '../turns.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';
import { unwind } from './array-stages.ts';
import { bucketStages, sortByCountStages } from './buckets.ts';
import { addFields, newRootOf, projectFields, replaceRoot, unsetFields } from './computed-stages.ts';
import { parseGroup } from './group.ts';
import { lookup } from './lookup.ts';

/** One stage, read and checked: its name, its operand, and what it does. */
export type Stage = { name: string; operand: unknown; run: RunStage };

/** Finds another collection of the same database, for `$lookup`. */
export type FindCollection = (name: string) => StoredCollection | undefined;

/** Makes other documents of the documents, lazily where the stage allows it. */
export type RunStage = (documents: Flow<BsonDocument>, find: FindCollection) => Flow<BsonDocument>;

const stages: Readonly<Record<string, (operand: unknown) => RunStage>> = {
  $match: (operand) => {
    const condition = parseFilter(asDocument('$match', operand));
    return (documents) => filtered(documents, (document) => matches(condition, document));
  },
  $sort: (operand) => {
    const pattern = parseSort(operand);
    return (documents) => sortedBy(pattern, documents);
  },
  $skip: (operand) => {
    const skipped = amount('$skip', operand);
    return (documents) => {
      let left = skipped;
      return filtered(documents, () => (left -= 1) < 0);
    };
  },
  $limit: (operand) => {
    const limit = amount('$limit', operand);
    if (limit === 0) throw new StoreError('BadValue', 'the limit must be positive');
    return (documents) => limited(documents, limit);
  },
  $count: (operand) => {
    if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.'))
      throw new StoreError('BadValue', 'the count field must be a non-empty string without $ and dots');
    return throughAll([{ $group: { _id: null, [operand]: { $sum: 1 } } }, { $project: { _id: 0 } }]);
  },
  $unwind: unwind,
  $lookup: lookup,
  $facet: facet,
  $group: parseGroup,
  $sortByCount: (operand) => throughAll(sortByCountStages(operand)),
  $bucket: (operand) => throughAll(bucketStages(operand)),
  $project: (operand) => each(projectFields(operand)),
  $addFields: (operand) => each(addFields(operand)),
  $set: (operand) => each(addFields(operand)),
  $unset: (operand) => each(unsetFields(operand)),
  $replaceRoot: (operand) => each(replaceRoot(newRootOf(operand))),
  $replaceWith: (operand) => each(replaceRoot(operand)),
};

/** The names of all stages that are served. */
export const stageNames: readonly string[] = Object.keys(stages).sort();

/** Splits a pipeline into its stages and checks each before anything runs. */
export function parsePipeline(pipeline: readonly BsonDocument[]): Stage[] {
  return pipeline.map((entry) => {
    const [name, ...others] = Object.keys(entry);
    if (name === undefined || others.length > 0)
      throw new StoreError('BadValue', 'A pipeline stage specification object must contain exactly one field.');
    const parse = Object.hasOwn(stages, name) ? stages[name] : undefined;
    if (parse === undefined) throw notServed(`aggregation stage ${name}`);
    return { name, operand: entry[name], run: parse(entry[name]) };
  });
}

/** Runs stages over documents. */
export function runStages(
  parsed: readonly Stage[],
  documents: Flow<BsonDocument>,
  find: FindCollection,
): Flow<BsonDocument> {
  return parsed.reduce((input, { run }) => run(input, find), documents);
}

function throughAll(pipeline: readonly BsonDocument[]): RunStage {
  const parsed = parsePipeline(pipeline);
  return (documents, find) => runStages(parsed, documents, find);
}

function each(change: (document: BsonDocument) => BsonDocument): RunStage {
  return (documents) => mapped(documents, change);
}

function* limited(documents: Flow<BsonDocument>, limit: number): Generator<BsonDocument | Breath> {
  let left = limit;
  for (const document of documents) {
    yield document;
    if (!(document instanceof Breath)) left -= 1;
    if (left === 0) return;
  }
}

function facet(operand: unknown): RunStage {
  const facets = Object.entries(asDocument('$facet', operand)).map(
    ([name, inner]) => [name, parsePipeline(asStages(inner))] as const,
  );
  return function* runFacets(documents, find) {
    const input = yield* all(documents);
    const result: BsonDocument = {};
    for (const [name, parsed] of facets) result[name] = yield* all(runStages(parsed, input, find));
    yield result;
  };
}

function asDocument(stage: string, operand: unknown): BsonDocument {
  if (!isDocument(operand)) throw new StoreError('FailedToParse', `the ${stage} specification must be an object`);
  return operand;
}

function asStages(pipeline: unknown): BsonDocument[] {
  if (!Array.isArray(pipeline) || !pipeline.every(isDocument))
    throw new StoreError('FailedToParse', 'a pipeline must be an array of documents');
  return pipeline;
}

function amount(stage: string, operand: unknown): number {
  const value = toInteger(operand);
  if (value === undefined || value < 0)
    throw new StoreError('BadValue', `invalid argument to ${stage} stage: a non-negative whole number is wanted`);
  return value;
}
