import assert from 'node:assert/strict';
import { createCallTurns } from '../../../../server/edge/call-turns.ts';

/** Works that end when the test says so, and the order in which they began. */
function someWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, work, end };
}

describe('the turns of a link’s calls', () => {
  it('keeps the order within a session, and lets other sessions pass', async () => {
    const { begun, work, end } = someWork();
    const inTurn = createCallTurns(Promise.resolve());
    const calls = [inTurn('a', work('a1')), inTurn('a', work('a2')), inTurn('b', work('b1'))];
    await end('nothing yet');
    assert.deepEqual(begun, ['a1', 'b1']);
    await end('b1');
    await end('a1');
    await end('a2');
    assert.deepEqual(await Promise.all(calls), ['a1', 'a2', 'b1']);
  });

  it('lets a call about no session wait for all before it, and all after it wait', async () => {
    const { begun, work, end } = someWork();
    const inTurn = createCallTurns(Promise.resolve());
    const calls = [inTurn('a', work('a1')), inTurn('b', work('b1'))];
    calls.push(inTurn(undefined, work('all')), inTurn('a', work('a2')), inTurn(undefined, work('more')));
    await end('nothing yet');
    await end('a1');
    assert.deepEqual(begun, ['a1', 'b1']);
    await end('b1');
    assert.deepEqual(begun, ['a1', 'b1', 'all']);
    await end('all');
    assert.deepEqual(begun, ['a1', 'b1', 'all', 'a2']);
    await end('a2');
    await end('more');
    assert.equal((await Promise.all(calls)).length, 5);
  });
});
