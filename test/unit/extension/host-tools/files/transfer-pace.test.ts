import assert from 'node:assert/strict';
import { paceOf, withSample, type PaceSample } from '../../../../../extension/host-tools/files/transfer-pace.ts';

describe('how fast a copy goes', () => {
  it('is counted over the last seconds, and gives the time that is left', () => {
    let samples: PaceSample[] = [];
    for (let second = 0; second <= 10; second += 1)
      samples = withSample(samples, { atMs: second * 1000, bytes: second <= 5 ? 0 : (second - 5) * 1000 });
    assert.deepEqual(paceOf(samples, 9000), { bytesPerSecond: 1000, leftMs: 4000 });
  });

  it('is nothing at first, while nothing moves, and right after beginning anew', () => {
    assert.deepEqual(paceOf([], 10), { bytesPerSecond: 0, leftMs: undefined });
    assert.deepEqual(
      paceOf(
        [
          { atMs: 0, bytes: 5 },
          { atMs: 900, bytes: 5 },
        ],
        10,
      ),
      { bytesPerSecond: 0, leftMs: undefined },
    );
    assert.deepEqual(withSample([{ atMs: 0, bytes: 50 }], { atMs: 1000, bytes: 0 }), [{ atMs: 1000, bytes: 0 }]);
  });
});
