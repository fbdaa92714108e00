import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { ChainHash } from '../../shared/contract/receipt.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

const Seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The seal on what a customer could see of a session, made when it ended. */
export const ReceiptRecord = v.object({
  _id: SessionId,
  /** Hash of the link's secret. */
  token: v.string(),
  /** What is said of the whole session: the first text of the chain. */
  head: v.string(),
  sealedAt: Moment,
  /** The chain, head first (`seq` 0). */
  chain: v.pipe(v.array(v.object({ seq: Seq, hash: ChainHash })), v.minLength(1)),
  /** Which secret signed it. */
  key: v.string(),
  signature: v.string(),
  /** How often it was mailed. */
  mailed: v.fallback(Seq, 0),
});
export type ReceiptRecord = v.InferOutput<typeof ReceiptRecord>;

/** The receipts of sessions that have ended. */
export function receiptModel(connection: Connection) {
  const text = { type: String, required: true };
  const schema = strictSchema<ReceiptRecord>(
    {
      token: text,
      head: text,
      sealedAt: { type: Number, required: true },
      chain: { type: Schema.Types.Mixed, required: true },
      key: text,
      signature: text,
      mailed: { type: Number, required: true },
    },
    'receipts',
  );
  readAs(schema, ReceiptRecord);
  schema.index({ token: 1 }, { unique: true, name: 'one_receipt_for_each_token' });
  return connection.model<ReceiptRecord>('Receipt', schema);
}
export type ReceiptModel = ReturnType<typeof receiptModel>;
