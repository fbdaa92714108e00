import assert from 'node:assert/strict';
import { createLimiter } from '../../../../server/accounts/limiter.ts';

describe('a limiter', () => {
  it('runs no more than it may at once, the others in the order in which they came', async () => {
    const limited = createLimiter({ atOnce: 2, waiting: 9, refuse: () => new Error('full') });
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = [1, 2, 3, 4].map((name) =>
      limited(() => {
        begun.push(name);
        return new Promise<number>((resolve) => ends.push(() => resolve(name)));
      }),
    );
    assert.deepEqual(begun, [1, 2]);
    ends[1]?.();
    await all[1];
    await Promise.resolve();
    assert.deepEqual(begun, [1, 2, 3]);
    ends[0]?.();
    await all[0];
    await Promise.resolve();
    for (const end of ends) end();
    while (ends.length < 4) await new Promise(setImmediate);
    for (const end of ends) end();
    assert.deepEqual(await Promise.all(all), [1, 2, 3, 4]);
  });

  it('refuses who would wait too long, and goes on after a failure', async () => {
    const limited = createLimiter({ atOnce: 1, waiting: 1, refuse: () => new Error('full') });
    const failing = limited(() => Promise.reject(new Error('broken')));
    const waiting = limited(() => Promise.resolve('done'));
    await assert.rejects(
      limited(() => Promise.resolve('never')),
      /full/,
    );
    await assert.rejects(failing, /broken/);
    assert.equal(await waiting, 'done');
    assert.equal(await limited(() => Promise.resolve('again')), 'again');
  });
});
