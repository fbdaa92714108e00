import type { Connection } from 'mongoose';
import { Schema } from 'mongoose';
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { BoardEntry, BoardPictureId, BoardTab } from '../../shared/contract/whiteboard.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';
import { PictureType } from '../pictures/picture-type.ts';

/** One operation. Its id is session and number in one, so that no two can have the same place. */
export const StoredBoardEntry = v.object({ _id: v.string(), session: SessionId, ...BoardEntry.entries });
export type StoredBoardEntry = v.InferOutput<typeof StoredBoardEntry>;

/** A board as it was after the operation `seq`, so that not all of them need be read again. */
export const StoredBoard = v.object({
  _id: SessionId,
  seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
  tabs: v.array(BoardTab),
});
export type StoredBoard = v.InferOutput<typeof StoredBoard>;

/** A picture that lies on a board. */
export const StoredBoardPicture = v.object({
  _id: v.string(),
  session: SessionId,
  picture: BoardPictureId,
  type: PictureType,
  /** Base64, as all pictures. */
  data: v.pipe(v.string(), v.base64()),
});
export type StoredBoardPicture = v.InferOutput<typeof StoredBoardPicture>;

/** The collections of the whiteboards. */
export function whiteboardModels(connection: Connection) {
  const entrySchema = strictSchema<StoredBoardEntry>(
    {
      session: { type: String, required: true },
      seq: { type: Number, required: true },
      by: { type: String, required: true },
      clientId: { type: String, required: true },
      operation: { type: Schema.Types.Mixed, required: true },
    },
    'whiteboard_entries',
  );
  readAs(entrySchema, StoredBoardEntry);
  entrySchema.index({ session: 1, seq: 1 });
  entrySchema.index({ session: 1, clientId: 1 }, { unique: true, name: 'sending_twice_draws_once' });

  const boardSchema = strictSchema<StoredBoard>(
    { seq: { type: Number, required: true }, tabs: { type: Schema.Types.Mixed, required: true } },
    'whiteboards',
  );
  readAs(boardSchema, StoredBoard);

  const pictureSchema = strictSchema<StoredBoardPicture>(
    {
      session: { type: String, required: true },
      picture: { type: String, required: true },
      type: { type: String, required: true },
      data: { type: String, required: true },
    },
    'whiteboard_pictures',
  );
  readAs(pictureSchema, StoredBoardPicture);
  pictureSchema.index({ session: 1 });

  return {
    entries: connection.model('WhiteboardEntry', entrySchema),
    boards: connection.model('Whiteboard', boardSchema),
    pictures: connection.model('WhiteboardPicture', pictureSchema),
  };
}
export type WhiteboardModels = ReturnType<typeof whiteboardModels>;
