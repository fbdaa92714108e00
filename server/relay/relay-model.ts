import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** The relay as the web panel has set it; one document, its `_id` is always `relay`. */
export const StoredRelay = v.object({
  _id: v.string(),
  url: v.string(),
  /** Sealed with the server's secret. */
  secret: v.string(),
});
export type StoredRelay = v.InferOutput<typeof StoredRelay>;

export type RelayModel = Model<StoredRelay>;

export function relayModel(connection: Connection): RelayModel {
  const schema = strictSchema<StoredRelay>(
    { url: { type: String, required: true }, secret: { type: String, required: true } },
    'relay_settings',
  );
  readAs(schema, StoredRelay);
  return connection.model<StoredRelay>('RelaySettings', schema);
}
