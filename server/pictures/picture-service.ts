import { AppError } from '../../shared/contract/errors.ts';
import { randomId } from '../secrets/random.ts';
import type { PictureModel } from './picture-model.ts';
import { pictureType } from './picture-type.ts';
import type { PictureType } from './picture-type.ts';

const MAX_BYTES = 200_000;

export interface PictureService {
  /** Keeps a picture given in base64 and returns its id. Throws `invalid` or `too-large`. */
  keep(base64: string): Promise<string>;
  read(id: string): Promise<{ readonly type: PictureType; readonly bytes: Buffer } | undefined>;
  forget(id: string): Promise<void>;
}

export function createPictureService(model: PictureModel): PictureService {
  return {
    async keep(base64) {
      const bytes = Buffer.from(base64, 'base64');
      if (bytes.length > MAX_BYTES) throw new AppError('too-large', { text: 'The picture is larger than 200 kB.' });
      const type = pictureType(bytes);
      if (type === undefined) throw new AppError('invalid', { text: 'That is no PNG, JPEG or WebP picture.' });
      const id = randomId();
      await model.create({ _id: id, type, data: bytes.toString('base64') });
      return id;
    },

    async read(id) {
      const stored = await model.findOne({ _id: id }).lean();
      return stored === null ? undefined : { type: stored.type, bytes: Buffer.from(stored.data, 'base64') };
    },

    async forget(id) {
      await model.deleteOne({ _id: id });
    },
  };
}
