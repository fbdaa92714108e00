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
  /** After which session it began. */
  session: SessionId,
  /** Between whom: a pair has one trust, after however many sessions. */
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
  /** Of the customer's name, to be found by. */
  words: v.fallback(v.array(v.string()), []),
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
    words: { type: [String], default: undefined },
  },
  { collection: 'trusts', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, TrustRecord);
schema.index({ session: 1 }, { unique: true });
schema.index(
  { account: 1, browser: 1 },
  // Of damaged documents several may have neither.
  { unique: true, partialFilterExpression: { browser: { $exists: true } }, name: 'one_trust_for_each_pair' },
);
schema.index({ words: 1 }, { name: 'trusts_by_word' });
schema.index({ agreedAt: 1 });
schema.index({ browser: 1, agreedAt: -1 });
schema.index({ account: 1, agreedAt: -1 });

/** Who trusts whom. */
export function trustModel(connection: Connection) {
  return connection.model('Trust', schema);
}
export type TrustModel = ReturnType<typeof trustModel>;
