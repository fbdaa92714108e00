/** Notes that reps write about a session, for each other: no customer is ever told of them, nor that there are any. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { AccountId, ClientEntryId, SessionId } from './identifiers.ts';
import { Moment, paragraph } from './text.ts';

export const NoteId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'), v.brand('NoteId'));
export type NoteId = v.InferOutput<typeof NoteId>;

export const NoteText = v.pipe(paragraph(4000), v.minLength(1, 'must not be empty'));

/** One session has at most so many notes. */
export const mostNotes = 200;

/** A note, under the name that its author had then. */
export const Note = v.strictObject({
  id: NoteId,
  by: v.strictObject({ account: AccountId, name: v.string() }),
  text: v.string(),
  at: Moment,
  /** When its author changed it last. */
  editedAt: v.nullable(Moment),
});
export type Note = v.InferOutput<typeof Note>;

export const repNoteOperations = {
  /** Oldest first, those of the reps who had the session before among them. */
  'notes.list': operation(v.strictObject({ session: SessionId }), v.strictObject({ notes: v.array(Note) })),
  /** While the session lives and after its end. The same `clientId` a second time writes nothing. */
  'notes.write': operation(
    v.strictObject({ session: SessionId, clientId: ClientEntryId, text: NoteText }),
    v.strictObject({ note: Note }),
  ),
  /** Only who wrote a note changes it, or takes it away. */
  'notes.change': operation(
    v.strictObject({ session: SessionId, note: NoteId, text: NoteText }),
    v.strictObject({ note: Note }),
  ),
  'notes.remove': operation(v.strictObject({ session: SessionId, note: NoteId }), Nothing),
};

/** A rep of the session wrote, changed or removed a note: whoever shows them asks for them anew. */
export const notesChanged = v.strictObject({ type: v.literal('notes.changed'), session: SessionId });
