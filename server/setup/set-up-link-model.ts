import type { Connection, Model } from 'mongoose';
import { strictSchema } from '../documents/strict-schema.ts';

/** The one live set-up link; its `_id` is always `set-up`. Only the hash of its token is kept. */
export interface StoredSetUpLink {
  _id: string;
  tokenHash: string;
}

export type SetUpLinkModel = Model<StoredSetUpLink>;

export function setUpLinkModel(connection: Connection): SetUpLinkModel {
  const schema = strictSchema<StoredSetUpLink>({ tokenHash: { type: String, required: true } }, 'set_up_link');
  return connection.model<StoredSetUpLink>('SetUpLink', schema);
}
