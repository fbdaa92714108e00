import { useEffect, useState } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Note } from '../../shared/contract/note.ts';
import { useView } from '../view/view-context.ts';

/** The notes of a session, asked for anew whenever one of its reps wrote; `undefined` until they are known. */
export function useNotes(session: SessionId) {
  const { desk, orders } = useView();
  const [notes, setNotes] = useState<readonly Note[]>();
  const [times, setTimes] = useState(0);
  const isOnline = desk.link.value.at === 'online';
  const news = desk.noteNews.value;
  useEffect(() => {
    if (!isOnline) return undefined;
    let isHere = true;
    void orders.give('notes.list', { session }).then((answer) => {
      if (isHere && answer !== undefined) setNotes(answer.notes);
    });
    return () => {
      isHere = false;
    };
  }, [orders, session, news, isOnline, times]);
  return { notes, reload: () => setTimes((before) => before + 1) };
}
