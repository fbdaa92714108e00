import assert from 'node:assert/strict';
import { oldestSampleMs, waitRange } from '../../../../server/queue/wait-range.ts';
import type { WaitSample } from '../../../../server/queue/wait-range.ts';

const now = 1_700_000_000_000;
const minute = 60_000;
const waited = (minutes: number, more: Partial<WaitSample> = {}): WaitSample => ({
  waitedMs: minutes * minute,
  placeAtStart: 1,
  endedAt: now - minute,
  ...more,
});

describe('The range of waiting time', () => {
  it('is not given before three people have really waited', () => {
    assert.equal(waitRange([], 1, now), null);
    assert.equal(waitRange([waited(2), waited(3)], 1, now), null);
    assert.notEqual(waitRange([waited(2), waited(3), waited(4)], 1, now), null);
  });

  it('forgets waits that are more than two hours old', () => {
    const old = waited(2, { endedAt: now - oldestSampleMs - 1 });
    assert.equal(waitRange([waited(2), waited(3), old], 1, now), null);
  });

  it('spans what most people waited, in whole minutes', () => {
    assert.deepEqual(
      waitRange(
        [1, 2, 3, 4, 5, 6, 7, 8].map((minutes) => waited(minutes)),
        1,
        now,
      ),
      {
        fromMinutes: 2,
        toMinutes: 7,
      },
    );
  });

  it('grows with the place in line', () => {
    const samples = [2, 3, 4].map((minutes) => waited(minutes));
    assert.deepEqual(waitRange(samples, 1, now), { fromMinutes: 2, toMinutes: 4 });
    assert.deepEqual(waitRange(samples, 3, now), { fromMinutes: 6, toMinutes: 12 });
  });

  it('counts a wait from the back of the line for each place of it', () => {
    const samples = [waited(8, { placeAtStart: 4 }), waited(4, { placeAtStart: 2 }), waited(2)];
    assert.deepEqual(waitRange(samples, 1, now), { fromMinutes: 2, toMinutes: 3 });
  });

  it('is never empty, however short the waits were', () => {
    const samples = [0, 0, 0].map((minutes) => waited(minutes));
    assert.deepEqual(waitRange(samples, 1, now), { fromMinutes: 0, toMinutes: 1 });
  });

  it('is not thrown off by one person who waited very long', () => {
    const samples = [2, 2, 3, 3, 3, 3, 120].map((minutes) => waited(minutes));
    assert.deepEqual(waitRange(samples, 1, now), { fromMinutes: 2, toMinutes: 3 });
  });
});
