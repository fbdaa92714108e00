import assert from 'node:assert/strict';
import { openPortLink } from '../../../../extension/port/port-carrier.ts';
import type { Port } from '../../../../extension/port/port-frames.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { manualClock } from '../../shared/ui/manual-clock.ts';
import { portPair } from './port-pair.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const call = { operation: 'link.retry', params: {} };

function aPortLink(onConnect: (owner: Port) => void = () => {}) {
  const clock = manualClock();
  const events: unknown[] = [];
  const owners: Port[] = [];
  const link = openPortLink({
    connect() {
      const [near, far] = portPair();
      owners.push(far);
      onConnect(far);
      return near;
    },
    wake: async () => {},
    onEvent: (event) => events.push(event),
    after: clock.after,
  });
  return { clock, events, owners, link };
}

/** An owner that answers every call with its number. */
function answering(port: Port): void {
  port.onMessage((message) => {
    const { id } = message as { id: number };
    port.post({ kind: 'reply', id, reply: `answer ${id}` });
  });
}

describe('a view’s port', () => {
  it('brings each answer to its own call', async () => {
    const { link } = aPortLink(answering);
    await settled();
    assert.deepEqual(await Promise.all([link.call(call), link.call(call)]), ['answer 1', 'answer 2']);
  });

  it('comes back by itself when the link owner died, and sends what was asked in between', async () => {
    const { clock, link, owners } = aPortLink(answering);
    await settled();
    owners[0]?.close();
    const answer = link.call(call);
    clock.advance(200);
    assert.equal(await answer, 'answer 1');
  });

  it('does not send twice what may have been done already', async () => {
    const { link, owners } = aPortLink();
    await settled();
    const answer = link.call(call);
    owners[0]?.close();
    await assert.rejects(answer, (error) => error instanceof AppError && error.code === 'no-answer');
  });

  it('gives up after 5 seconds without a link owner', async () => {
    const clock = manualClock();
    const link = openPortLink({
      connect: () => assert.fail('nobody is there'),
      wake: () => new Promise(() => {}),
      onEvent: () => {},
      after: clock.after,
    });
    const answer = link.call(call);
    clock.advance(5000);
    await assert.rejects(answer, (error) => error instanceof AppError && error.code === 'no-answer');
  });

  it('drops what is no frame', async () => {
    const { events, owners } = aPortLink();
    await settled();
    owners[0]?.post('token');
    owners[0]?.post({ kind: 'event', event: 'a real one' });
    await settled();
    assert.deepEqual(events, ['a real one']);
  });
});
