import type { Connection, Model } from 'mongoose';
import { strictSchema } from '../documents/strict-schema.ts';

/** One line of the audit trail. Never a secret, never what people wrote to each other. */
export interface StoredAuditEntry {
  _id: string;
  /** Milliseconds. */
  at: number;
  /** An account's id, a user ID that was tried, or what else acted, such as `set-up` or `customer`. */
  actor: string;
  action: string;
  target: string;
  address: string;
  outcome: 'done' | 'failed' | 'refused';
}

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
  return connection.model<StoredAuditEntry>('AuditEntry', schema);
}
