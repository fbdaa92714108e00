import assert from 'node:assert/strict';
import { shareLooks } from '../../../../server/queue/share-looks.ts';

describe('Looks at the queue that are shared', () => {
  /** Looks that end when the test says so, with how many there were until then. */
  const aLook = () => {
    const ends: ((fails?: Error) => void)[] = [];
    const look = shareLooks(
      () =>
        new Promise<number>((resolve, reject) => {
          const number = ends.length + 1;
          ends.push((error) => (error === undefined ? resolve(number) : reject(error)));
        }),
    );
    const untilBegun = async (count: number) => {
      while (ends.length < count) await Promise.resolve();
    };
    return { look, ends, untilBegun };
  };

  it('give nobody an answer that is older than the question', async () => {
    const { look, ends, untilBegun } = aLook();
    const first = look();
    const meanwhile = [look(), look(), look()];
    ends[0]?.();
    assert.equal(await first, 1);
    await untilBegun(2);
    ends[1]?.();
    assert.deepEqual(await Promise.all(meanwhile), [2, 2, 2]);
  });

  it('go on after one that failed', async () => {
    const { look, ends, untilBegun } = aLook();
    const first = look();
    const second = look();
    ends[0]?.(new Error('the store is away'));
    await assert.rejects(first, /away/);
    await untilBegun(2);
    ends[1]?.();
    assert.equal(await second, 2);
    const third = look();
    await untilBegun(3);
    ends[2]?.();
    assert.equal(await third, 3);
  });
});
