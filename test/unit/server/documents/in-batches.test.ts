import assert from 'node:assert/strict';
import { createBatches } from '../../../../server/documents/in-batches.ts';
import type { Outcome } from '../../../../server/documents/in-batches.ts';

describe('What is sent in batches', () => {
  function aStore() {
    const trips: string[][] = [];
    const answers: ((outcomes: Outcome<string>[] | Error) => void)[] = [];
    const send = createBatches<string, string>((items) => {
      trips.push([...items]);
      return new Promise((resolve, reject) => {
        answers.push((outcomes) => (outcomes instanceof Error ? reject(outcomes) : resolve(outcomes)));
      });
    });
    const answer = async (outcomes: Outcome<string>[] | Error) => {
      answers.shift()?.(outcomes);
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { trips, send, answer };
  }
  const done = (...results: string[]) => results.map((result) => ({ result }));
  const orError = (one: Promise<string>) => one.catch((error: unknown) => error);

  it('waits for nobody on a quiet server, and goes together when it is busy', async () => {
    const { trips, send, answer } = aStore();
    const all = [send('a'), send('b'), send('c')];
    assert.deepEqual(trips, [['a']]);
    await answer(done('A'));
    assert.deepEqual(trips, [['a'], ['b', 'c']]);
    await answer(done('B', 'C'));
    assert.deepEqual(await Promise.all(all), ['A', 'B', 'C']);
    void send('d');
    assert.deepEqual(trips.at(-1), ['d']);
  });

  it('fails for itself alone, and for everybody in it when nothing is known of the batch', async () => {
    const { send, answer } = aStore();
    const first = ['a', 'b', 'c'].map((item) => orError(send(item)));
    const refused = new Error('refused');
    await answer(done('A'));
    await answer([{ error: refused }, { result: 'C' }]);
    assert.deepEqual(await Promise.all(first), ['A', refused, 'C']);
    const second = ['d', 'e'].map((item) => orError(send(item)));
    const away = new Error('away');
    await answer(away);
    await answer(done('E'));
    assert.deepEqual(await Promise.all(second), [away, 'E']);
  });

  it('goes in portions, so that a long one keeps nobody waiting', async () => {
    const { trips, send, answer } = aStore();
    const all = Array.from({ length: 251 }, (_, place) => send(String(place)));
    await answer(done('0'));
    for (const size of [100, 100, 50]) await answer(Array.from({ length: size }, () => ({ result: 'x' })));
    assert.deepEqual(
      trips.map(({ length }) => length),
      [1, 100, 100, 50],
    );
    assert.equal((await Promise.all(all)).length, 251);
  });
});
