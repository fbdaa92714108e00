import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AccountId, ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import { NoteId } from '../../shared/contract/note.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** A note as it is stored. */
export const NoteRecord = v.object({
  _id: NoteId,
  session: SessionId,
  account: AccountId,
  /** What the author was called then. */
  name: v.fallback(v.string(), ''),
  text: v.string(),
  at: Moment,
  editedAt: v.exactOptional(Moment),
  clientId: ClientEntryId,
});
export type NoteRecord = v.InferOutput<typeof NoteRecord>;

export type NoteModel = Model<NoteRecord>;

export function noteModel(connection: Connection): NoteModel {
  const schema = strictSchema<NoteRecord>(
    {
      session: { type: String, required: true },
      account: { type: String, required: true },
      name: { type: String, default: '' },
      text: { type: String, required: true },
      at: { type: Number, required: true },
      editedAt: { type: Number },
      clientId: { type: String, required: true },
    },
    'session_notes',
  );
  readAs(schema, NoteRecord);
  schema.index({ session: 1, at: 1, _id: 1 });
  schema.index({ session: 1, clientId: 1 }, { unique: true, name: 'writing_twice_notes_once' });
  return connection.model<NoteRecord>('SessionNote', schema);
}
