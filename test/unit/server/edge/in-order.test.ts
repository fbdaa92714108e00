import assert from 'node:assert/strict';
import { createInOrder } from '../../../../server/edge/in-order.ts';
import { createWorkInHand } from '../../../../server/edge/work-in-hand.ts';

describe('work for one person', () => {
  it('runs in the order in which it was begun, also after a failure, while others go on', async () => {
    const faults: unknown[] = [];
    const inOrder = createInOrder((error) => faults.push(error), createWorkInHand());
    const seen: string[] = [];
    let finishJoin = () => {};
    const joined = inOrder('ana', () =>
      new Promise<void>((resolve) => (finishJoin = resolve)).then(() => void seen.push('joined')),
    );
    const failed = inOrder('ana', () => Promise.reject(new Error('broken')));
    const left = inOrder('ana', async () => void seen.push('left'));
    await inOrder('joao', async () => void seen.push('joao'));
    finishJoin();
    await Promise.all([joined, failed, left]);
    assert.deepEqual(seen, ['joao', 'joined', 'left']);
    assert.equal(faults.length, 1);
  });

  it('is waited for, with what it begins, but not for ever', async () => {
    const inHand = createWorkInHand();
    let finish = () => {};
    const first = new Promise<void>((resolve) => (finish = resolve));
    let isDone = false;
    void inHand.track(first.then(() => void inHand.track(Promise.resolve().then(() => void (isDone = true)))));
    const settled = inHand.settled(4000);
    finish();
    await settled;
    assert.ok(isDone);
    void inHand.track(new Promise(() => {}));
    await inHand.settled(5);
  });
});
