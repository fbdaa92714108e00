import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { readAs } from '../documents/damage.ts';

/** The latest tries of one address, or of everybody: when they were made, the oldest first. */
export const GuessRecord = v.object({
  /** `address:<network>`, `overall` or `proved`. */
  _id: v.string(),
  tries: v.array(v.number()),
  expiresAt: v.date(),
});
export type GuessRecord = v.InferOutput<typeof GuessRecord>;

const schema = new Schema<GuessRecord>(
  {
    _id: { type: String, required: true },
    tries: { type: [Number], required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'code_tries', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, GuessRecord);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** Tries of connection codes, kept as long as they count. */
export function guessModel(connection: Connection) {
  return connection.model('CodeTries', schema);
}
export type GuessModel = ReturnType<typeof guessModel>;
