import { Lock } from 'lucide';
import type { Note } from '../../../../../shared/contract/note.ts';
import { Icon } from '../../../../../shared/ui/icon.tsx';
import { safeName, safeText } from '../../../../../shared/ui/safe-text.ts';
import { reportTexts as words } from '../../../texts/admin-reports-en.ts';
import { useTimes } from '../../frame/zone-times.ts';

/** What the reps wrote for each other, drawn as the log draws what no customer has read. */
export function ReportNotes({ notes }: { notes: readonly Note[] }) {
  const times = useTimes();
  return (
    <section aria-labelledby="session-notes">
      <h2 id="session-notes" class="session-page-title">
        {words.notes}
      </h2>
      {notes.length === 0 && <p class="rh-soft">{words.noNotes}</p>}
      <ul class="session-lines">
        {notes.map((note) => (
          <li key={note.id} class="session-line" data-audience="reps">
            <time class="session-line-time" dateTime={new Date(note.at).toISOString()}>
              {times.seconds(note.at)}
            </time>
            <div class="session-line-words" dir="auto">
              <b>{safeName(note.by.name)}</b>
              <span class="session-line-reps">
                <Icon icon={Lock} size={12} /> {words.repsOnly}
                {note.editedAt !== null && `, ${words.edited(times.clock(note.editedAt))}`}
              </span>
              <p class="session-line-text">{safeText(note.text)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
