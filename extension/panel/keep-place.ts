/** The panel begins where it was: it may be shut and opened at any moment, and with it goes whatever it only remembers. */
import { effect, untracked } from '@preact/signals';
import { storedPlace, storedWritten } from '../platform/storage.ts';
import type { View } from '../view/open-view.ts';
import type { PanelModel } from './panel-model.ts';

/** Finds place and drafts again, then keeps them; for as long as the page lives. */
export async function keepPlace({ desk }: View, panel: PanelModel): Promise<void> {
  const [place, drafts] = await Promise.all([storedPlace.read(), storedWritten.read()]);
  panel.drafts.restore(drafts);
  untracked(() => {
    const now = panel.place.value;
    // Wherever the person has gone meanwhile, or was led by a notification or a key, they stay.
    const isLed = desk.link.value.at === 'signed-out' || desk.startsWanted.value > 0 || desk.reservationsWanted.value;
    const isSameSession = now.at === 'session' && place.at === 'session' && now.session === place.session;
    if (isSameSession || (now.at === 'home' && !isLed)) panel.place.value = place;
  });
  effect(() => void storedPlace.write(panel.place.value));
  effect(() => {
    const written = panel.drafts.all.value;
    if (desk.link.value.at === 'signed-out') return void storedWritten.write([]);
    // Until the server has said which sessions there are, all may still be there.
    const isOpen = (id: string) => desk.desk.value === null || desk.sessions.value.some(({ head }) => head.id === id);
    void storedWritten.write(written.filter(({ session, text }) => text !== '' && isOpen(session)));
  });
}
