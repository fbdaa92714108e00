import { BSONRegExp, Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** A source of chance that gives the same values for the same seed, so that a failure can be seen again. */
export type Chance = { below: (limit: number) => number; pick: <Value>(values: readonly Value[]) => Value };

/** Mulberry32: small, and good enough for tests. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
  };
}

const texts = ['', 'a', 'b', 'ab', 'a\0', 'a\u0001', 'é', '中', '\ue000', '😀', 'z'];
const decimals = [
  '0',
  '-0',
  '1',
  '1.0',
  '5.5',
  '0.1',
  '1E-400',
  '-1E-400',
  '1E+400',
  '-1E+400',
  'NaN',
  'Infinity',
  '-Infinity',
].concat([
  '9007199254740993',
  '0.1000000000000000055511151231257827',
  '1.797693134862315708145274237317044E+308',
  '-3',
]);
const longs = ['0', '1', '-1', '5', '9007199254740992', '9007199254740993', '-9007199254740993', '9223372036854775807'];
const doubles = [
  0,
  -0,
  1,
  -1,
  0.1,
  5.5,
  5e-324,
  -5e-324,
  9007199254740992,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Infinity,
  -Infinity,
  NaN,
];

const scalars: readonly ((chance: Chance) => unknown)[] = [
  () => null,
  ({ below }) => new Int32(below(7) - 3),
  ({ pick }) => Long.fromString(pick(longs)),
  ({ pick }) => new Double(pick(doubles)),
  ({ pick }) => Decimal128.fromString(pick(decimals)),
  ({ pick }) => pick(texts),
  ({ below }) => below(2) === 1,
  ({ below }) => new Date((below(5) - 2) * 1000),
  ({ below }) => new ObjectId(`${below(3)}`.repeat(24)),
  ({ below }) => new Binary(Buffer.alloc(below(3), below(256)), below(2)),
  ({ below }) => new Timestamp({ t: below(3), i: below(3) }),
  ({ pick }) => new BSONRegExp(pick(['a', 'b']), pick(['', 'i'])),
  () => new MinKey(),
  () => new MaxKey(),
];

/** Any BSON value, with those that are hard to order more often than they deserve. */
export function anyValue(chance: Chance, depth = 2): unknown {
  const kind = chance.below(depth > 0 ? scalars.length + 3 : scalars.length);
  const scalar = scalars[kind];
  if (scalar !== undefined) return scalar(chance);
  const inner = Array.from({ length: chance.below(4) }, () => anyValue(chance, depth - 1));
  if (kind === scalars.length) return inner;
  return Object.fromEntries(
    inner.map((value, place) => [chance.pick(['a', 'b', 'c', 'ab']) + (chance.below(2) ? '' : place), value]),
  );
}
