/** What is done on a board by a button, a key or a menu. */
import { boardIds } from '../../contract/whiteboard-ids.ts';
import { boardSize } from '../../contract/whiteboard.ts';
import type { BoardItem, BoardTabId } from '../../contract/whiteboard.ts';
import type { BoardModel } from './board-model.ts';
import { boardTexts as texts } from './board-texts.ts';
import type { Point } from './geometry.ts';
import { isShapeTool, shapeOf } from './shape-of.ts';
import type { OpenedPicture } from './open-picture.ts';

/** How large a shape is that is made without a drag, and how far each next one is put from the last. */
const first = { width: 320, height: 200 };
const apart = 24;

/** Puts a shape of the chosen tool into the middle, and selects it, so that it can be moved on. */
export function putShape(model: BoardModel): void {
  const tool = model.tool.value;
  if (!isShapeTool(tool)) return;
  const shift = (model.shown.value.length % 8) * apart;
  const from = {
    x: (boardSize.width - first.width) / 2 + shift,
    y: (boardSize.height - first.height) / 2 + shift,
  };
  const to = { x: from.x + first.width, y: from.y + (tool === 'line' ? 0 : first.height) };
  const item = shapeOf(tool, boardIds.item(model.newId()), from, to, { ink: model.ink.value, pen: model.pen.value });
  if (item !== undefined) putAndSelect(model, item);
}

/** Where words are being written: on which tab, too, because another one may lie on top by the time they are done. */
export interface WritingPlace extends Point {
  readonly tab: BoardTabId | undefined;
}

/** Puts words where they were written. */
export function putText(model: BoardModel, at: WritingPlace, words: string): void {
  const text = words.trim().slice(0, 500);
  if (text === '') return;
  const { ink, pen } = model;
  const place = { x: Math.round(at.x), y: Math.round(at.y) };
  model.add({ kind: 'text', id: boardIds.item(model.newId()), ...place, ink: ink.value, pen: pen.value, text }, at.tab);
}

/** Hands a picture to the server, then puts it onto the board: as large as it is, or as the paper allows. */
export async function putPicture(model: BoardModel, { type, data, width, height, name }: OpenedPicture): Promise<void> {
  const picture = boardIds.picture(model.newId());
  await model.pictures.keep(picture, type, data);
  const part = Math.min(1, (boardSize.width * 0.8) / width, (boardSize.height * 0.8) / height);
  const size = { width: Math.max(1, Math.round(width * part)), height: Math.max(1, Math.round(height * part)) };
  putAndSelect(model, {
    kind: 'picture',
    id: boardIds.item(model.newId()),
    x: Math.round((boardSize.width - size.width) / 2),
    y: Math.round((boardSize.height - size.height) / 2),
    ...size,
    picture,
    name,
  });
}

function putAndSelect(model: BoardModel, item: BoardItem): void {
  model.add(item);
  model.tool.value = 'select';
  model.selected.value = new Set([item.id]);
}

/** Adds a tab and goes there. */
export function addTab(model: BoardModel): void {
  const id = boardIds.tab(model.newId());
  model.carryOut([{ op: 'addTab', tab: id, name: texts.tabName(model.board.value.tabs.length + 1) }]);
  model.selected.value = new Set();
  // Refused when there are too many already.
  if (model.board.value.tabs.some((tab) => tab.id === id)) model.tab.value = id;
}

export function selectAll(model: BoardModel): void {
  model.tool.value = 'select';
  model.selected.value = new Set(model.shown.value.map(({ item }) => item.id));
}
