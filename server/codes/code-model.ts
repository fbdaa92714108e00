import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { SessionId } from '../../shared/contract/identifiers.ts';

/** A live connection code as it is stored. */
export interface CodeRecord {
  /** Keyed hash of the code: unique among live ones. */
  _id: string;
  session: SessionId;
  sealed: string;
  expiresAt: number;
}

const schema = new Schema<CodeRecord>(
  {
    _id: { type: String, required: true },
    session: { type: String, required: true },
    sealed: { type: String, required: true },
    expiresAt: { type: Number, required: true },
  },
  { collection: 'connection_codes', versionKey: false, autoIndex: false, autoCreate: false },
);
schema.index({ session: 1 }, { unique: true, name: 'one_code_for_each_session' });

/** The connection codes that are out. */
export function codeModel(connection: Connection) {
  return connection.model('ConnectionCode', schema);
}
export type CodeModel = ReturnType<typeof codeModel>;
