import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { BrandColour, BrandTexts, noBrandTexts } from '../../shared/contract/branding.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** The branding of the one organisation; its `_id` is always `branding`. What cannot be read is as if it were not set. */
export const StoredBranding = v.object({
  _id: v.string(),
  /** Id of a picture. */
  logo: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))), null),
  colour: v.fallback(v.nullable(BrandColour), null),
  texts: v.fallback(BrandTexts, noBrandTexts),
});
export type StoredBranding = v.InferOutput<typeof StoredBranding>;

export type BrandingModel = Model<StoredBranding>;

export function brandingModel(connection: Connection): BrandingModel {
  const schema = strictSchema<StoredBranding>(
    {
      logo: { type: String, default: null },
      colour: { type: String, default: null },
      texts: { type: Schema.Types.Mixed, default: null },
    },
    'branding',
  );
  readAs(schema, StoredBranding);
  return connection.model<StoredBranding>('Branding', schema);
}
