import assert from 'node:assert/strict';
import type { BoardItem } from '../../../../../shared/contract/whiteboard.ts';
import { boxOf, pointsText, strokePoints, touches, touchesWay } from '../../../../../shared/ui/whiteboard/geometry.ts';
import { shapeOf } from '../../../../../shared/ui/whiteboard/shape-of.ts';
import { anItem, anItemId } from './a-board.ts';

const look = { ink: 'black', pen: 6 } as const;
const id = anItemId();

describe('where things lie on the whiteboard', () => {
  it('is a box around every kind of thing', () => {
    const stroke: BoardItem = { kind: 'stroke', id, x: 10, y: 20, points: '0,0 30,-5 -4,8', ...look };
    const line: BoardItem = { kind: 'line', id, x: 100, y: 100, width: -50, height: 20, ...look };
    assert.deepEqual(boxOf(stroke), { x: 6, y: 15, width: 34, height: 13 });
    assert.deepEqual(boxOf(line), { x: 50, y: 100, width: 50, height: 20 });
    assert.deepEqual(boxOf(anItem()), { x: 100, y: 100, width: 200, height: 100 });
    const text = boxOf({ kind: 'text', id, x: 0, y: 0, text: 'one\nlonger', ...look });
    assert.deepEqual([text.width, text.height], [132, 100]);
  });

  it('is touched at its line, and a text or a picture anywhere', () => {
    const rectangle = anItem();
    assert.ok(touches(rectangle, { x: 100, y: 150 }, 4));
    assert.ok(!touches(rectangle, { x: 200, y: 150 }, 4), 'inside is no line');
    const circle: BoardItem = { ...rectangle, kind: 'circle' } as BoardItem;
    assert.ok(touches(circle, { x: 300, y: 150 }, 4));
    assert.ok(!touches(circle, { x: 102, y: 102 }, 4), 'its box’s corner is no circle');
    const line: BoardItem = { kind: 'line', id, x: 0, y: 0, width: 100, height: 100, ...look };
    assert.ok(touches(line, { x: 52, y: 48 }, 4));
    assert.ok(!touches(line, { x: 80, y: 20 }, 4));
    const dot: BoardItem = { kind: 'stroke', id, x: 50, y: 50, points: '0,0', ...look };
    assert.ok(touches(dot, { x: 52, y: 52 }, 4));
    const text: BoardItem = { kind: 'text', id, x: 0, y: 0, text: 'words', ...look };
    assert.ok(touches(text, { x: 50, y: 20 }, 0));
  });

  it('is touched by a quick hand that passed over it between two points', () => {
    const dot: BoardItem = { kind: 'stroke', id, x: 500, y: 500, points: '0,0', ...look };
    assert.ok(touchesWay(dot, { x: 0, y: 500 }, { x: 1500, y: 500 }, 8));
    assert.ok(!touchesWay(dot, { x: 0, y: 600 }, { x: 1500, y: 600 }, 8));
  });

  it('survives being written as points and read again', () => {
    const points = [
      { x: 10, y: 10 },
      { x: 13.4, y: 7.6 },
    ];
    assert.deepEqual(strokePoints(pointsText(points, { x: 10, y: 10 })), [
      { x: 0, y: 0 },
      { x: 3, y: -2 },
    ]);
  });
});

describe('the shape of a drag', () => {
  it('is the same in whatever direction it was dragged', () => {
    const shape = shapeOf('rectangle', id, { x: 300, y: 200 }, { x: 100, y: 150 }, look);
    assert.deepEqual(shape, { kind: 'rectangle', id, x: 100, y: 150, width: 200, height: 50, ...look });
  });

  it('is even while Shift is held', () => {
    const circle = shapeOf('circle', id, { x: 100, y: 100 }, { x: 40, y: 220 }, look, true);
    assert.deepEqual(circle, { kind: 'circle', id, x: -20, y: 100, width: 120, height: 120, ...look });
    const line = shapeOf('line', id, { x: 0, y: 0 }, { x: 90, y: 12 }, look, true);
    assert.ok(line?.kind === 'line');
    assert.equal(line.height, 0);
  });

  it('is nothing where the button was only pressed', () => {
    assert.equal(shapeOf('circle', id, { x: 5, y: 5 }, { x: 7, y: 6 }, look), undefined);
  });
});
