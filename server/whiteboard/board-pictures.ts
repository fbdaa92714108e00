/** Pictures that lie on whiteboards: kept as they come, never decoded here. */
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { pictureSize } from '../../shared/contract/picture-size.ts';
import { boardLimits } from '../../shared/contract/whiteboard.ts';
import type { BoardPictureId } from '../../shared/contract/whiteboard.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { StoredBoardPicture, WhiteboardModels } from './whiteboard-model.ts';

export interface BoardPictures {
  /** Twice under the same id keeps the first. @throws AppError `invalid`, `too-large` */
  keep(session: SessionId, picture: BoardPictureId, base64: string): Promise<void>;
  /** @throws AppError `not-found` */
  read(session: SessionId, picture: BoardPictureId): Promise<Pick<StoredBoardPicture, 'type' | 'data'>>;
  all(session: SessionId): Promise<StoredBoardPicture[]>;
  forget(session: SessionId): Promise<void>;
}

export function createBoardPictures({ pictures }: WhiteboardModels): BoardPictures {
  return {
    async keep(session, picture, base64) {
      const bytes = Buffer.from(base64, 'base64');
      const { pictureBytes, pictureEdge, pictures: most } = boardLimits;
      if (bytes.length > pictureBytes) throw new AppError('too-large', { text: 'The picture is larger than 350 kB.' });
      const size = pictureSize(bytes);
      if (size === undefined) throw new AppError('invalid', { text: 'That is no PNG, JPEG or WebP picture.' });
      if (Math.max(size.width, size.height) > pictureEdge)
        throw new AppError('too-large', { text: `A picture on the whiteboard has at most ${pictureEdge} px a side.` });
      const _id = `${session}:${picture}`;
      if ((await pictures.exists({ _id })) !== null) return;
      if ((await pictures.countDocuments({ session })) >= most)
        throw new AppError('too-large', { text: `A whiteboard has at most ${most} pictures.` });
      try {
        await pictures.create({ _id, session, picture, type: size.type, data: bytes.toString('base64') });
      } catch (error) {
        // The same one, sent again while it was being stored.
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async read(session, picture) {
      const found = await pictures.findOne({ _id: `${session}:${picture}` }).lean();
      if (found === null) throw new AppError('not-found');
      return { type: found.type, data: found.data };
    },
    all: (session) => pictures.find({ session }).lean(),
    async forget(session) {
      await pictures.deleteMany({ session });
    },
  };
}
