import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** A proof that was used; `_id` is its nonce. Kept hours longer than it could be shown again. */
export const SpentProof = v.object({ _id: v.string(), expiresAt: v.date() });
export type SpentProof = v.InferOutput<typeof SpentProof>;

export type SpentProofModel = Model<SpentProof>;

export function spentProofModel(connection: Connection): SpentProofModel {
  const schema = strictSchema<SpentProof>({ expiresAt: { type: Date, required: true } }, 'spent_proofs');
  readAs(schema, SpentProof);
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return connection.model<SpentProof>('SpentProof', schema);
}
