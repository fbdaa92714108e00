import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { BrowserId } from '../edge/links.ts';

/** Somebody who has used a code and waits for the rep's yes. */
export const Knock = v.object({ browser: BrowserId, name: v.string(), at: Moment });
export type Knock = v.InferOutput<typeof Knock>;

/** A live connection code as it is stored. */
export const CodeRecord = v.object({
  /** Keyed hash of the code: unique among live ones. */
  _id: v.string(),
  session: SessionId,
  sealed: v.string(),
  expiresAt: Moment,
  /** Who has used it. Missing while nobody has. */
  knock: v.exactOptional(Knock),
});
export type CodeRecord = v.InferOutput<typeof CodeRecord>;

const schema = new Schema<CodeRecord>(
  {
    _id: { type: String, required: true },
    session: { type: String, required: true },
    sealed: { type: String, required: true },
    expiresAt: { type: Number, required: true },
    knock: { type: Schema.Types.Mixed },
  },
  { collection: 'connection_codes', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, CodeRecord);
schema.index({ session: 1 }, { unique: true, name: 'one_code_for_each_session' });
schema.index({ 'knock.browser': 1 }, { sparse: true });

/** The connection codes that are out. */
export function codeModel(connection: Connection) {
  return connection.model('ConnectionCode', schema);
}
export type CodeModel = ReturnType<typeof codeModel>;
