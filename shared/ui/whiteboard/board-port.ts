import type {
  Board,
  BoardAct,
  BoardEntry,
  BoardLive,
  BoardPictureId,
  BoardRefusal,
} from '../../contract/whiteboard.ts';

/** A board's way to the server, whichever program it is in. Calls reject with an `AppError`. */
export interface BoardPort {
  read(): Promise<{ readonly seq: number; readonly board: Board }>;
  act(acts: BoardAct[]): Promise<{
    readonly entries: readonly BoardEntry[];
    readonly refused: readonly { readonly why: BoardRefusal }[];
  }>;
  draw(live: BoardLive): Promise<unknown>;
  keepPicture(picture: BoardPictureId, data: string): Promise<unknown>;
  picture(picture: BoardPictureId): Promise<{ readonly type: string; readonly data: string }>;
}
