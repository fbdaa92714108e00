import { Int32 } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import { parseSort } from '../planner/sort-spec.ts';
import { search, searchFor } from '../planner/search.ts';
import { documentKeys } from '../query/index-keys.ts';
import { matches } from '../query/matches.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { toPath, valuesAt } from '../query/path.ts';
import { parseProjection, project } from '../query/projection.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import { isDocument, isNumericKind, kindOf } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toDouble, toInteger } from '../values/numbers.ts';
import { unwind, withValue } from './array-stages.ts';
import { checkComputedStage, runComputedStage } from './computed-stages.ts';

/** One stage: its name and its operand. */
export type Stage = { name: string; operand: unknown };

/** Finds another collection of the same database, for `$lookup`. */
export type FindCollection = (name: string) => StoredCollection | undefined;

type Run = (operand: unknown, documents: Iterable<BsonDocument>, find: FindCollection) => Iterable<BsonDocument>;

/** Splits a pipeline into its stages and checks each by name before anything runs. */
export function parsePipeline(pipeline: readonly BsonDocument[]): Stage[] {
  return pipeline.map((entry) => {
    const [name, ...others] = Object.keys(entry);
    if (name === undefined || others.length > 0)
      throw new StoreError('BadValue', 'A pipeline stage specification object must contain exactly one field.');
    const stage = { name, operand: entry[name] };
    checkStage(stage);
    return stage;
  });
}

/** Runs stages over documents, lazily where the stages allow it. */
export function runStages(
  stages: readonly Stage[],
  documents: Iterable<BsonDocument>,
  find: FindCollection,
): Iterable<BsonDocument> {
  return stages.reduce<Iterable<BsonDocument>>((input, stage) => {
    const own = ownStages[stage.name];
    if (own !== undefined && !isComputedProject(stage)) return own(stage.operand, input, find);
    return isCountingGroup(stage)
      ? countGroup(stage.operand, input)
      : runComputedStage(stage.name, stage.operand, input);
  }, documents);
}

const ownStages: Record<string, Run> = {
  $match: function* match(operand, documents) {
    const condition = parseFilter(asDocument('$match', operand));
    for (const document of documents) if (matches(condition, document)) yield document;
  },
  $sort: (operand, documents) => sorted(operand, documents),
  $skip: function* skip(operand, documents) {
    let left = amount('$skip', operand);
    for (const document of documents) {
      if (left > 0) left -= 1;
      else yield document;
    }
  },
  $limit: function* limit(operand, documents) {
    let left = amount('$limit', operand);
    if (left === 0) throw new StoreError('BadValue', 'the limit must be positive');
    for (const document of documents) {
      yield document;
      left -= 1;
      if (left === 0) return;
    }
  },
  $count: function* countAll(operand, documents) {
    let n = 0;
    for (const _ of documents) n += 1;
    if (n > 0) yield { [String(operand)]: new Int32(n) };
  },
  $unwind: unwind,
  $lookup: lookup,
  $facet: facet,
  $project: function* projectAll(operand, documents) {
    const projection = parseProjection(operand);
    for (const document of documents) yield projection === undefined ? document : project(projection, document);
  },
};

function checkStage({ name, operand }: Stage): void {
  if (name === '$match') parseFilter(asDocument(name, operand));
  else if (name === '$sort') parseSort(operand);
  else if (name === '$skip' || name === '$limit') amount(name, operand);
  else if (name === '$facet')
    for (const inner of Object.values(asDocument(name, operand))) parsePipeline(asStages(inner));
  else if (name === '$lookup') lookupOptions(operand);
  else if (ownStages[name] === undefined || name === '$project') checkComputedStage(name, operand);
}

function* sorted(operand: unknown, documents: Iterable<BsonDocument>): Generator<BsonDocument> {
  const pattern = parseSort(operand);
  const keyed = [...documents].map((document) => ({
    document,
    key: documentKeys(pattern, document).keys[0] ?? Buffer.alloc(0),
  }));
  keyed.sort((left, right) => Buffer.compare(left.key, right.key));
  for (const { document } of keyed) yield document;
}

function* lookup(operand: unknown, documents: Iterable<BsonDocument>, find: FindCollection): Generator<BsonDocument> {
  const { from, localField, foreignField, as } = lookupOptions(operand);
  const foreign = find(from);
  for (const document of documents) {
    const local = valuesAt(document, toPath(localField));
    const values = local.length === 0 ? [null] : local;
    const filter = { kind: 'in' as const, path: toPath(foreignField), values, patterns: [] };
    yield withValue(
      document,
      toPath(as),
      [...search(foreign, searchFor(filter))].map((found) => found.document),
    );
  }
}

function lookupOptions(operand: unknown): { from: string; localField: string; foreignField: string; as: string } {
  const { from, localField, foreignField, as, ...others } = asDocument('$lookup', operand);
  const [other] = Object.keys(others);
  if (other !== undefined) throw notServed(`$lookup option '${other}'`);
  if (
    typeof from !== 'string' ||
    typeof localField !== 'string' ||
    typeof foreignField !== 'string' ||
    typeof as !== 'string'
  ) {
    throw new StoreError('FailedToParse', '$lookup needs from, localField, foreignField and as');
  }
  return { from, localField, foreignField, as };
}

function* facet(operand: unknown, documents: Iterable<BsonDocument>, find: FindCollection): Generator<BsonDocument> {
  const all = [...documents];
  const result: BsonDocument = {};
  for (const [name, inner] of Object.entries(asDocument('$facet', operand))) {
    result[name] = [...runStages(parsePipeline(asStages(inner)), all, find)];
  }
  yield result;
}

/** The stage that drivers count with, `{_id: 1, n: {$sum: 1}}`: recognised, because it needs nothing of the documents. */
function isCountingGroup({ name, operand }: Stage): boolean {
  if (name !== '$group' || !isDocument(operand)) return false;
  const { _id, n, ...others } = operand;
  const isConstant = _id === null || isNumericKind(kindOf(_id));
  return (
    isConstant &&
    Object.keys(others).length === 0 &&
    isDocument(n) &&
    Object.keys(n).length === 1 &&
    toDouble(n['$sum']) === 1
  );
}

function* countGroup(operand: unknown, documents: Iterable<BsonDocument>): Generator<BsonDocument> {
  let n = 0;
  for (const _ of documents) n += 1;
  if (n > 0) yield { _id: asDocument('$group', operand)['_id'], n: new Int32(n) };
}

function isComputedProject({ name, operand }: Stage): boolean {
  return name === '$project' && !isPlainProjection(operand);
}

function isPlainProjection(value: unknown): boolean {
  if (typeof value === 'boolean' || isNumericKind(kindOf(value))) return true;
  return (
    isDocument(value) &&
    Object.entries(value).every(([name, inner]) => !name.startsWith('$') && isPlainProjection(inner))
  );
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
