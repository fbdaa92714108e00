import type { Connection, Model } from 'mongoose';
import { strictSchema } from '../documents/strict-schema.ts';
import type { PictureType } from './picture-type.ts';

/** A picture as it is stored; a changed one is another document, so its address can be cached for ever. */
export interface StoredPicture {
  _id: string;
  type: PictureType;
  /** Base64: every store keeps text the same way. */
  data: string;
}

export type PictureModel = Model<StoredPicture>;

export function pictureModel(connection: Connection): PictureModel {
  const schema = strictSchema<StoredPicture>(
    { type: { type: String, required: true }, data: { type: String, required: true } },
    'pictures',
  );
  return connection.model<StoredPicture>('Picture', schema);
}
