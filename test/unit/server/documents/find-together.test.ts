import assert from 'node:assert/strict';
import { findTogether } from '../../../../server/documents/find-together.ts';

describe('Records that many seek at the same time', () => {
  it('are found in one trip, by whoever seeks them, and never by a trip that began before the question', async () => {
    const trips: string[][] = [];
    const answers: (() => void)[] = [];
    let stored = [{ of: 'ann', n: 1 }];
    const find = findTogether(
      (keys: readonly string[]) => {
        trips.push([...keys]);
        return new Promise<typeof stored>((resolve) => answers.push(() => resolve(stored)));
      },
      ({ of }) => of,
    );
    const nextAnswer = async () => {
      answers.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    };

    const early = find('ann');
    const asked = Promise.all([find('ben'), find('ann'), find('ben'), find('zoe')]);
    assert.deepEqual(trips, [['ann']], 'the first waits for nobody');
    await nextAnswer();
    assert.deepEqual(await early, [{ of: 'ann', n: 1 }]);
    assert.deepEqual(trips.slice(1), [['ben', 'ann', 'zoe']]);

    stored = [
      { of: 'ben', n: 2 },
      { of: 'ann', n: 3 },
      { of: 'ben', n: 4 },
    ];
    await nextAnswer();
    const bens = [
      { of: 'ben', n: 2 },
      { of: 'ben', n: 4 },
    ];
    assert.deepEqual(await asked, [bens, [{ of: 'ann', n: 3 }], bens, []]);
  });
});
