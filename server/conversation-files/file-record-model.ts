import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AccountId, ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import { Audience, FileId } from '../../shared/contract/session-log.ts';
import { SharedItemId } from '../../shared/contract/shared-item.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** A file of a conversation, from its first part on. */
export const FileRecord = v.object({
  _id: FileId,
  session: SessionId,
  clientId: ClientEntryId,
  side: v.picklist(['customer', 'rep']),
  /** The rep who gives it. */
  account: v.exactOptional(AccountId),
  audience: Audience,
  name: v.string(),
  bytes: v.number(),
  /** So many are stored. */
  received: v.number(),
  /** `finishing`: all is there, and its entry may stand in the log already. `going`: it is being removed. */
  state: v.picklist(['open', 'finishing', 'sent', 'going']),
  /** Where its bytes are; a shared file has them elsewhere. */
  content: v.nullable(v.string()),
  shared: v.exactOptional(SharedItemId),
  touchedAt: Moment,
});
export type FileRecord = v.InferOutput<typeof FileRecord>;

export type FileRecords = Model<FileRecord>;

/** The files of all sessions: by session, and one for each thing that a client sends. */
export function fileRecordModel(connection: Connection): FileRecords {
  const text = { type: String, required: true };
  const number = { type: Number, required: true };
  const schema = strictSchema<FileRecord>(
    {
      session: text,
      clientId: text,
      side: text,
      account: { type: String },
      audience: text,
      name: text,
      bytes: number,
      received: number,
      state: text,
      content: { type: String, default: null },
      shared: { type: String },
      touchedAt: number,
    },
    'session_files',
  );
  readAs(schema, FileRecord);
  schema.index({ session: 1, clientId: 1 }, { unique: true });
  return connection.model<FileRecord>('SessionFile', schema);
}
