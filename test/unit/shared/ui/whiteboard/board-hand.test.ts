import assert from 'node:assert/strict';
import type { BoardTool } from '../../../../../shared/ui/whiteboard/shape-of.ts';
import { anItem, twoAtATable } from './a-board.ts';

const { createBoardHand } = await import('../../../../../shared/ui/whiteboard/board-hand.ts');
const { addTab } = await import('../../../../../shared/ui/whiteboard/board-orders.ts');
const { pressBoardKey } = await import('../../../../../shared/ui/whiteboard/board-keys.ts');

const mouse = { by: 'mouse', shift: false } as const;

/** A rep with a hand, and a customer who looks. */
async function aHand() {
  const { table, rep, customer } = await twoAtATable();
  const written: { x: number; y: number }[] = [];
  const hand = createBoardHand(rep.model, (at) => written.push(at));
  const drag = (tool: BoardTool, from: [number, number], ...to: [number, number][]) => {
    rep.model.tool.value = tool;
    hand.down({ x: from[0], y: from[1] }, mouse);
    for (const [x, y] of to) hand.move([{ x, y }], mouse);
  };
  const kinds = () => customer.model.shown.value.map(({ item }) => item.kind);
  return { table, rep, customer, hand, drag, kinds, written };
}

describe('The hand on the whiteboard', () => {
  for (const [tool, kind] of [
    ['pencil', 'stroke'],
    ['circle', 'circle'],
    ['rectangle', 'rectangle'],
    ['line', 'line'],
  ] as const)
    it(`makes a ${kind} of a drag, in the chosen color and width`, async () => {
      const { table, rep, customer, hand, drag } = await aHand();
      rep.model.ink.value = 'red';
      rep.model.pen.value = 14;
      drag(tool, [300, 200], [200, 120], [100, 60]);
      hand.up();
      await table.settle();
      const item = customer.model.shown.value[0]?.item;
      assert.equal(item?.kind, kind);
      assert.ok(item !== undefined && 'ink' in item);
      assert.deepEqual([item.ink, item.pen], ['red', 14]);
    });

  it('shows the other side a stroke while it is drawn, in pieces, and the whole once when it is done', async () => {
    const { table, customer, hand, drag } = await aHand();
    drag('pencil', [100, 100], [120, 100]);
    for (let x = 130; x < 400; x += 10) {
      hand.move([{ x, y: 100 + (x % 3) }], mouse);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      table.clock.advance(10);
    }
    const half = [...customer.model.live.things.value.values()][0];
    assert.ok(half?.is === 'drawn' && half.item.kind === 'stroke');
    assert.ok(half.item.points.split(' ').length > 15, half.item.points);
    assert.ok(customer.seen.length < 15, 'one message each 30 ms');
    assert.deepEqual(customer.model.shown.value, []);
    hand.up();
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
    assert.equal(customer.model.live.things.value.size, 0);
    assert.equal(customer.model.shown.value.length, 1);
  });

  it('leaves nothing of a stroke that was broken off, and of one whose hand vanished', async () => {
    const { table, customer, hand, drag, kinds } = await aHand();
    drag('pencil', [100, 100], [150, 120]);
    await Promise.resolve();
    hand.cancel();
    await table.settle();
    drag('pencil', [100, 100], [150, 120]);
    await Promise.resolve();
    assert.equal(customer.model.live.things.value.size, 1);
    table.clock.advance(6000);
    assert.equal(customer.model.live.things.value.size, 0);
    assert.deepEqual(kinds(), []);
  });

  it('goes on with another stroke where one becomes too long', async () => {
    const { table, hand, drag, kinds } = await aHand();
    drag('pencil', [100, 100]);
    for (let step = 0; step < 4000; step += 1) hand.move([{ x: 100 + (step % 2) * 1000, y: 100 + step / 10 }], mouse);
    hand.up();
    await table.settle();
    assert.ok(kinds().length > 1, `${kinds().length} strokes`);
  });

  it('puts a stroke down where it was begun, though the other side has led to another tab meanwhile', async () => {
    const { table, rep, customer, hand, drag } = await aHand();
    drag('pencil', [100, 100], [150, 120]);
    addTab(customer.model);
    await table.settle();
    assert.equal(rep.model.current.value?.name, 'Board 2');
    hand.up();
    await table.settle();
    assert.deepEqual(
      table.board().tabs.map(({ items }) => items.length),
      [1, 0],
    );
  });

  it('erases what it touches and leaves the rest, all at once to be taken back', async () => {
    const { table, rep, customer, hand, drag } = await aHand();
    for (const x of [100, 500, 1000]) rep.model.add(anItem({ x }));
    drag('eraser', [50, 150], [400, 150], [600, 150]);
    assert.equal(rep.model.shown.value.length, 1);
    hand.up();
    await table.settle();
    assert.deepEqual(
      customer.model.shown.value.map(({ item }) => item.x),
      [1000],
    );
    rep.model.undo();
    await table.settle();
    assert.equal(customer.model.shown.value.length, 3);
  });

  it('selects what it presses, moves it, and shows the way to the other side', async () => {
    const { table, rep, customer, hand, drag } = await aHand();
    const item = anItem();
    rep.model.add(item);
    await table.settle();
    drag('select', [100, 150], [160, 190]);
    await Promise.resolve();
    const live = customer.model.live.things.value.get(item.id);
    assert.ok(live?.is === 'moved');
    assert.deepEqual(live.to.at, { x: 160, y: 140 });
    hand.up();
    await table.settle();
    assert.equal(customer.model.shown.value[0]?.item.x, 160);
    rep.model.undo();
    await table.settle();
    assert.equal(customer.model.shown.value[0]?.item.x, 100);
  });

  it('changes the size by the handle', async () => {
    const { table, rep, customer, hand } = await aHand();
    const item = anItem();
    rep.model.add(item);
    rep.model.tool.value = 'select';
    rep.model.selected.value = new Set([item.id]);
    hand.down({ x: 300, y: 200 }, { ...mouse, handle: true });
    hand.move([{ x: 350, y: 260 }], mouse);
    hand.up();
    await table.settle();
    const now = customer.model.shown.value[0]?.item;
    assert.ok(now?.kind === 'rectangle');
    assert.deepEqual([now.width, now.height], [250, 160]);
  });

  it('asks for words where the text tool was pressed', async () => {
    const { drag, written } = await aHand();
    drag('text', [640, 480]);
    assert.deepEqual(written, [{ x: 640, y: 480 }]);
  });
});

describe('The keys of the whiteboard', () => {
  const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}) =>
    ({ key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more }) as KeyboardEvent;
  const place = { onPaper: true, singleKeys: true, openPicture: () => {}, write: () => {} };

  it('make, move, size, erase and bring back a shape without any pointer', async () => {
    const { table, rep, customer } = await aHand();
    const key = (...of: Parameters<typeof press>) => pressBoardKey(rep.model, press(...of), place);
    assert.ok(key('r', 'KeyR'));
    assert.ok(key('Enter', 'Enter'));
    await table.settle();
    const first = customer.model.shown.value[0]?.item;
    assert.ok(first?.kind === 'rectangle');
    key('ArrowRight', 'ArrowRight');
    key('ArrowDown', 'ArrowDown', { ctrlKey: true });
    key('ArrowRight', 'ArrowRight', { shiftKey: true });
    await table.settle();
    const moved = customer.model.shown.value[0]?.item;
    assert.ok(moved?.kind === 'rectangle');
    assert.deepEqual([moved.x - first.x, moved.y - first.y, moved.width - first.width], [10, 1, 10]);
    key('Delete', 'Delete');
    await table.settle();
    assert.deepEqual(customer.model.shown.value, []);
    key('z', 'KeyZ', { ctrlKey: true });
    await table.settle();
    assert.equal(customer.model.shown.value.length, 1);
  });

  it('choose every tool, color and width, and can be switched off', async () => {
    const { rep } = await aHand();
    const { model } = rep;
    for (const [code, tool] of [
      ['KeyV', 'select'],
      ['KeyP', 'pencil'],
      ['KeyE', 'eraser'],
      ['KeyT', 'text'],
      ['KeyC', 'circle'],
      ['KeyL', 'line'],
    ] as const) {
      pressBoardKey(model, press('x', code), place);
      assert.equal(model.tool.value, tool);
    }
    pressBoardKey(model, press('4', 'Digit4'), place);
    pressBoardKey(model, press(']', 'BracketRight'), place);
    assert.deepEqual([model.ink.value, model.pen.value], ['green', 14]);
    assert.equal(pressBoardKey(model, press('v', 'KeyV'), { ...place, singleKeys: false }), false);
    assert.equal(model.tool.value, 'line');
  });
});
