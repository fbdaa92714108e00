import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { readAs } from '../documents/damage.ts';

/** One try: when it was made, and what tells it from others of that moment. Those stored by an older program were only a time. */
export interface Try {
  readonly at: number;
  readonly id: string;
}
const StoredTry: v.GenericSchema<unknown, Try> = v.union([
  v.object({ at: v.number(), id: v.string() }),
  v.pipe(
    v.number(),
    v.transform((at) => ({ at, id: '' })),
  ),
]);

/** The latest tries of one address, or of everybody: the oldest first. */
export const GuessRecord = v.object({
  /** `address:<network>`, `overall` or `proved`. */
  _id: v.string(),
  tries: v.array(StoredTry),
  /** When the store clears them: hours after they counted. */
  expiresAt: v.date(),
});
export type GuessRecord = v.InferOutput<typeof GuessRecord>;

const schema = new Schema<GuessRecord>(
  {
    _id: { type: String, required: true },
    tries: { type: Schema.Types.Mixed, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'code_tries', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, GuessRecord);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** Tries of connection codes, kept longer than they count. */
export function guessModel(connection: Connection) {
  return connection.model('CodeTries', schema);
}
export type GuessModel = ReturnType<typeof guessModel>;
