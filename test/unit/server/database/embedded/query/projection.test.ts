import assert from 'node:assert/strict';
import { parseProjection, project } from '../../../../../../server/database/embedded/query/projection.ts';
import type { BsonDocument } from '../../../../../../server/database/embedded/values/kinds.ts';

const document = { _id: 'k', a: 'x', b: { c: 'y', d: 'z' }, list: [{ n: 'p', m: 'q' }, 'r'] };
const projected = (projection: BsonDocument): BsonDocument => {
  const parsed = parseProjection(projection);
  return parsed === undefined ? document : project(parsed, document);
};

describe('The embedded store’s projections', () => {
  it('keep what they name, and the _id unless it is left out', () => {
    assert.deepEqual(projected({ a: 1 }), { _id: 'k', a: 'x' });
    assert.deepEqual(projected({ _id: 0, 'b.c': 1 }), { b: { c: 'y' } });
    assert.deepEqual(projected({ b: { c: true } }), { _id: 'k', b: { c: 'y' } });
    assert.deepEqual(projected({ 'list.n': 1 }), { _id: 'k', list: [{ n: 'p' }] });
    assert.deepEqual(projected({ none: 1 }), { _id: 'k' });
    assert.deepEqual(projected({}), document);
  });

  it('drop what they name with 0', () => {
    assert.deepEqual(projected({ _id: 0 }), { a: 'x', b: document.b, list: document.list });
    assert.deepEqual(projected({ b: 0, 'list.m': 0 }), { _id: 'k', a: 'x', list: [{ n: 'p' }, 'r'] });
  });

  it('cut arrays by $slice and find an element by $elemMatch', () => {
    assert.deepEqual(projected({ list: { $slice: -1 } })['list'], ['r']);
    assert.deepEqual(projected({ list: { $slice: [0, 1] } })['list'], [{ n: 'p', m: 'q' }]);
    assert.deepEqual(projected({ list: { $elemMatch: { n: 'p' } } }), { _id: 'k', list: [{ n: 'p', m: 'q' }] });
  });

  it('are refused when they mix both, touch a field twice, or compute', () => {
    assert.throws(() => projected({ a: 1, b: 0 }), /inclusion/);
    assert.throws(() => projected({ b: 1, 'b.c': 1 }), /collision/);
    assert.throws(() => projected({ a: '$b' }), /not served/);
    assert.throws(() => projected({ 'list.$': 1 }), /not served/);
  });
});
