import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ChannelId, RequestId } from '../../../../shared/contract/identifiers.ts';
import { inOrder, linesByChannel, placeIn } from '../../../../server/queue/queue-order.ts';

const id = (letter: string) => v.parse(RequestId, letter.repeat(22));
const channel = (letter: string) => v.parse(ChannelId, letter.repeat(22));
const aRequest = (letter: string, createdAt: number, of = 'x') => ({
  _id: id(letter),
  channel: channel(of),
  createdAt,
});

describe('The order of the line', () => {
  it('puts first who has waited longest', () => {
    const order = inOrder([aRequest('a', 30), aRequest('b', 10), aRequest('c', 20)]);
    assert.deepEqual(
      order.map(({ _id }) => _id[0]),
      ['b', 'c', 'a'],
    );
  });

  it('is the same everywhere for two who came in the same millisecond', () => {
    const two = [aRequest('b', 10), aRequest('a', 10)];
    assert.deepEqual(inOrder(two), inOrder(two.toReversed()));
  });

  it('counts places and who stands behind in each channel by itself', () => {
    const lines = linesByChannel([aRequest('a', 1), aRequest('b', 2, 'y'), aRequest('c', 3), aRequest('d', 4)]);
    const line = lines.get(channel('x')) ?? [];
    assert.deepEqual(placeIn(line, id('c')), { position: 2, behind: 1 });
    assert.deepEqual(placeIn(lines.get(channel('y')) ?? [], id('b')), { position: 1, behind: 0 });
  });

  it('has no place for somebody who does not wait', () => {
    assert.equal(placeIn([aRequest('a', 1)], id('b')), undefined);
  });
});
