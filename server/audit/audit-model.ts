import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** One line of the audit trail. Never a secret, never what people wrote to each other. */
export const StoredAuditEntry = v.object({
  _id: v.string(),
  at: Moment,
  /** An account's id, a user ID that was tried, or what else acted, such as `set-up` or `customer`. */
  actor: v.string(),
  action: v.string(),
  target: v.string(),
  address: v.string(),
  outcome: v.picklist(['done', 'failed', 'refused']),
});
export type StoredAuditEntry = v.InferOutput<typeof StoredAuditEntry>;

export type AuditModel = Model<StoredAuditEntry>;

export function auditModel(connection: Connection): AuditModel {
  const schema = strictSchema<StoredAuditEntry>(
    {
      at: { type: Number, required: true, index: true },
      actor: { type: String, default: '' },
      action: { type: String, required: true },
      target: { type: String, default: '' },
      address: { type: String, default: '' },
      outcome: { type: String, required: true },
    },
    'audit',
  );
  readAs(schema, StoredAuditEntry);
  return connection.model<StoredAuditEntry>('AuditEntry', schema);
}
