/** A session's whiteboard: what can lie on it, and what can be done to it. All lengths in units of {@link boardSize}. */
import * as v from 'valibot';
import { ClientEntryId } from './identifiers.ts';
import { line, optionalLine, paragraph } from './text.ts';

/** The paper of every tab; each screen scales it to the room there is, so that both see the same. */
export const boardSize = { width: 1600, height: 1000 } as const;

/** What a board may hold. Whatever lies beyond is refused, whoever sends it. */
export const boardLimits = {
  tabs: 12,
  /** That are shown on one tab. */
  itemsPerTab: 2000,
  /** Of the points and texts of a whole board. */
  characters: 2_000_000,
  /** Of one stroke's points; a longer one goes on as another. */
  strokeCharacters: 12_000,
  actsPerCall: 50,
  /** Pictures of one session. */
  pictures: 20,
  pictureBytes: 350_000,
  /** Of a picture's longer side, in px. */
  pictureEdge: 1600,
} as const;

const randomId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'));

/** Made by whoever puts it there, like all ids of a board. */
export const BoardItemId = v.pipe(randomId, v.brand('BoardItemId'));
export type BoardItemId = v.InferOutput<typeof BoardItemId>;

export const BoardTabId = v.pipe(randomId, v.brand('BoardTabId'));
export type BoardTabId = v.InferOutput<typeof BoardTabId>;

export const BoardPictureId = v.pipe(randomId, v.brand('BoardPictureId'));
export type BoardPictureId = v.InferOutput<typeof BoardPictureId>;

/** The pens, by name: what each looks like is one colour on white paper, in both themes and in what is saved. */
export const BoardInk = v.picklist(['black', 'red', 'orange', 'green', 'blue', 'grey']);
export type BoardInk = v.InferOutput<typeof BoardInk>;

/** How wide a line is. A text's size follows from it. */
export const BoardPen = v.picklist([3, 6, 14]);
export type BoardPen = v.InferOutput<typeof BoardPen>;

const place = v.pipe(v.number(), v.integer(), v.minValue(-2000), v.maxValue(4000));
const length = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4000));
const step = v.pipe(v.number(), v.integer(), v.minValue(-4000), v.maxValue(4000));

/** Points as SVG writes them, `0,0 12,-3 …`, relative to the stroke's own place. */
export const StrokePoints = v.pipe(
  v.string(),
  v.maxLength(boardLimits.strokeCharacters),
  v.regex(/^-?\d{1,4},-?\d{1,4}(?: -?\d{1,4},-?\d{1,4})*$/, 'not points'),
);

export const BoardPlace = v.strictObject({ x: place, y: place });
export type BoardPlace = v.InferOutput<typeof BoardPlace>;

/** Of a line it says where it ends, seen from its beginning; of all else both are at least 1. */
export const BoardExtent = v.strictObject({ width: step, height: step });
export type BoardExtent = v.InferOutput<typeof BoardExtent>;

const anywhere = { id: BoardItemId, x: place, y: place };
const drawn = { ...anywhere, ink: BoardInk, pen: BoardPen };

/** One thing on a tab. */
export const BoardItem = v.variant('kind', [
  v.strictObject({ kind: v.literal('stroke'), ...drawn, points: StrokePoints }),
  v.strictObject({ kind: v.literal('line'), ...drawn, width: step, height: step }),
  v.strictObject({ kind: v.literal('rectangle'), ...drawn, width: length, height: length }),
  v.strictObject({ kind: v.literal('circle'), ...drawn, width: length, height: length }),
  v.strictObject({ kind: v.literal('text'), ...drawn, text: v.pipe(paragraph(500), v.minLength(1)) }),
  v.strictObject({
    kind: v.literal('picture'),
    ...anywhere,
    width: length,
    height: length,
    picture: BoardPictureId,
    name: optionalLine(120),
  }),
]);
export type BoardItem = v.InferOutput<typeof BoardItem>;
export type BoardItemKind = BoardItem['kind'];

/** What is done to a board. Erasing hides, so that it can be taken back. */
export const BoardOperation = v.variant('op', [
  v.strictObject({ op: v.literal('add'), tab: BoardTabId, item: BoardItem }),
  /** `size` only where a thing has one; whoever is last wins. */
  v.strictObject({
    op: v.literal('place'),
    tab: BoardTabId,
    item: BoardItemId,
    at: BoardPlace,
    size: v.nullable(BoardExtent),
  }),
  v.strictObject({
    op: v.literal('show'),
    tab: BoardTabId,
    items: v.pipe(v.array(BoardItemId), v.minLength(1), v.maxLength(boardLimits.itemsPerTab)),
    shown: v.boolean(),
  }),
  v.strictObject({ op: v.literal('addTab'), tab: BoardTabId, name: line(40) }),
  v.strictObject({ op: v.literal('renameTab'), tab: BoardTabId, name: line(40) }),
]);
export type BoardOperation = v.InferOutput<typeof BoardOperation>;

export const BoardSide = v.picklist(['customer', 'rep']);
export type BoardSide = v.InferOutput<typeof BoardSide>;

/** An operation as its author sends it. Under the same `clientId` it is done once, however often it comes. */
export const BoardAct = v.strictObject({ clientId: ClientEntryId, operation: BoardOperation });
export type BoardAct = v.InferOutput<typeof BoardAct>;

/** An operation at its place in the order, which the server settles: `seq` starts at 1 and has no gaps. */
export const BoardEntry = v.strictObject({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  by: BoardSide,
  ...BoardAct.entries,
});
export type BoardEntry = v.InferOutput<typeof BoardEntry>;

export const PlacedItem = v.strictObject({ item: BoardItem, by: BoardSide, shown: v.boolean() });
export type PlacedItem = v.InferOutput<typeof PlacedItem>;

export const BoardTab = v.strictObject({ id: BoardTabId, name: v.string(), items: v.array(PlacedItem) });
export type BoardTab = v.InferOutput<typeof BoardTab>;

/** The whole board. What was put there later lies on top. */
export const Board = v.strictObject({ tabs: v.array(BoardTab) });
export type Board = v.InferOutput<typeof Board>;

/** Something that is being drawn or moved at this moment, shown to the others and never stored. */
export const BoardLive = v.variant('is', [
  /** More points of a stroke, after the first `from` characters of them. */
  v.strictObject({
    is: v.literal('stroke'),
    tab: BoardTabId,
    ...drawn,
    from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(boardLimits.strokeCharacters)),
    points: StrokePoints,
  }),
  v.strictObject({ is: v.literal('shape'), tab: BoardTabId, item: BoardItem }),
  v.strictObject({
    is: v.literal('place'),
    tab: BoardTabId,
    item: BoardItemId,
    at: BoardPlace,
    size: v.nullable(BoardExtent),
  }),
  /** Nothing came of it. */
  v.strictObject({ is: v.literal('over'), item: BoardItemId }),
]);
export type BoardLive = v.InferOutput<typeof BoardLive>;

/** Why an operation changes nothing. */
export const BoardRefusal = v.picklist(['gone', 'full', 'too-many-tabs']);
export type BoardRefusal = v.InferOutput<typeof BoardRefusal>;
