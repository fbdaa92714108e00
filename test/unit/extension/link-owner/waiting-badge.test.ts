import assert from 'node:assert/strict';
import { waitingBadge } from '../../../../extension/link-owner/waiting-badge.ts';

const minutes = (count: number) => ({ createdAt: 1_000_000 - count * 60_000 });

describe('The toolbar icon', () => {
  it('says how many wait, and for how long the one who waits longest does', () => {
    assert.deepEqual(waitingBadge(3, [minutes(1), minutes(4), minutes(0)], 1_000_000), {
      count: 3,
      age: 'late',
      title: 'RemoteHelp: 3 waiting, the longest for 4 min',
    });
  });

  it('is drawn in another colour after half of the five minutes that are thought right, and after them', () => {
    assert.deepEqual(
      [0, 2, 3, 4, 5].map((waited) => waitingBadge(1, [minutes(waited)], 1_000_000).age),
      ['fresh', 'fresh', 'late', 'late', 'over'],
    );
  });

  it('says what else is new while nobody waits', () => {
    assert.equal(waitingBadge(2, [], 1_000_000).title, 'RemoteHelp: 2 new');
    assert.equal(waitingBadge(0, [], 1_000_000).title, 'RemoteHelp');
  });
});
