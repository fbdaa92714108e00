import assert from 'node:assert/strict';
import { createCopyQueue } from '../../../../../extension/host-tools/files/copy-queue.ts';
import type { CopyWorkPorts } from '../../../../../extension/host-tools/files/copy-work.ts';
import { createFilesLink } from '../../../../../extension/host-tools/files/files-link.ts';
import { itemOfFile } from '../../../../../extension/host-tools/files/local-item.ts';
import { AppError } from '../../../../../shared/contract/errors.ts';

type Begun = {
  readonly name: string;
  readonly ports: CopyWorkPorts;
  end(how: 'done' | 'skipped'): void;
  fail(error: unknown): void;
};

/** A queue whose copies end when the test says so. */
function aQueue() {
  const clock = { now: () => nowMs, after: () => () => undefined };
  let nowMs = 0;
  const begun: Begun[] = [];
  const finished: string[] = [];
  const queue = createCopyQueue(
    createFilesLink(clock),
    clock,
    (way) => finished.push(way),
    (order, ports) =>
      new Promise((resolve, reject) => {
        ports.stop.addEventListener('abort', () => reject(ports.stop.reason as Error));
        begun.push({ name: order.way === 'give' ? order.item.name : order.name, ports, end: resolve, fail: reject });
      }),
  );
  const add = (name: string) => queue.add({ way: 'give', item: itemOfFile(new File(['x'], name)), folder: '/home' });
  const states = () => queue.rows.value.map(({ name, state }) => `${name} ${state}`);
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { queue, begun, finished, add, states, pass };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of copies', () => {
  it('does one after the other, in the order in which they were asked for [S1-16]', async () => {
    const { begun, finished, add, states } = aQueue();
    add('a');
    add('b');
    assert.deepEqual(states(), ['a running', 'b waiting']);
    begun[0]?.end('done');
    await settled();
    assert.deepEqual(states(), ['a done', 'b running']);
    begun[1]?.end('skipped');
    await settled();
    assert.deepEqual(states(), ['a done', 'b skipped']);
    assert.deepEqual(finished, ['give', 'give']);
  });

  it('goes on after one that failed, and says why', async () => {
    const { queue, begun, add, states } = aQueue();
    add('a');
    add('b');
    begun[0]?.fail(new AppError('store-full', { text: 'The disk of that computer is full.' }));
    await settled();
    assert.deepEqual(states(), ['a failed', 'b running']);
    assert.equal(queue.rows.value[0]?.problem, 'The disk of that computer is full.');
  });

  it('stops what runs and takes out what waits', async () => {
    const { queue, begun, add, states } = aQueue();
    for (const name of ['a', 'b', 'c']) add(name);
    queue.cancel(2);
    assert.deepEqual(states(), ['a running', 'b cancelled', 'c waiting']);
    queue.cancelAll();
    await settled();
    assert.deepEqual(states(), ['a cancelled', 'b cancelled', 'c cancelled']);
    assert.equal(begun.length, 1, 'what waited never began');
    queue.clear();
    assert.deepEqual(states(), []);
  });

  it('shows how far it is, says that the link is away, and asks once for all', async () => {
    const { queue, begun, add, states, pass } = aQueue();
    add('a');
    const ports = begun[0]?.ports;
    assert.ok(ports !== undefined);
    ports.onTotal(1000);
    pass(1000);
    ports.onAt(100);
    pass(1000);
    ports.onAt(300);
    assert.equal(queue.rows.value[0]?.bytes, 300);
    assert.equal(queue.rows.value[0]?.samples.length, 2);
    ports.onInterrupted(true);
    assert.deepEqual(states(), ['a interrupted']);
    ports.onInterrupted(false);
    const first = ports.ask({ name: 'x', way: 'give' });
    assert.equal(queue.question.value?.name, 'x');
    queue.question.value.answer('keep-both', true);
    assert.equal(await first, 'keep-both');
    assert.equal(queue.question.value, undefined);
    assert.equal(await ports.ask({ name: 'y', way: 'give' }), 'keep-both', 'not asked again');
  });

  it('closes its question when the copy is cancelled', async () => {
    const { queue, begun, add, states } = aQueue();
    add('a');
    const asked = begun[0]?.ports.ask({ name: 'x', way: 'give' });
    queue.cancelAll();
    await assert.rejects(asked ?? Promise.resolve());
    await settled();
    assert.equal(queue.question.value, undefined);
    assert.deepEqual(states(), ['a cancelled']);
  });
});
