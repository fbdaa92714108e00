/** What a pointer does on the paper with each tool, from its pressing to its lifting. Knows points, and no browser. */
import { batch, signal } from '@preact/signals';
import { boardIds } from '../../contract/whiteboard-ids.ts';
import { boardLimits } from '../../contract/whiteboard.ts';
import type { BoardItem, BoardItemId, BoardTabId } from '../../contract/whiteboard.ts';
import type { BoardModel } from './board-model.ts';
import { grownBy, hideItems, movedBy, placeItems, sizeOf } from './board-changes.ts';
import { pointsText, touches, touchesWay } from './geometry.ts';
import type { Point } from './geometry.ts';
import { isShapeTool, shapeOf } from './shape-of.ts';

/** How far from a line still counts as touching it, by what points: a finger is no needle. */
const reaches = { mouse: 8, pen: 10, touch: 24 } as const;
export type PointerKind = keyof typeof reaches;
/** Closer points say nothing new. */
const closest = 2;

/** How the hand holds what it does. */
export interface Grip {
  readonly by: PointerKind;
  /** Shift: keeps shapes even, adds to what is selected. */
  readonly shift: boolean;
  /** The handle of the one selected thing was taken, which changes its size. */
  readonly handle?: boolean;
}

type Gesture =
  | { readonly is: 'stroke'; id: BoardItemId; points: Point[]; told: number }
  | { readonly is: 'shape'; readonly id: BoardItemId; readonly from: Point }
  | { readonly is: 'erase'; last: Point }
  | { readonly is: 'move' | 'resize'; readonly from: Point; readonly items: readonly BoardItem[] };

/** The hand, as {@link createBoardHand} makes it. */
export type BoardHand = ReturnType<typeof createBoardHand>;

/** Does nothing yet. `onText` is asked for words at a place. */
export function createBoardHand(model: BoardModel, onText: (at: Point) => void) {
  /** What is being drawn here. */
  const drawing = signal<BoardItem | undefined>(undefined);
  /** Things under this hand, as they would lie if it were lifted now. */
  const moving = signal<ReadonlyMap<BoardItemId, BoardItem>>(new Map());
  let gesture: Gesture | undefined;
  let lastPoint: Point = { x: 0, y: 0 };

  const look = () => ({ ink: model.ink.value, pen: model.pen.value });
  /** Where the gesture began: the other side may lead to another tab in the middle of it. */
  let began: BoardTabId | undefined;
  const tabId = () => began;

  function down(point: Point, grip: Grip): void {
    cancel();
    began = model.current.value?.id;
    lastPoint = point;
    const tool = model.tool.value;
    if (tool === 'text') return onText(point);
    if (isShapeTool(tool)) gesture = { is: 'shape', id: boardIds.item(model.newId()), from: point };
    else if (tool === 'pencil') {
      gesture = { is: 'stroke', id: boardIds.item(model.newId()), points: [point], told: 0 };
      showStroke(gesture);
    } else if (tool === 'eraser') {
      gesture = { is: 'erase', last: point };
      erase(point, point, grip);
    } else take(point, grip);
  }

  function move(points: readonly Point[], grip: Grip): void {
    const last = points.at(-1);
    if (gesture === undefined || last === undefined) return;
    lastPoint = last;
    switch (gesture.is) {
      case 'stroke':
        return lengthen(gesture, points);
      case 'shape':
        return showShape(gesture, last, grip);
      case 'erase': {
        let from = gesture.last;
        for (const point of points) {
          erase(from, point, grip);
          from = point;
        }
        gesture.last = from;
        return;
      }
      case 'move':
      case 'resize':
        return carry(gesture, last);
      default:
        gesture satisfies never;
    }
  }

  function up(): void {
    const done = gesture;
    gesture = undefined;
    if (done === undefined) return;
    batch(() => {
      if (done.is === 'stroke' || done.is === 'shape') putDown();
      else if (done.is === 'erase') eraseTouched();
      else setDown(done.items);
    });
  }

  /** Nothing comes of it: the pointer was taken away, or a second finger came. */
  function cancel(): void {
    const dropped = gesture;
    gesture = undefined;
    if (dropped === undefined) return;
    batch(() => {
      drawing.value = undefined;
      moving.value = new Map();
      model.erasing.value = new Set();
    });
    const over = dropped.is === 'stroke' || dropped.is === 'shape' ? [dropped.id] : idsOf(dropped);
    model.tell.over();
    for (const item of over) model.tell.over({ is: 'over', item });
  }

  function idsOf(dropped: Gesture): BoardItemId[] {
    return 'items' in dropped ? dropped.items.map(({ id }) => id) : [];
  }

  /* The pencil */

  function lengthen(stroke: Extract<Gesture, { is: 'stroke' }>, points: readonly Point[]): void {
    for (const point of points) {
      const before = stroke.points.at(-1) ?? point;
      if (Math.hypot(point.x - before.x, point.y - before.y) >= closest) stroke.points.push(point);
    }
    showStroke(stroke);
    const item = drawing.value;
    // A stroke without an end is several.
    if (item?.kind !== 'stroke' || item.points.length < boardLimits.strokeCharacters - 400) return;
    const last = stroke.points.at(-1) ?? lastPoint;
    putDown();
    gesture = { is: 'stroke', id: boardIds.item(model.newId()), points: [last], told: 0 };
  }

  function showStroke(stroke: Extract<Gesture, { is: 'stroke' }>): void {
    const [first = lastPoint] = stroke.points;
    const [x, y] = [Math.round(first.x), Math.round(first.y)];
    const item = {
      kind: 'stroke',
      id: stroke.id,
      x,
      y,
      points: pointsText(stroke.points, { x, y }),
      ...look(),
    } as const;
    drawing.value = item;
    model.tell.changed(() => {
      const tab = tabId();
      const now = drawing.value;
      if (tab === undefined || now?.kind !== 'stroke' || now.id !== stroke.id || now.points.length <= stroke.told)
        return undefined;
      const from = stroke.told;
      stroke.told = now.points.length;
      const { kind: _kind, ...rest } = now;
      return { is: 'stroke', tab, ...rest, from, points: now.points.slice(from).trimStart() };
    });
  }

  /* Circle, rectangle, line */

  function showShape({ id, from }: Extract<Gesture, { is: 'shape' }>, to: Point, { shift }: Grip): void {
    const tool = model.tool.value;
    const tab = tabId();
    if (!isShapeTool(tool) || tab === undefined) return;
    const item = shapeOf(tool, id, from, to, look(), shift);
    drawing.value = item;
    if (item !== undefined) model.tell.changed(() => ({ is: 'shape', tab, item }));
  }

  function putDown(): void {
    const item = drawing.value;
    drawing.value = undefined;
    model.tell.over();
    if (item !== undefined) model.add(item, began);
  }

  /* The eraser */

  function erase(from: Point, to: Point, { by }: Grip): void {
    const touched = model.shown.value.filter(({ item }) => touchesWay(item, from, to, reaches[by]));
    if (touched.length === 0) return;
    model.erasing.value = new Set([...model.erasing.value, ...touched.map(({ item }) => item.id)]);
  }

  function eraseTouched(): void {
    const items = [...model.erasing.value];
    model.erasing.value = new Set();
    hideItems(model, items, began);
  }

  /* Selecting and moving */

  function take(point: Point, { by, shift, handle }: Grip): void {
    const chosen = model.selected.value;
    const items = () => model.shown.value.map(({ item }) => item).filter(({ id }) => model.selected.value.has(id));
    if (handle === true) {
      gesture = { is: 'resize', from: point, items: items() };
      return;
    }
    const touched = model.shown.value.findLast(({ item }) => touches(item, point, reaches[by]))?.item.id;
    if (touched === undefined) {
      model.selected.value = new Set();
      return;
    }
    if (!chosen.has(touched)) model.selected.value = new Set(shift ? [...chosen, touched] : [touched]);
    gesture = { is: 'move', from: point, items: items() };
  }

  function carry({ is, from, items }: Extract<Gesture, { is: 'move' | 'resize' }>, to: Point): void {
    const [dx, dy] = [Math.round(to.x - from.x), Math.round(to.y - from.y)];
    const moved = items.map((item) => (is === 'move' ? movedBy(item, dx, dy) : grownBy(item, dx, dy)));
    moving.value = new Map(moved.map((item) => [item.id, item]));
    const tab = tabId();
    const [first] = moved;
    if (tab === undefined || first === undefined || moved.length > 1) return;
    model.tell.changed(() => ({
      is: 'place',
      tab,
      item: first.id,
      at: { x: first.x, y: first.y },
      size: sizeOf(first),
    }));
  }

  function setDown(items: readonly BoardItem[]): void {
    const moved = [...moving.value.values()];
    moving.value = new Map();
    model.tell.over();
    placeItems(model, items, moved, began);
  }

  return { drawing, moving, down, move, up, cancel, isBusy: () => gesture !== undefined };
}
