import assert from 'node:assert/strict';
import { hasHostileKeys } from '../../../../server/edge/hostile-keys.ts';

describe('keys that reach for prototypes', () => {
  it('are found at any depth', () => {
    assert.ok(hasHostileKeys(JSON.parse('{"a":[{"__proto__":1}]}')));
    assert.ok(hasHostileKeys({ params: { constructor: {} } }));
    assert.ok(!hasHostileKeys({ text: '__proto__', list: [1, null, 'constructor'] }));
  });

  it('cannot hide below what anybody would nest', () => {
    let deep: unknown = {};
    for (let level = 0; level < 100; level += 1) deep = { deep };
    assert.ok(hasHostileKeys(deep));
  });
});
