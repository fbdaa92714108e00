/**
 * What an operation makes of a board, and which ones change nothing. Pure and the same everywhere: whoever applies the
 * server's order to the same beginning has the same board.
 */
import * as v from 'valibot';
import type { SessionId } from './identifiers.ts';
import { BoardTabId, boardLimits } from './whiteboard.ts';
import type {
  Board,
  BoardEntry,
  BoardItem,
  BoardOperation,
  BoardRefusal,
  BoardTab,
  BoardTabId as TabId,
  PlacedItem,
} from './whiteboard.ts';

/** What is hidden is kept so that it can be taken back; of more than this on a tab the oldest go for good. */
const hiddenKept = 300;

/** A board on which nothing has been drawn: one tab, which everybody knows by the session's id. */
export function emptyBoard(session: SessionId): Board {
  return { tabs: [{ id: firstTab(session), name: 'Board 1', items: [] }] };
}

/** The tab that every board begins with. */
export function firstTab(session: SessionId): TabId {
  return v.parse(BoardTabId, session);
}

/** Why an operation would change nothing; `undefined` when it may be done. What is so already is no refusal. */
export function whyRefused(board: Board, operation: BoardOperation): BoardRefusal | undefined {
  const tab = board.tabs.find(({ id }) => id === operation.tab);
  if (operation.op === 'addTab')
    return tab === undefined && board.tabs.length >= boardLimits.tabs ? 'too-many-tabs' : undefined;
  if (tab === undefined) return 'gone';
  switch (operation.op) {
    case 'add':
      return hasRoomFor(board, tab, [operation.item]) ? undefined : 'full';
    case 'show': {
      const meant = new Set(operation.items);
      const found = tab.items.filter(({ item }) => meant.has(item.id));
      if (found.length === 0) return 'gone';
      const back = operation.shown ? found.filter(({ shown }) => !shown).map(({ item }) => item) : [];
      return hasRoomFor(board, tab, back) ? undefined : 'full';
    }
    case 'place':
      return tab.items.some(({ item }) => item.id === operation.item) ? undefined : 'gone';
    case 'renameTab':
      return undefined;
    default:
      return operation satisfies never;
  }
}

/** The board after one more operation. The same board where it changes nothing. */
export function applyToBoard(board: Board, { operation, by }: Pick<BoardEntry, 'operation' | 'by'>): Board {
  if (whyRefused(board, operation) !== undefined) return board;
  if (operation.op === 'addTab') {
    if (board.tabs.some(({ id }) => id === operation.tab)) return board;
    return { tabs: [...board.tabs, { id: operation.tab, name: operation.name, items: [] }] };
  }
  return { tabs: board.tabs.map((tab) => (tab.id === operation.tab ? changed(tab, operation, by) : tab)) };
}

function changed(tab: BoardTab, operation: Exclude<BoardOperation, { op: 'addTab' }>, by: PlacedItem['by']): BoardTab {
  switch (operation.op) {
    case 'add': {
      const { item } = operation;
      if (tab.items.some((placed) => placed.item.id === item.id)) return tab;
      return { ...tab, items: [...tab.items, { item, by, shown: true }] };
    }
    case 'place':
      return {
        ...tab,
        items: tab.items.map((placed) => (placed.item.id === operation.item ? moved(placed, operation) : placed)),
      };
    case 'show': {
      const meant = new Set(operation.items);
      const { shown } = operation;
      return withoutOldHidden({
        ...tab,
        items: tab.items.map((placed) => (meant.has(placed.item.id) ? { ...placed, shown } : placed)),
      });
    }
    case 'renameTab':
      return { ...tab, name: operation.name };
    default:
      return operation satisfies never;
  }
}

function moved(placed: PlacedItem, { at, size }: Extract<BoardOperation, { op: 'place' }>): PlacedItem {
  return { ...placed, item: placedAt(placed.item, at, size) };
}

/** The thing at another place, and in another size where it has one. */
export function placedAt(
  item: BoardItem,
  at: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number } | null,
): BoardItem {
  const there = { x: at.x, y: at.y };
  if (size === null || item.kind === 'stroke' || item.kind === 'text') return { ...item, ...there };
  const { width, height } = size;
  if (item.kind === 'line') return { ...item, ...there, width, height };
  return { ...item, ...there, width: Math.max(1, width), height: Math.max(1, height) };
}

function withoutOldHidden(tab: BoardTab): BoardTab {
  let spare = tab.items.filter(({ shown }) => !shown).length - hiddenKept;
  if (spare <= 0) return tab;
  return { ...tab, items: tab.items.filter(({ shown }) => shown || (spare -= 1) < 0) };
}

function hasRoomFor(board: Board, tab: BoardTab, items: readonly BoardItem[]): boolean {
  if (items.length === 0) return true;
  if (burden(tab).shown + items.length > boardLimits.itemsPerTab) return false;
  const there = board.tabs.reduce((sum, one) => sum + burden(one).characters, 0);
  return there + items.reduce((sum, item) => sum + charactersOf(item), 0) <= boardLimits.characters;
}

/* A tab never changes, a changed one is another: so what it holds is counted once. */
const counted = new WeakMap<BoardTab, { readonly shown: number; readonly characters: number }>();

function burden(tab: BoardTab): { readonly shown: number; readonly characters: number } {
  const known = counted.get(tab);
  if (known !== undefined) return known;
  const fresh = {
    shown: tab.items.filter(({ shown }) => shown).length,
    characters: tab.items.reduce((sum, { item }) => sum + charactersOf(item), 0),
  };
  counted.set(tab, fresh);
  return fresh;
}

/** What a thing weighs: its points or words, and a little for being there. */
function charactersOf(item: BoardItem): number {
  const own = item.kind === 'stroke' ? item.points.length : item.kind === 'text' ? item.text.length : 0;
  return own + 40;
}
