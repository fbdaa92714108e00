import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { Author, LogEntry } from '../../shared/contract/session-log.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';

/** An entry as it is stored. `clientId` is missing where nobody gave one, so that the partial index leaves it out. */
export interface LogEntryRecord {
  session: SessionId;
  seq: number;
  at: number;
  by: Author;
  audience: LogEntry['audience'];
  clientId?: string;
  kind: LogEntry['kind'];
  /** What the entry says, without who, when and where in the order. */
  body: Record<string, unknown>;
}

/** An entry that could not be read: kept for whoever repairs it, named once. */
export interface DamagedEntryRecord {
  _id: string;
  session: string;
  seq: number;
  foundAt: number;
  problem: string;
}

const options = { versionKey: false, autoIndex: false, autoCreate: false } as const;

const entrySchema = new Schema<LogEntryRecord>(
  {
    session: { type: String, required: true },
    seq: { type: Number, required: true },
    at: { type: Number, required: true },
    by: { type: Schema.Types.Mixed, required: true },
    audience: { type: String, required: true },
    clientId: { type: String },
    kind: { type: String, required: true },
    body: { type: Schema.Types.Mixed },
  },
  { ...options, collection: 'log_entries' },
);
entrySchema.index({ session: 1, seq: 1 }, { unique: true, name: 'one_entry_for_each_seq' });
entrySchema.index(
  { session: 1, clientId: 1 },
  { unique: true, partialFilterExpression: { clientId: { $exists: true } }, name: 'sending_twice_stores_once' },
);

const damagedSchema = new Schema<DamagedEntryRecord>(
  {
    _id: { type: String, required: true },
    session: { type: String, required: true },
    seq: { type: Number, required: true },
    foundAt: { type: Number, required: true },
    problem: { type: String, required: true },
  },
  { ...options, collection: 'damaged_log_entries' },
);

/** The entries of all sessions, and the list of those that cannot be read. */
export function logEntryModels(connection: Connection) {
  return {
    entries: connection.model('LogEntry', entrySchema),
    damaged: connection.model('DamagedLogEntry', damagedSchema),
  };
}
export type LogEntryModels = ReturnType<typeof logEntryModels>;
