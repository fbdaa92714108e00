import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ChannelId, RequestId } from '../../../../shared/contract/identifiers.ts';
import { createRepLines } from '../../../../server/queue/rep-lines.ts';
import { aLine, aView, aWaiting } from './view-for-tests.ts';

const general = v.parse(ChannelId, 'g'.repeat(22));
const printers = v.parse(ChannelId, 'p'.repeat(22));
const requestId = (letter: string) => v.parse(RequestId, letter.repeat(22));
const marta = aWaiting({ _id: requestId('m'), channel: general, name: 'Marta', createdAt: 1000 });
const ruben = aWaiting({ _id: requestId('r'), channel: general, name: 'Ruben', createdAt: 2000 });
const olga = aWaiting({ _id: requestId('o'), channel: printers, name: 'Olga', createdAt: 1500 });

describe('What a rep is told of lines that move', () => {
  it('is everybody at first, in one order over the channels', () => {
    const lines = createRepLines()(aView([aLine(general, [marta, ruben]), aLine(printers, [olga])]));
    const move = lines.move(undefined, lines.of([general, printers]));
    assert.deepEqual(move?.order, [marta._id, olga._id, ruben._id]);
    assert.deepEqual(
      move.changed.map(({ name }) => name),
      ['Marta', 'Olga', 'Ruben'],
    );
  });

  it('is the new order alone when somebody leaves, though everybody behind has another place', () => {
    const linesOf = createRepLines();
    const before = linesOf(aView([aLine(general, [marta, ruben])])).of([general]);
    const lines = linesOf(aView([aLine(general, [ruben])]));
    assert.deepEqual(lines.move(before, lines.of([general])), { order: [ruben._id], changed: [] });
  });

  it('is nothing when nothing moved, also after looks at other channels', () => {
    const linesOf = createRepLines();
    const view = aView([aLine(general, [marta]), aLine(printers, [olga])]);
    const before = linesOf(view).of([general]);
    const lines = linesOf(aView([aLine(general, [marta]), aLine(printers, [])]));
    assert.equal(lines.move(before, lines.of([general])), undefined);
  });

  it('has whole whoever asks something else now', () => {
    const linesOf = createRepLines();
    const before = linesOf(aView([aLine(general, [marta, ruben])])).of([general]);
    const lines = linesOf(aView([aLine(general, [marta, { ...ruben, reason: 'Scanner' }])]));
    const move = lines.move(before, lines.of([general]));
    assert.deepEqual(
      move?.changed.map(({ name, reason }) => [name, reason]),
      [['Ruben', 'Scanner']],
    );
  });

  it('is worked out once for all who are in the same channels', () => {
    const lines = createRepLines()(aView([aLine(general, [marta])]));
    assert.equal(lines.of([general]), lines.of([general]));
    assert.equal(lines.move(undefined, lines.of([general])), lines.move(undefined, lines.of([general])));
  });
});
