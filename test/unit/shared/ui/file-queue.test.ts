import assert from 'node:assert/strict';
import * as v from 'valibot';
import { randomId } from '../../../../server/secrets/random.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { ClientEntryId, SessionId } from '../../../../shared/contract/identifiers.ts';
import { createFileQueue } from '../../../../shared/ui/file-queue.ts';
import type { SendQueued } from '../../../../shared/ui/file-queue.ts';

const session = v.parse(SessionId, randomId());
const aFile = (name: string, bytes = 4) => new File(['x'.repeat(bytes)], name);

/** A queue whose files go as the test says. */
function aQueue() {
  const going: { what: Parameters<SendQueued>[0]; done: () => void; fail: (error: Error) => void }[] = [];
  const time = { ms: 0 };
  const queue = createFileQueue({
    send: (what) =>
      new Promise((resolve, reject) => {
        going.push({ what, done: resolve, fail: reject });
        what.signal.addEventListener('abort', () => reject(new Error('called off')));
      }),
    newClientId: () => v.parse(ClientEntryId, randomId()),
    now: () => time.ms,
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const names = () => queue.files.value.map(({ name, state }) => `${name} ${state}`);
  return { queue, going, time, settled, names };
}

describe('Several files at once', () => {
  it('wait in a line and go one at a time', async () => {
    const { queue, going, settled, names } = aQueue();
    queue.add(session, [aFile('a'), aFile('b')]);
    assert.deepEqual(names(), ['a goes', 'b waiting']);
    going[0]?.done();
    await settled();
    assert.deepEqual(names(), ['b goes']);
    going[1]?.done();
    await settled();
    assert.deepEqual(names(), []);
  });

  it('of one session do not wait for those of another, and say what holds them up where it is not the connection', () => {
    const { queue, going, names } = aQueue();
    const other = v.parse(SessionId, randomId());
    queue.add(session, [aFile('a')]);
    queue.add(other, [aFile('b'), aFile('c')]);
    assert.deepEqual(names(), ['a goes', 'b goes', 'c waiting']);
    going[0]?.what.onProgress(0, 'held', 'The server’s disk is full.');
    going[1]?.what.onProgress(0, 'held');
    assert.deepEqual(
      queue.files.value.map(({ state, why }) => [state, why]),
      [
        ['held', 'The server’s disk is full.'],
        ['held', ''],
        ['waiting', ''],
      ],
    );
    going[0]?.what.onProgress(1, 'goes');
    assert.equal(queue.files.value[0]?.why, '');
  });

  it('go on after one that was refused, which stays with the reason until it is put away', async () => {
    const { queue, going, settled, names } = aQueue();
    queue.add(session, [aFile('a.exe'), aFile('b')]);
    going[0]?.fail(new AppError('file-refused', { text: 'No programs.' }));
    await settled();
    assert.deepEqual(names(), ['a.exe refused', 'b goes']);
    const [refused] = queue.files.value;
    assert.equal(refused?.why, 'No programs.');
    queue.drop(refused.clientId);
    assert.deepEqual(names(), ['b goes']);
  });

  it('can be called off, waiting or going', async () => {
    const { queue, going, settled, names } = aQueue();
    queue.add(session, [aFile('a'), aFile('b'), aFile('c')]);
    const [first, second] = queue.files.value;
    assert.ok(first && second);
    queue.drop(second.clientId);
    assert.deepEqual(names(), ['a goes', 'c waiting']);
    queue.drop(first.clientId);
    await settled();
    assert.deepEqual(names(), ['c goes']);
    assert.ok(going[0]?.what.signal.aborted);
  });

  it('say how long it takes as it has gone since the last break', () => {
    const { queue, going, time } = aQueue();
    queue.add(session, [aFile('a', 1000)]);
    const tell = (sent: number, how: 'goes' | 'held' = 'goes') => going[0]?.what.onProgress(sent, how);
    const left = () => queue.files.value[0]?.secondsLeft;
    tell(0);
    time.ms = 2000;
    tell(200);
    assert.equal(left(), 8);
    tell(200, 'held');
    assert.equal(left(), null);
    assert.equal(queue.files.value[0]?.state, 'held');
    time.ms = 60_000;
    tell(200);
    time.ms = 61_000;
    tell(600);
    assert.equal(left(), 1);
  });
});
