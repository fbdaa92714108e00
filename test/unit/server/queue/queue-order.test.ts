import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ChannelId, RequestId } from '../../../../shared/contract/identifiers.ts';
import type { Priority } from '../../../../shared/contract/queue-settings.ts';
import { inOrder, linesByChannel, placeIn } from '../../../../server/queue/queue-order.ts';

const id = (letter: string) => v.parse(RequestId, letter.repeat(22));
const channel = (letter: string) => v.parse(ChannelId, letter.repeat(22));
const aRequest = (letter: string, createdAt: number, of = 'x', priority: Priority = 'normal') => ({
  _id: id(letter),
  channel: channel(of),
  createdAt,
  priority,
});
const minute = 60_000;
const letters = (order: readonly { _id: string }[]) => order.map(({ _id }) => _id[0]).join('');

describe('The order of the line', () => {
  it('puts first who has waited longest', () => {
    const order = inOrder([aRequest('a', 30), aRequest('b', 10), aRequest('c', 20)], 10);
    assert.deepEqual(
      order.map(({ _id }) => _id[0]),
      ['b', 'c', 'a'],
    );
  });

  it('is the same everywhere for two who came in the same millisecond', () => {
    const two = [aRequest('b', 10), aRequest('a', 10)];
    assert.deepEqual(inOrder(two, 10), inOrder(two.toReversed(), 10));
  });

  const table: readonly { when: string; of: Parameters<typeof inOrder>[0]; order: string }[] = [
    {
      when: 'who is more pressing comes first',
      of: [aRequest('a', 0), aRequest('b', minute, 'x', 'high'), aRequest('c', 2 * minute, 'x', 'urgent')],
      order: 'cba',
    },
    {
      when: 'what can wait comes last',
      of: [aRequest('a', 0, 'x', 'low'), aRequest('b', 9 * minute)],
      order: 'ba',
    },
    {
      when: 'whoever has waited ten minutes more is not overtaken by one who presses more',
      of: [aRequest('a', 0), aRequest('b', 10 * minute + 1, 'x', 'high')],
      order: 'ab',
    },
    {
      when: 'two levels are worth twenty minutes',
      of: [aRequest('a', 0), aRequest('b', 20 * minute - 1, 'x', 'urgent')],
      order: 'ba',
    },
    {
      when: 'a session whose rep was lost comes before everybody',
      of: [aRequest('a', 0, 'x', 'urgent'), { ...aRequest('b', 60 * minute), takeover: {} }],
      order: 'ba',
    },
  ];
  for (const { when, of, order } of table) {
    it(`is such that ${when}`, () => {
      assert.equal(letters(inOrder(of, 10)), order);
      assert.equal(letters(inOrder(of.toReversed(), 10)), order);
    });
  }

  it('puts the line of a pressing channel before that of an ordinary one, for reps of both', () => {
    const waiting = [aRequest('a', 0, 'x'), aRequest('b', minute, 'y')];
    const order = inOrder(waiting, 10, (of) => (of === channel('y') ? 'high' : 'normal'));
    assert.equal(letters(order), 'ba');
  });

  it('counts places and who stands behind in each channel by itself', () => {
    const lines = linesByChannel([aRequest('a', 1), aRequest('b', 2, 'y'), aRequest('c', 3), aRequest('d', 4)], 10);
    const line = lines.get(channel('x')) ?? [];
    assert.deepEqual(placeIn(line, id('c')), { position: 2, behind: 1 });
    assert.deepEqual(placeIn(lines.get(channel('y')) ?? [], id('b')), { position: 1, behind: 0 });
  });

  it('has no place for somebody who does not wait', () => {
    assert.equal(placeIn([aRequest('a', 1)], id('b')), undefined);
  });
});
