/** What each key does on the board: every tool has one, and whatever a pointer makes of shapes can be made by keys. */
import type { BoardInk, BoardPen } from '../../contract/whiteboard.ts';
import { BoardInk as Inks, BoardPen as Pens } from '../../contract/whiteboard.ts';
import { grownBy, hideItems, movedBy, placeItems } from './board-changes.ts';
import type { BoardModel } from './board-model.ts';
import { putShape, selectAll } from './board-orders.ts';
import type { BoardTool } from './shape-of.ts';

/** By the physical key, so that layouts do not matter; `I` opens a picture and is the toolbar's. */
export const toolKeys: Record<BoardTool, string> = {
  select: 'V',
  pencil: 'P',
  eraser: 'E',
  text: 'T',
  circle: 'C',
  rectangle: 'R',
  line: 'L',
};
export const pictureKey = 'I';

const toolOfCode = new Map(Object.entries(toolKeys).map(([tool, key]) => [`Key${key}`, tool]));
const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** An arrow moves so far, with Ctrl one unit. */
const stride = 10;

/** What the keys need beside the board. */
export interface KeyPlace {
  /** The focus is on the paper: arrows, Enter and Esc are the board's. */
  readonly onPaper: boolean;
  /** Keys of one letter may be switched off. */
  readonly singleKeys: boolean;
  readonly openPicture: () => void;
  /** Words are to be written in the middle. */
  readonly write: () => void;
}

/** Whether the key was the board's, and is done. */
export function pressBoardKey(model: BoardModel, event: KeyboardEvent, place: KeyPlace): boolean {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return pressWithControl(model, event, place);
  if (event.key === 'Delete' || event.key === 'Backspace') return erase(model);
  if (place.onPaper && arrows[event.key] !== undefined) return nudge(model, event);
  if (place.onPaper && event.key === 'Enter') return putDown(model, place);
  if (place.onPaper && event.key === 'Escape') return letGo(model);
  return place.singleKeys && !event.shiftKey && pressLetter(model, event, place);
}

function pressWithControl(model: BoardModel, event: KeyboardEvent, place: KeyPlace): boolean {
  if (place.onPaper && arrows[event.key] !== undefined) return nudge(model, event);
  switch (event.code) {
    case 'KeyZ':
      if (event.shiftKey) model.redo();
      else model.undo();
      return true;
    case 'KeyY':
      model.redo();
      return true;
    case 'KeyA':
      if (!place.onPaper) return false;
      selectAll(model);
      return true;
    default:
      return false;
  }
}

function pressLetter(model: BoardModel, event: KeyboardEvent, place: KeyPlace): boolean {
  const tool = toolOfCode.get(event.code);
  if (isTool(tool)) {
    model.tool.value = tool;
    return true;
  }
  if (event.code === `Key${pictureKey}`) {
    place.openPicture();
    return true;
  }
  const digit = /^Digit([1-6])$/.exec(event.code)?.[1];
  const ink: BoardInk | undefined = digit === undefined ? undefined : Inks.options[Number(digit) - 1];
  if (ink !== undefined) {
    model.ink.value = ink;
    return true;
  }
  if (event.code !== 'BracketLeft' && event.code !== 'BracketRight') return false;
  const next: BoardPen | undefined =
    Pens.options[Pens.options.indexOf(model.pen.value) + (event.code === 'BracketRight' ? 1 : -1)];
  if (next !== undefined) model.pen.value = next;
  return true;
}

function isTool(word: string | undefined): word is BoardTool {
  return word !== undefined && Object.hasOwn(toolKeys, word);
}

function erase(model: BoardModel): boolean {
  if (model.selected.value.size === 0) return false;
  hideItems(model, [...model.selected.value]);
  return true;
}

function nudge(model: BoardModel, event: KeyboardEvent): boolean {
  const [x = 0, y = 0] = arrows[event.key] ?? [];
  const far = event.ctrlKey ? 1 : stride;
  const items = model.shown.value.map(({ item }) => item).filter(({ id }) => model.selected.value.has(id));
  const by = event.shiftKey ? grownBy : movedBy;
  placeItems(
    model,
    items,
    items.map((item) => by(item, x * far, y * far)),
  );
  // With nothing selected the arrows scroll, as everywhere.
  return items.length > 0;
}

function putDown(model: BoardModel, place: KeyPlace): boolean {
  if (model.tool.value === 'text') place.write();
  else putShape(model);
  return true;
}

function letGo(model: BoardModel): boolean {
  if (model.selected.value.size === 0) return false;
  model.selected.value = new Set();
  return true;
}
