import { Aggregator, ProcessingMode } from 'mingo';

import { StoreError, notServed } from '../errors.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { fromPlain, toPlain } from './plain.ts';

/** The stages that compute, which mingo runs. All others that are served are the store's own. */
const computed = new Set([
  '$group',
  '$project',
  '$addFields',
  '$set',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
  '$bucket',
  '$bucketAuto',
  '$sortByCount',
]);

/** Expressions that run text of a user as program or pattern, or that depend on chance. */
const refused = new Set([
  '$function',
  '$accumulator',
  '$where',
  '$regexMatch',
  '$regexFind',
  '$regexFindAll',
  '$rand',
  '$sampleRate',
]);

/** Checks that a stage can be computed. @throws StoreError with the name of a stage or an expression that is not served. */
export function checkComputedStage(name: string, operand: unknown): void {
  if (!computed.has(name)) throw notServed(`aggregation stage ${name}`);
  refuseExpressions(operand);
}

/** Runs one computing stage over documents. Numbers come out as Int32, Long or Double by their value. */
export function* runComputedStage(
  name: string,
  operand: unknown,
  documents: Iterable<BsonDocument>,
): Generator<BsonDocument> {
  const stage = toPlain({ [name]: operand });
  const aggregator = new Aggregator([stage], { scriptEnabled: false, processingMode: ProcessingMode.CLONE_OFF });
  try {
    const results = aggregator.stream(plain(documents));
    for (;;) {
      const { done, value } = results.next();
      if (done === true) return;
      if (isDocument(value)) yield fromPlain(value);
    }
  } catch (cause) {
    throw translated(cause, name);
  }
}

function* plain(documents: Iterable<BsonDocument>): Generator<BsonDocument> {
  for (const document of documents) yield toPlain(document);
}

function refuseExpressions(value: unknown): void {
  if (Array.isArray(value)) {
    for (const element of value) refuseExpressions(element);
    return;
  }
  if (!isDocument(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (refused.has(name)) throw notServed(`expression ${name}`);
    refuseExpressions(inner);
  }
}

function translated(cause: unknown, stage: string): unknown {
  if (cause instanceof StoreError || !(cause instanceof Error)) return cause;
  const isUnknown = /unregistered|unknown operator|unrecognized/i.test(cause.message);
  return new StoreError(isUnknown ? 'InvalidPipelineOperator' : 'BadValue', `${stage}: ${cause.message}`);
}
