import assert from 'node:assert/strict';
import { createTokenBucket } from '../../../../server/edge/token-bucket.ts';

describe('a token bucket', () => {
  it('lets a burst through, then so many a second, and never saves up more than a burst', () => {
    const bucket = createTokenBucket({ burst: 3, perSecond: 2 }, 0);
    const takeAll = (now: number) => {
      let taken = 0;
      while (bucket.take(now)) taken += 1;
      return taken;
    };
    assert.equal(takeAll(0), 3);
    assert.equal(takeAll(1000), 2);
    assert.equal(takeAll(60_000), 3);
  });

  it('is not fooled by a clock that goes back', () => {
    const bucket = createTokenBucket({ burst: 1, perSecond: 1 }, 10_000);
    assert.ok(bucket.take(10_000));
    assert.ok(!bucket.take(5000));
    assert.ok(!bucket.take(10_500));
    assert.ok(bucket.take(11_000));
  });
});
