import * as v from 'valibot';
import { BoardItemId, BoardPictureId, BoardTabId } from './whiteboard.ts';

/** Ids of what lies on a board, of fresh random ones. Throw for anything that is no id. */
export const boardIds = {
  item: (id: string): BoardItemId => v.parse(BoardItemId, id),
  tab: (id: string): BoardTabId => v.parse(BoardTabId, id),
  picture: (id: string): BoardPictureId => v.parse(BoardPictureId, id),
};
