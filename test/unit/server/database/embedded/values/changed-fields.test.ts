import assert from 'node:assert/strict';
import { Double, Int32 } from 'bson';

import { fieldsOfIndex, indexDefinition } from '../../../../../../server/database/embedded/storage/index-definition.ts';
import { changedFields, encode } from '../../../../../../server/database/embedded/values/codec.ts';
import type { BsonDocument } from '../../../../../../server/database/embedded/values/kinds.ts';

const changed = (before: BsonDocument, after: BsonDocument) =>
  [...changedFields(encode(before), encode(after))].toSorted();

describe('The fields that a change has changed', () => {
  it('are those with another value, also deep inside, and those that came and went', () => {
    assert.deepEqual(changed({ a: 1, deep: { list: [1, { x: 2 }] } }, { a: 1, deep: { list: [1, { x: 3 }] } }), [
      'deep',
    ]);
    assert.deepEqual(changed({ a: 1, gone: 1 }, { a: 1, fresh: 'ü' }), ['fresh', 'gone']);
  });

  it('are none when only their order is another one', () => {
    assert.deepEqual(changed({ a: 1, b: 2 }, { b: 2, a: 1 }), []);
  });

  it('are those of another type, although they compare equal', () => {
    assert.deepEqual(changed({ n: new Int32(1) }, { n: new Double(1) }), ['n']);
  });
});

describe('The fields that an index depends on', () => {
  const fields = (given: BsonDocument) => [...(fieldsOfIndex(indexDefinition({ name: 'one', ...given })) ?? ['any'])];

  it('are the first parts of its paths, and those that its filter asks', () => {
    assert.deepEqual(fields({ key: { 'customer.name': new Int32(1), at: new Int32(-1) } }), ['customer', 'at']);
    const partialFilterExpression = { $and: [{ open: true }, { 'slot.of': { $exists: true } }] };
    assert.deepEqual(fields({ key: { at: new Int32(1) }, partialFilterExpression }), ['at', 'open', 'slot']);
  });
});
