import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { AccountId, SessionId, TrustId } from '../../shared/contract/identifiers.ts';
import { PublicKey } from '../../shared/contract/trust.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { BrowserId } from '../edge/links.ts';

/** What customer and rep have agreed on after a session, as it is stored. */
export const TrustRecord = v.object({
  _id: TrustId,
  /** After which session; one trust for each. */
  session: SessionId,
  account: AccountId,
  browser: BrowserId,
  customer: v.string(),
  /** There once the customer has agreed. */
  publicKey: v.exactOptional(PublicKey),
  repAgrees: v.fallback(v.boolean(), false),
  agreedAt: Moment,
  usedAt: v.exactOptional(Moment),
  /** The one question that is out: its hash, and until when it may be answered. */
  challenge: v.exactOptional(v.object({ hash: v.string(), until: Moment })),
});
export type TrustRecord = v.InferOutput<typeof TrustRecord>;

const schema = new Schema<TrustRecord>(
  {
    _id: { type: String, required: true },
    session: { type: String, required: true },
    account: { type: String, required: true },
    browser: { type: String, required: true },
    customer: { type: String, required: true },
    publicKey: { type: String },
    repAgrees: { type: Boolean, default: false },
    agreedAt: { type: Number, required: true },
    usedAt: { type: Number },
    challenge: { type: Schema.Types.Mixed },
  },
  { collection: 'trusts', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, TrustRecord);
schema.index({ session: 1 }, { unique: true });
schema.index({ browser: 1, agreedAt: -1 });
schema.index({ account: 1, agreedAt: -1 });

/** Who trusts whom. */
export function trustModel(connection: Connection) {
  return connection.model('Trust', schema);
}
export type TrustModel = ReturnType<typeof trustModel>;
