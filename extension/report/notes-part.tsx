import { Lock, Pencil, Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Note } from '../../shared/contract/note.ts';
import { Button } from '../../shared/ui/button.tsx';
import { calendarDay, clockTime } from '../../shared/ui/format-time.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { isComposing } from '../../shared/ui/is-composing.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { Section } from '../../shared/ui/section.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { reportTexts } from '../texts/reports-en.ts';
import { newClientId } from '../view/new-client-id.ts';
import { FetchedState } from '../view/use-fetched.tsx';
import { useView } from '../view/view-context.ts';
import { withoutSent } from './without-sent.ts';
import { useNotes } from './use-notes.ts';
import { useWorkDraft } from './use-work-draft.ts';

const words = reportTexts.notes;

type NotesPartProps = {
  session: SessionId;
  /** Puts a note's text where the report says what was done; missing until there is a report. */
  onIntoReport: ((text: string) => void) | undefined;
};

/** What the reps of a session write for each other: dashed, as all that no customer sees. */
export function NotesPart({ session, onIntoReport }: NotesPartProps) {
  const fetched = useNotes(session);
  const notes = fetched.value?.notes;
  return (
    <Section
      title={words.title}
      aside={
        <>
          <Icon icon={Lock} size={12} /> {words.repsOnly}
        </>
      }
    >
      <div class="ext-notes">
        <FetchedState fetched={fetched} label={words.loading} rows={1} />
        {notes?.length === 0 && <p class="rh-soft">{words.none}</p>}
        {notes !== undefined && notes.length > 0 && (
          <ul class="ext-notes-list" aria-label={words.title}>
            {notes.map((note) => (
              <NoteRow
                key={note.id}
                session={session}
                note={note}
                onChanged={fetched.again}
                onIntoReport={onIntoReport}
              />
            ))}
          </ul>
        )}
        <NewNote session={session} onAdded={fetched.again} />
      </div>
    </Section>
  );
}

function NewNote({ session, onAdded }: { session: SessionId; onAdded: () => void }) {
  const { orders } = useView();
  const { draft, latest, change } = useWorkDraft(session);
  const [isAdding, setAdding] = useState(false);
  // One id for one text: a second try of the same note is the same note, and another text is another one.
  const tried = useRef<{ text: string; clientId: ClientEntryId }>(undefined);
  const add = async () => {
    const text = draft.note;
    if (text.trim() === '' || isAdding) return;
    setAdding(true);
    if (tried.current?.text !== text) tried.current = { text, clientId: newClientId() };
    const answer = await orders.give('notes.write', { session, clientId: tried.current.clientId, text });
    setAdding(false);
    if (answer === undefined) return;
    tried.current = undefined;
    change({ note: withoutSent(latest().note, text) });
    onAdded();
  };
  return (
    <form
      class="ext-notes-new"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextArea
        label={words.label}
        hint={words.hint}
        name="note"
        rows={2}
        maxLength={4000}
        value={draft.note}
        onValue={(note) => change({ note })}
        onKeyDown={(event) => {
          if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void add();
        }}
      />
      <Button type="submit" busy={isAdding} busyText={words.adding}>
        {words.add}
      </Button>
    </form>
  );
}

type NoteRowProps = NotesPartProps & { note: Note; onChanged: () => void };

/** One note. Who wrote it can change it and take it away; everybody can put it into the report. */
function NoteRow({ session, note, onChanged, onIntoReport }: NoteRowProps) {
  const { desk, orders } = useView();
  const { draft, latest, change } = useWorkDraft(session);
  const changed = draft.noteEdits.find((edit) => edit.note === note.id)?.text;
  const setChanged = (text: string | undefined) => {
    const others = latest().noteEdits.filter((edit) => edit.note !== note.id);
    change({ noteEdits: text === undefined ? others : [...others, { note: note.id, text }] });
  };
  const [isRemoving, setRemoving] = useState(false);
  const isMine = desk.desk.value?.account.id === note.by.account;
  const save = async (text: string) => {
    const answer = await orders.give('notes.change', { session, note: note.id, text });
    if (answer === undefined) return;
    // What was typed meanwhile stays to be changed.
    if (latest().noteEdits.find((edit) => edit.note === note.id)?.text === text) setChanged(undefined);
    onChanged();
  };
  const remove = async () => {
    setRemoving(false);
    if ((await orders.give('notes.remove', { session, note: note.id })) === undefined) return;
    setChanged(undefined);
    onChanged();
  };
  return (
    <li class="ext-note">
      {isRemoving && (
        <Dialog
          title={words.removeTitle}
          harmless={words.keep}
          onHarmless={() => setRemoving(false)}
          act={words.removeNow}
          actKind="danger"
          onAct={() => void remove()}
        >
          <p>{words.removeText}</p>
        </Dialog>
      )}
      <div class="ext-note-head">
        <b>
          <OutsideText text={note.by.name} />
        </b>
        <span class="rh-soft rh-numbers">
          {dayAndTime(note.at, desk.clock.now())}
          {note.editedAt !== null && ` · ${words.edited} ${clockTime(note.editedAt)}`}
        </span>
        {isMine && changed === undefined && (
          <span class="ext-note-tools">
            <IconButton icon={Pencil} label={words.edit} onClick={() => setChanged(note.text)} />
            <IconButton icon={Trash2} label={words.remove} onClick={() => setRemoving(true)} />
          </span>
        )}
      </div>
      {changed === undefined ? (
        <>
          <p class="ext-note-text">
            <OutsideText text={note.text} />
          </p>
          {onIntoReport !== undefined && <Link onClick={() => onIntoReport(note.text)}>{words.intoReport}</Link>}
        </>
      ) : (
        <div class="ext-notes-new">
          <TextArea label={words.edit} labelUnseen rows={2} maxLength={4000} value={changed} onValue={setChanged} />
          <span class="ext-note-buttons">
            <Button onClick={() => void save(changed)}>{words.change}</Button>
            <Button kind="quiet" onClick={() => setChanged(undefined)}>
              {words.cancel}
            </Button>
          </span>
        </div>
      )}
    </li>
  );
}

/** Of today the time alone. */
function dayAndTime(at: number, now: number): string {
  const time = clockTime(at);
  return calendarDay(at) === calendarDay(now) ? time : `${calendarDay(at)}, ${time}`;
}
