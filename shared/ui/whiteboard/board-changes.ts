/** What is done to things that lie on the board already: moved, made larger, erased; each so that it can be taken back. */
import { batch } from '@preact/signals';
import { placedAt } from '../../contract/apply-to-board.ts';
import type { BoardItem, BoardItemId, BoardOperation } from '../../contract/whiteboard.ts';
import type { BoardModel } from './board-model.ts';
import { boxOf } from './geometry.ts';

/** The thing so much further. */
export function movedBy(item: BoardItem, dx: number, dy: number): BoardItem {
  return placedAt(item, { x: within(item.x + dx, 1), y: within(item.y + dy, 1) }, null);
}

/** The thing so much larger, where it has a size; a picture keeps its shape. */
export function grownBy(item: BoardItem, dx: number, dy: number): BoardItem {
  const size = sizeOf(item);
  if (size === null) return item;
  const at = { x: item.x, y: item.y };
  if (item.kind === 'line')
    return placedAt(item, at, { width: within(size.width + dx, 2), height: within(size.height + dy, 2) });
  if (item.kind === 'picture') {
    const part = Math.max(0.05, 1 + Math.max(dx / size.width, dy / size.height));
    return placedAt(item, at, { width: larger(size.width * part), height: larger(size.height * part) });
  }
  return placedAt(item, at, { width: larger(size.width + dx), height: larger(size.height + dy) });
}

function larger(length: number): number {
  return Math.min(4000, Math.max(8, Math.round(length)));
}

/** What has a size of its own, and which. */
export function sizeOf(item: BoardItem): { width: number; height: number } | null {
  return item.kind === 'stroke' || item.kind === 'text' ? null : { width: item.width, height: item.height };
}

/* Nothing can be put so far away that it never comes back. */
function within(place: number, times: number): number {
  return Math.min(1590 * times, Math.max(-1590 * times, Math.round(place)));
}

/** Stores where things lie now; nothing when they lie where they were. */
export function placeItems(
  model: BoardModel,
  before: readonly BoardItem[],
  after: readonly BoardItem[],
  tab = model.current.value?.id,
): void {
  if (tab === undefined) return;
  const pairs = before.flatMap((from) => {
    const to = after.find(({ id }) => id === from.id);
    return to === undefined || isSamePlace(from, to) ? [] : [{ from, to }];
  });
  if (pairs.length === 0) return;
  const place = (item: BoardItem): BoardOperation => ({
    op: 'place',
    tab,
    item: item.id,
    at: { x: item.x, y: item.y },
    size: sizeOf(item),
  });
  model.act({ done: pairs.map(({ to }) => place(to)), undone: pairs.map(({ from }) => place(from)) });
}

function isSamePlace(one: BoardItem, other: BoardItem): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** Erases, so that it can be taken back. */
export function hideItems(model: BoardModel, items: readonly BoardItemId[], tab = model.current.value?.id): void {
  if (tab === undefined || items.length === 0) return;
  const show = (shown: boolean): BoardOperation => ({ op: 'show', tab, items: [...items], shown });
  batch(() => {
    model.selected.value = new Set([...model.selected.value].filter((id) => !items.includes(id)));
    model.act({ done: [show(false)], undone: [show(true)] });
  });
}
