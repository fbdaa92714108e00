import assert from 'node:assert/strict';
import * as v from 'valibot';
import { applyToBoard, emptyBoard, firstTab, whyRefused } from '../../../../shared/contract/apply-to-board.ts';
import { SessionId } from '../../../../shared/contract/identifiers.ts';
import { BoardItem, BoardItemId, BoardTabId, boardLimits } from '../../../../shared/contract/whiteboard.ts';
import type { Board, BoardOperation } from '../../../../shared/contract/whiteboard.ts';

const session = v.parse(SessionId, 'sessionsessionsession1');
const tab = firstTab(session);
const idOf = (number: number) => v.parse(BoardItemId, String(number).padStart(22, '0'));
const aStroke = (number: number, length = 7): BoardItem => ({
  kind: 'stroke',
  id: idOf(number),
  x: 0,
  y: 0,
  ink: 'blue',
  pen: 3,
  points: '0,0 1,1'.padEnd(length, '1').slice(0, length),
});
const add = (board: Board, item: BoardItem, on = tab) =>
  applyToBoard(board, { by: 'rep', operation: { op: 'add', tab: on, item } });

describe('a whiteboard’s operations', () => {
  it('change nothing when they come a second time', () => {
    const once = add(emptyBoard(session), aStroke(1));
    assert.deepEqual(add(once, aStroke(1)), once);
  });

  it('are refused where the tab or the thing is not there', () => {
    const board = emptyBoard(session);
    const elsewhere = v.parse(BoardTabId, 'x'.repeat(22));
    assert.equal(whyRefused(board, { op: 'add', tab: elsewhere, item: aStroke(1) }), 'gone');
    assert.equal(whyRefused(board, { op: 'show', tab, items: [idOf(1)], shown: false }), 'gone');
    assert.equal(whyRefused(board, { op: 'place', tab, item: idOf(1), at: { x: 0, y: 0 }, size: null }), 'gone');
  });

  it('are refused when a tab or the board is full, and erasing makes room', () => {
    let board = emptyBoard(session);
    for (let number = 0; number < boardLimits.itemsPerTab; number += 1) board = add(board, aStroke(number));
    const more: BoardOperation = { op: 'add', tab, item: aStroke(9999) };
    assert.equal(whyRefused(board, more), 'full');
    assert.equal(applyToBoard(board, { by: 'rep', operation: more }), board);
    board = applyToBoard(board, { by: 'rep', operation: { op: 'show', tab, items: [idOf(1)], shown: false } });
    assert.equal(whyRefused(board, more), undefined);
    board = add(board, aStroke(9999));
    assert.equal(whyRefused(board, { op: 'show', tab, items: [idOf(1)], shown: true }), 'full');
  });

  it('weigh what is written, not only how many there are', () => {
    let board = emptyBoard(session);
    let number = 0;
    const next = () => aStroke((number += 1), boardLimits.strokeCharacters);
    while (whyRefused(board, { op: 'add', tab, item: next() }) === undefined) board = add(board, next());
    assert.ok(number * boardLimits.strokeCharacters < boardLimits.characters * 2.2);
    assert.ok(number > 150);
  });

  it('keep a bounded number of erased things, so that drawing and erasing for ever costs nothing', () => {
    let board = emptyBoard(session);
    for (let number = 0; number < 1000; number += 1) {
      board = add(board, aStroke(number));
      board = applyToBoard(board, { by: 'rep', operation: { op: 'show', tab, items: [idOf(number)], shown: false } });
    }
    assert.equal(board.tabs[0]?.items.length, 300);
  });

  it('add at most so many tabs', () => {
    let board = emptyBoard(session);
    for (let number = 0; number < 20; number += 1) {
      const operation = { op: 'addTab', tab: v.parse(BoardTabId, idOf(number)), name: `Board ${number}` } as const;
      board = applyToBoard(board, { by: 'customer', operation });
    }
    assert.equal(board.tabs.length, boardLimits.tabs);
  });

  it('take no points that are none, no place beyond the world, no pen of another kind', () => {
    const good = aStroke(1);
    assert.ok(v.is(BoardItem, good));
    for (const change of [
      { points: '0,0 <script>' },
      { points: '' },
      { points: '1,1 '.repeat(4000).trim() },
      { x: 1e9 },
      { x: 0.5 },
      { pen: 400 },
      { ink: 'plum' },
      { onload: 'x' },
    ])
      assert.ok(!v.is(BoardItem, { ...good, ...change }), JSON.stringify(change).slice(0, 60));
  });
});
