import assert from 'node:assert/strict';
import { Decimal128, Double, Int32, Long } from 'bson';
import { compareValues } from '../../../../../../server/database/embedded/values/compare.ts';
import { encodeKey } from '../../../../../../server/database/embedded/values/key-writer.ts';
import { anyValue, chanceOf } from '../random-values.ts';

describe('The embedded store’s index keys', () => {
  const chance = chanceOf(20_261_120);
  const values = Array.from({ length: 700 }, () => anyValue(chance));

  it('lie in the order of the values that they stand for, for any two of hundreds of random values', () => {
    const keys = values.map((value) => encodeKey(value));
    values.forEach((left, a) => {
      values.forEach((right, b) => {
        const byKey = Buffer.compare(keys[a] ?? Buffer.alloc(0), keys[b] ?? Buffer.alloc(0));
        const byValue = Math.sign(compareValues(left, right));
        assert.equal(byKey, byValue, `${JSON.stringify(left)} and ${JSON.stringify(right)}`);
      });
    });
  });

  it('lie in the opposite order in a descending index', () => {
    const keys = values.map((value) => encodeKey(value, true));
    values.slice(0, 200).forEach((left, a) => {
      values.slice(0, 200).forEach((right, b) => {
        const byKey = Buffer.compare(keys[a] ?? Buffer.alloc(0), keys[b] ?? Buffer.alloc(0));
        assert.equal(
          byKey,
          Math.sign(compareValues(right, left)),
          `${JSON.stringify(left)} and ${JSON.stringify(right)}`,
        );
      });
    });
  });

  it('never begin with another key, so that several fields can stand in one key', () => {
    const distinct = [...new Map(values.map((value) => [encodeKey(value).toString('hex'), true])).keys()].sort();
    distinct.forEach((key, place) => assert.ok(place === 0 || !key.startsWith(distinct[place - 1] ?? key), key));
  });

  it('are the same for one number in any of the four number types', () => {
    const five = [new Int32(5), Long.fromNumber(5), new Double(5), Decimal128.fromString('5.00'), 5];
    assert.deepEqual(new Set(five.map((value) => encodeKey(value).toString('hex'))).size, 1);
  });

  it('tell apart whole numbers that no double can tell apart', () => {
    const [low, high] = ['9007199254740992', '9007199254740993'].map((text) => encodeKey(Long.fromString(text)));
    assert.equal(Buffer.compare(low ?? Buffer.alloc(0), high ?? Buffer.alloc(0)), -1);
  });
});
