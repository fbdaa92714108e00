import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { SystemReading } from '../../shared/contract/system-information.ts';
import { Moment } from '../../shared/contract/text.ts';
import { SystemCategory } from '../../shared/contract/tool-use.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';
import { BrowserId } from '../edge/links.ts';

/** One category of one session, as it is stored. */
export const KeptSystemRecord = v.object({
  /** The session's id and the category. */
  _id: v.string(),
  session: SessionId,
  category: SystemCategory,
  /** Whose computer it is: the browser that asked, and what the computer calls itself. */
  browser: BrowserId,
  computer: v.string(),
  keptAt: Moment,
  reading: SystemReading,
});
export type KeptSystemRecord = v.InferOutput<typeof KeptSystemRecord>;

export type KeptSystemModel = Model<KeptSystemRecord>;

export function keptSystemModel(connection: Connection): KeptSystemModel {
  const schema = strictSchema<KeptSystemRecord>(
    {
      session: { type: String, required: true },
      category: { type: String, required: true },
      browser: { type: String, required: true },
      computer: { type: String, required: true },
      keptAt: { type: Number, required: true },
      reading: { type: Schema.Types.Mixed, required: true },
    },
    'session_systems',
  );
  readAs(schema, KeptSystemRecord);
  schema.index({ session: 1 });
  schema.index({ browser: 1, computer: 1, category: 1, keptAt: -1 });
  return connection.model<KeptSystemRecord>('SessionSystem', schema);
}
