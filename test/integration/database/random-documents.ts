import { Decimal128, Double, Int32, Long } from 'bson';
import { Breath } from '../../../server/database/embedded/turns.ts';
import type { BsonDocument } from '../../../server/database/embedded/values/kinds.ts';
import type { Chance } from '../../unit/server/database/embedded/random-values.ts';

/** The fields of random documents. */
export const fields = ['a', 'b', 'c', 'd.x', 'd.y', 'd'];

/** A value that is no array, one of few, so that they meet. */
export function aScalar({ below, pick }: Chance): unknown {
  const number = below(6);
  return pick([
    new Int32(number),
    new Int32(number),
    new Double(number + below(2) / 2),
    Long.fromNumber(number),
    Decimal128.fromString(`${number}.0`),
    `t${number}`,
    null,
    below(2) === 0,
    new Date(number * 1000),
    new Double(NaN),
  ]);
}

function aFieldValue(chance: Chance): unknown {
  if (chance.below(6) === 0) return Array.from({ length: chance.below(4) }, () => aScalar(chance));
  return aScalar(chance);
}

function aSubdocument(chance: Chance): BsonDocument {
  const document: BsonDocument = {};
  if (chance.below(4) > 0) document['x'] = chance.below(8) === 0 ? [aScalar(chance), aScalar(chance)] : aScalar(chance);
  if (chance.below(4) > 0) document['y'] = aScalar(chance);
  return document;
}

/** At most one field holds arrays, because two would be refused by the compound indexes. */
export function aDocument(chance: Chance, id: number): BsonDocument {
  const document: BsonDocument = { _id: new Int32(id) };
  const arrayField = chance.pick(['a', 'b', 'd']);
  for (const name of ['a', 'b', 'c']) {
    if (chance.below(5) > 0) document[name] = name === arrayField ? aFieldValue(chance) : aScalar(chance);
  }
  if (arrayField === 'd') {
    document['d'] = chance.pick([
      [{ x: new Int32(1), y: new Int32(2) }, aScalarDocument(chance)],
      [],
      [new Int32(1)],
      aScalarDocument(chance),
    ]);
  } else if (chance.below(5) > 0) document['d'] = chance.below(5) === 0 ? aScalar(chance) : aScalarDocument(chance);
  return document;
}

function aScalarDocument(chance: Chance): BsonDocument {
  const { x, y } = aSubdocument(chance);
  const scalar = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
  return { ...(x === undefined ? {} : { x: scalar(x) }), ...(y === undefined ? {} : { y: scalar(y) }) };
}

function aPredicate(chance: Chance): unknown {
  const value = (): unknown => aScalar(chance);
  return chance.pick<() => unknown>([
    value,
    value,
    () => ({ $in: [value(), value(), value()] }),
    () => ({ $gt: value() }),
    () => ({ $gte: value(), $lt: value() }),
    () => ({ $lte: value() }),
    () => ({ $gt: value(), $lte: value() }),
    () => ({ $ne: value() }),
    () => ({ $nin: [value(), value()] }),
    () => ({ $exists: chance.below(2) === 0 }),
    () => ({ $not: { $gt: value() } }),
    () => ({ $elemMatch: { $gte: value(), $lt: value() } }),
    () => ({ $elemMatch: { x: value() } }),
    () => ({ $all: [value(), value()] }),
    () => ({ $size: new Int32(chance.below(3)) }),
    () => ({ $type: chance.pick(['number', 'string', 'array', 'null']) }),
    () => ({ $regex: '^t', $options: '' }),
    () => [value()],
    () => aSubdocument(chance),
  ])();
}

/** A filter that finds some of the random documents. */
export function aFilter(chance: Chance, depth = 1): BsonDocument {
  const filter: BsonDocument = {};
  for (let parts = 1 + chance.below(3); parts > 0; parts -= 1) filter[chance.pick(fields)] = aPredicate(chance);
  if (depth > 0 && chance.below(4) === 0)
    filter[chance.pick(['$or', '$and', '$nor'])] = [aFilter(chance, 0), aFilter(chance, 0)];
  return filter;
}

/** What a search finds, without the breaths in which it would let others work. */
export function foundIn<Item>(flow: Iterable<Item | Breath>): Item[] {
  return [...flow].flatMap((one) => (one instanceof Breath ? [] : [one]));
}
