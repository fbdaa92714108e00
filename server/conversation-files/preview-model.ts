import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { FileId } from '../../shared/contract/session-log.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

const Base64 = v.pipe(v.string(), v.base64());

/** Two pictures of a picture, under the id of its file: WebP in base64, as every store keeps text the same way. */
export const PreviewRecord = v.object({ _id: FileId, small: Base64, large: Base64 });
export type PreviewRecord = v.InferOutput<typeof PreviewRecord>;

export type PreviewModel = Model<PreviewRecord>;

export function previewModel(connection: Connection): PreviewModel {
  const schema = strictSchema<PreviewRecord>(
    { small: { type: String, required: true }, large: { type: String, required: true } },
    'file_previews',
  );
  readAs(schema, PreviewRecord);
  return connection.model<PreviewRecord>('FilePreview', schema);
}
