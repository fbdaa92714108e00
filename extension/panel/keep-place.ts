/** The panel begins where it was: it may be shut and opened at any moment, and with it goes whatever it only remembers. */
import { effect, untracked } from '@preact/signals';
import { storedPlace } from '../platform/storage.ts';
import type { View } from '../view/open-view.ts';
import type { PanelModel } from './panel-model.ts';

/** Finds the place again, then keeps it; for as long as the page lives. */
export async function keepPlace({ desk }: View, panel: PanelModel): Promise<void> {
  const place = await storedPlace.read();
  untracked(() => {
    const now = panel.place.value;
    // Wherever the person has gone meanwhile, or was led by a notification or a key, they stay.
    const isLed = desk.link.value.at === 'signed-out' || desk.startsWanted.value > 0 || desk.reservationsWanted.value;
    const isSameSession = now.at === 'session' && place.at === 'session' && now.session === place.session;
    if (isSameSession || (now.at === 'home' && !isLed)) panel.place.value = place;
  });
  effect(() => void storedPlace.write(panel.place.value));
}
