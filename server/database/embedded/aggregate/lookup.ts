import { StoreError, notServed } from '../errors.ts';
import { search, searchFor } from '../planner/search.ts';
import { toPath, valuesAt } from '../query/path.ts';
import { Breath, all, breath, mapped } from '../turns.ts';
import { isDocument } from '../values/kinds.ts';
import { withValue } from './array-stages.ts';
import type { RunStage } from './pipeline.ts';

/** `$lookup` by fields: adds to each document the array of the documents of another collection with an equal value. */
export function lookup(operand: unknown): RunStage {
  const { from, local, foreign, as } = options(operand);
  return function* join(documents, find) {
    const collection = find(from);
    for (const document of documents) {
      if (document instanceof Breath) {
        yield breath;
        continue;
      }
      const found = valuesAt(document, local);
      const values = found.length === 0 ? [null] : found;
      const filter = { kind: 'in' as const, path: foreign, values, patterns: [] };
      const joined = yield* all(mapped(search(collection, searchFor(filter)), (one) => one.document));
      yield withValue(document, as, joined);
      yield breath;
    }
  };
}

function options(operand: unknown) {
  if (!isDocument(operand)) throw new StoreError('FailedToParse', 'the $lookup specification must be an object');
  const { from, localField, foreignField, as, ...others } = operand;
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
  return { from, local: toPath(localField), foreign: toPath(foreignField), as: toPath(as) };
}
