import { StoreError, notServed } from '../errors.ts';
import { compareValues } from '../values/compare.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';

/** `$sortByCount` in the stages that it stands for. */
export function sortByCountStages(operand: unknown): BsonDocument[] {
  return [{ $group: { _id: operand, count: { $sum: 1 } } }, { $sort: { count: -1 } }];
}

/** `$bucket` in the stages that it stands for. */
export function bucketStages(operand: unknown): BsonDocument[] {
  if (!isDocument(operand)) throw new StoreError('BadValue', 'Argument to $bucket stage must be an object');
  const { groupBy, boundaries, default: otherwise, output = { count: { $sum: 1 } }, ...others } = operand;
  const [other] = Object.keys(others);
  if (other !== undefined) throw notServed(`$bucket option '${other}'`);
  if (groupBy === undefined || !Array.isArray(boundaries) || boundaries.length < 2 || !isDocument(output))
    throw new StoreError('BadValue', '$bucket requires groupBy, and boundaries with at least two values');
  const steps: unknown[] = boundaries;
  if (steps.some((step, place) => place > 0 && compareValues(steps[place - 1], step) >= 0))
    throw new StoreError('BadValue', 'The boundaries of $bucket must be in ascending order');
  const branches = steps.slice(0, -1).map((low, place) => ({
    case: {
      $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: steps[place + 1] }] }],
    },
    // oxlint-disable-next-line no-thenable -- it is how MongoDB calls this part of $switch
    then: { $literal: low },
  }));
  const choice = otherwise === undefined ? { branches } : { branches, default: { $literal: otherwise } };
  return [{ $group: { _id: { $switch: choice }, ...output } }, { $sort: { _id: 1 } }];
}
