import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';
import * as v from 'valibot';
import { AuditChange, AuditOutcome } from '../../shared/contract/audit-operations.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** One line of the audit trail. Never a secret, never what people wrote to each other. */
export const StoredAuditEntry = v.object({
  _id: v.string(),
  /** Its place in the chain, from 1 without gaps; 0 for one that an older program wrote and no step has chained yet. */
  n: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  at: Moment,
  /** An account's id, a user ID that was tried, or what else acted, such as `set-up` or `customer`. */
  actor: v.string(),
  /** What the actor was called then. */
  actorName: v.fallback(v.string(), ''),
  action: v.string(),
  target: v.string(),
  targetName: v.fallback(v.string(), ''),
  address: v.string(),
  outcome: AuditOutcome,
  changes: v.fallback(v.array(AuditChange), []),
  /** Over this entry and the hash before it. */
  hash: v.fallback(v.string(), ''),
  /** What it is found by; follows from the rest. */
  words: v.fallback(v.array(v.string()), []),
});
export type StoredAuditEntry = v.InferOutput<typeof StoredAuditEntry>;

export type AuditModel = Model<StoredAuditEntry>;

/** Words are many to an entry, so their index gives no order. */
export const alongWords = { words: 1, at: -1 } as const;

export function auditModel(connection: Connection): AuditModel {
  const schema = strictSchema<StoredAuditEntry>(
    {
      n: { type: Number, required: true },
      at: { type: Number, required: true },
      actor: { type: String, default: '' },
      actorName: { type: String, default: '' },
      action: { type: String, required: true },
      target: { type: String, default: '' },
      targetName: { type: String, default: '' },
      address: { type: String, default: '' },
      outcome: { type: String, required: true },
      changes: { type: Schema.Types.Mixed, default: [] },
      hash: { type: String, required: true },
      words: { type: [String], default: [] },
    },
    'audit',
  );
  readAs(schema, StoredAuditEntry);
  schema.index({ n: 1 }, { unique: true, name: 'one_entry_for_each_number' });
  // The order of the list, which ends in the number: entries of one millisecond have one too.
  schema.index({ at: -1, n: -1 });
  for (const field of ['actor', 'action', 'target', 'outcome']) schema.index({ [field]: 1, at: -1, n: -1 });
  schema.index(alongWords);
  return connection.model<StoredAuditEntry>('AuditEntry', schema);
}
