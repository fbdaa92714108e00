/** What rep and customer ask of the server about their whiteboard, both the same, and what they are told. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { ClientEntryId, SessionId } from './identifiers.ts';
import { LogEntry } from './session-log.ts';
import {
  Board,
  BoardAct,
  BoardEntry,
  BoardLive,
  BoardPictureId,
  BoardRefusal,
  BoardSide,
  boardLimits,
} from './whiteboard.ts';

const forSession = v.strictObject({ session: SessionId });
const entered = v.strictObject({ entry: LogEntry });

/** A picture's bytes in base64. */
const BoardPictureData = v.pipe(v.string(), v.maxLength(Math.ceil(boardLimits.pictureBytes / 3) * 4), v.base64());

export const whiteboardOperations = {
  /** Would the other side like a whiteboard? Where that side has asked already, it is open at once. */
  'whiteboard.ask': operation(v.strictObject({ session: SessionId, clientId: ClientEntryId }), entered),
  'whiteboard.answer': operation(
    v.strictObject({ session: SessionId, clientId: ClientEntryId, answer: v.picklist(['yes', 'no']) }),
    entered,
  ),
  /** Closes it for both, or takes the own question back. */
  'whiteboard.close': operation(v.strictObject({ session: SessionId, clientId: ClientEntryId }), entered),
  /** The whole of it, after the operation `seq`; also after the session's end. */
  'whiteboard.read': operation(
    forSession,
    v.strictObject({ seq: v.pipe(v.number(), v.integer(), v.minValue(0)), board: Board }),
  ),
  /** What it answers is stored. The refused ones change nothing, whenever they come. */
  'whiteboard.act': operation(
    v.strictObject({
      session: SessionId,
      acts: v.pipe(v.array(BoardAct), v.minLength(1), v.maxLength(boardLimits.actsPerCall)),
    }),
    v.strictObject({
      entries: v.array(BoardEntry),
      refused: v.array(v.strictObject({ clientId: ClientEntryId, why: BoardRefusal })),
    }),
  ),
  'whiteboard.draw': operation(v.strictObject({ session: SessionId, live: BoardLive }), Nothing),
  /** A PNG, JPEG or WebP picture, before something on the board shows it. */
  'whiteboard.keepPicture': operation(
    v.strictObject({ session: SessionId, picture: BoardPictureId, data: BoardPictureData }),
    Nothing,
  ),
  'whiteboard.picture': operation(
    v.strictObject({ session: SessionId, picture: BoardPictureId }),
    v.strictObject({ type: v.picklist(['image/png', 'image/jpeg', 'image/webp']), data: v.string() }),
  ),
};

/** Operations that were stored; those that were sent again come again. */
export const whiteboardGrew = v.strictObject({
  type: v.literal('whiteboard.grew'),
  session: SessionId,
  entries: v.array(BoardEntry),
});

/** What somebody else draws at this moment. */
export const whiteboardLive = v.strictObject({
  type: v.literal('whiteboard.live'),
  session: SessionId,
  by: BoardSide,
  live: BoardLive,
});
