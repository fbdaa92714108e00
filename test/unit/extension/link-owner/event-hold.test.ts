import assert from 'node:assert/strict';
import { createEventHold } from '../../../../extension/link-owner/event-hold.ts';

describe('what the server tells while a snapshot is on its way', () => {
  function aHold() {
    const applied: string[] = [];
    return { applied, hold: createEventHold((event: string) => applied.push(event)) };
  }

  it('is not undone by it: an offer that comes with signing in stands', async () => {
    const { applied, hold } = aHold();
    await hold.during(async () => {
      hold.take('offers.made');
      hold.take('queue.moved');
      await Promise.resolve();
      applied.push('snapshot');
    });
    hold.take('offers.closed');
    assert.deepEqual(applied, ['snapshot', 'offers.made', 'queue.moved', 'offers.closed']);
  });

  it('waits for the last of several, and is not lost when one fails', async () => {
    const { applied, hold } = aHold();
    let [fail, finish] = [() => {}, () => {}];
    const failing = hold.during(() => new Promise<void>((_done, reject) => (fail = () => reject(new Error('away')))));
    const other = hold.during(() => new Promise<void>((resolve) => (finish = resolve)));
    hold.take('presence.changed');
    fail();
    await assert.rejects(failing);
    assert.deepEqual(applied, []);
    finish();
    await other;
    assert.deepEqual(applied, ['presence.changed']);
  });
});
