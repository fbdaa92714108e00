import assert from 'node:assert/strict';
import { createFairLine } from '../../../../server/accounts/fair-line.ts';

/** A line whose works end one by one when the test says so, and the order in which they began. */
function aLine(limits: { atOnce: number; waiting: number }) {
  const line = createFairLine({ ...limits, refuse: () => new Error('full') });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const outcomes: string[] = [];
  const ask = (name: string, isKnown = false) => {
    const work = () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    line({ key: name.slice(0, 1), isKnown }, work).then(
      () => outcomes.push(`${name} done`),
      (error: unknown) => outcomes.push(`${name} ${error instanceof Error ? error.message : ''}`),
    );
  };
  const endNext = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { line, ask, begun, outcomes, endNext };
}

describe('the fair line', () => {
  it('runs no more than it may at once, and goes round by who asks', async () => {
    const { ask, begun, endNext } = aLine({ atOnce: 2, waiting: 9 });
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2']) ask(name);
    await endNext();
    assert.deepEqual(begun, ['a1', 'a2', 'a3']);
    for (let ended = 0; ended < 4; ended += 1) await endNext();
    assert.deepEqual(begun, ['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2']);
  });

  it('lets whoever has most there give way when it is full, and refuses who would have most', async () => {
    const { ask, begun, outcomes, endNext } = aLine({ atOnce: 1, waiting: 3 });
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'c1', 'd1']) ask(name);
    await endNext();
    assert.deepEqual(outcomes.toSorted(), ['a1 done', 'a3 full', 'a4 full', 'a5 full', 'd1 full'].toSorted());
    await endNext();
    await endNext();
    assert.deepEqual(begun, ['a1', 'a2', 'b1', 'c1']);
  });

  it('takes known people and strangers in turn, however many strangers there are', async () => {
    const { ask, begun, endNext } = aLine({ atOnce: 1, waiting: 4 });
    for (let stranger = 0; stranger < 20; stranger += 1) ask(`${String.fromCodePoint(97 + stranger)}1`);
    for (const name of ['X1', 'Y1', 'Z1']) ask(name, true);
    for (let ended = 0; ended < 6; ended += 1) await endNext();
    assert.deepEqual(begun, ['a1', 'X1', 'b1', 'Y1', 'c1', 'Z1', 'd1']);
  });

  it('goes on after a failure', async () => {
    const { line } = aLine({ atOnce: 1, waiting: 1 });
    const asker = { key: 'a', isKnown: false };
    await assert.rejects(
      line(asker, () => Promise.reject(new Error('broken'))),
      /broken/,
    );
    assert.equal(await line(asker, () => Promise.resolve('again')), 'again');
  });
});
