/** The notes of a session: what its reps write for each other. */
import { AppError } from '../../shared/contract/errors.ts';
import type { Account } from '../../shared/contract/account.ts';
import type { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import { NoteId, mostNotes } from '../../shared/contract/note.ts';
import type { Note } from '../../shared/contract/note.ts';
import type { Clock } from '../config/clock.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { newId } from '../secrets/random.ts';
import type { Belonging } from '../sessions/session-belongings.ts';
import type { NoteModel, NoteRecord } from './note-model.ts';

/** Whether the author is in the session has been asked before. */
export interface Notes {
  /** Oldest first. */
  of(session: SessionId): Promise<Note[]>;
  /** @throws AppError `not-allowed` when the session has as many as it may */
  write(session: SessionId, author: Account, clientId: ClientEntryId, text: string): Promise<Note>;
  /** @throws AppError `not-found` for a note that is gone, or somebody else’s */
  change(session: SessionId, author: Account, note: NoteId, text: string): Promise<Note>;
  /** @throws AppError `not-found` */
  remove(session: SessionId, author: Account, note: NoteId): Promise<void>;
  readonly belonging: Belonging;
}

export function createNotes(model: NoteModel, clock: Clock): Notes {
  async function of(session: SessionId): Promise<Note[]> {
    const found = await model.find({ session }).sort({ at: 1, _id: 1 }).limit(mostNotes).lean();
    return found.map(noteOf);
  }

  return {
    of,
    async write(session, { id: account, displayName: name }, clientId, text) {
      const before = await model.findOne({ session, clientId }).lean();
      if (before !== null) return noteOf(before);
      if ((await model.countDocuments({ session })) >= mostNotes) {
        throw new AppError('not-allowed', { text: `There are ${mostNotes} notes already. Change one of yours.` });
      }
      const record: NoteRecord = { _id: newId(NoteId), session, account, name, text, at: clock.now(), clientId };
      try {
        await model.create(record);
        return noteOf(record);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // The same was sent twice at once.
        const first = await model.findOne({ session, clientId }).lean();
        if (first === null) throw error;
        return noteOf(first);
      }
    },
    async change(session, { id: account }, _id, text) {
      const change = { $set: { text, editedAt: clock.now() } };
      const changed = await model
        .findOneAndUpdate({ _id, session, account }, change, { returnDocument: 'after' })
        .lean();
      if (changed === null) throw new AppError('not-found', { text: 'This note is not yours, or it is gone.' });
      return noteOf(changed);
    },
    async remove(session, { id: account }, _id) {
      const { deletedCount } = await model.deleteOne({ _id, session, account });
      if (deletedCount === 0) throw new AppError('not-found', { text: 'This note is not yours, or it is gone.' });
    },
    belonging: {
      async forget(session) {
        await model.deleteMany({ session });
      },
      // What reps write for each other is not handed out, like all that is said among them.
      read: async () => ({}),
    },
  };
}

function noteOf({ _id: id, account, name, text, at, editedAt }: NoteRecord): Note {
  return { id, by: { account, name }, text, at, editedAt: editedAt ?? null };
}
