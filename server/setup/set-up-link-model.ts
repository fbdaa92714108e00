import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** The one live set-up link; its `_id` is always `set-up`. Only the hash of its token is kept. */
export const StoredSetUpLink = v.object({ _id: v.string(), tokenHash: v.string() });
export type StoredSetUpLink = v.InferOutput<typeof StoredSetUpLink>;

export type SetUpLinkModel = Model<StoredSetUpLink>;

export function setUpLinkModel(connection: Connection): SetUpLinkModel {
  const schema = strictSchema<StoredSetUpLink>({ tokenHash: { type: String, required: true } }, 'set_up_link');
  readAs(schema, StoredSetUpLink);
  return connection.model<StoredSetUpLink>('SetUpLink', schema);
}
