import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';
import { PictureType } from './picture-type.ts';

/** A picture as it is stored; a changed one is another document, so its address can be cached for ever. */
export const StoredPicture = v.object({
  _id: v.string(),
  type: PictureType,
  /** Base64: every store keeps text the same way. */
  data: v.pipe(v.string(), v.base64()),
});
export type StoredPicture = v.InferOutput<typeof StoredPicture>;

export type PictureModel = Model<StoredPicture>;

export function pictureModel(connection: Connection): PictureModel {
  const schema = strictSchema<StoredPicture>(
    { type: { type: String, required: true }, data: { type: String, required: true } },
    'pictures',
  );
  readAs(schema, StoredPicture);
  return connection.model<StoredPicture>('Picture', schema);
}
