/** Draws the customer's attention when somebody answers or writes: a note, and the words in the browser's tab. */
import { computed, effect, signal } from '@preact/signals';
import type { CustomerModel } from './customer-model.ts';
import { isCalled } from './call/is-called.ts';
import { currentPath, replaceBy } from './address.ts';
import type { NotePlayer } from './note-player.ts';
import { pageTitle } from './page-title.ts';
import { sessionOf } from './session-of.ts';

/** So often a note tells that somebody calls. */
const RING_EVERY_MS = 3000;

/** Watches until the returned function is called. */
export function watchForAttention(model: CustomerModel, note: NotePlayer): () => void {
  const isHidden = signal(document.hidden);
  const seenUpTo = signal(0);
  const noticeVisibility = () => (isHidden.value = document.hidden);
  document.addEventListener('visibilitychange', noticeVisibility);

  const fromRep = computed(() =>
    model.entries.value.filter(({ kind, by }) => (kind === 'chat' || kind === 'file') && by.kind === 'rep'),
  );
  const unread = computed(() => fromRep.value.filter(({ seq }) => seq > seenUpTo.value).length);
  const calledAt = computed(() => {
    const session = sessionOf(model.state.value);
    return session !== undefined && isCalled(session) ? session.call?.askedAt : undefined;
  });
  let stateBefore = model.state.peek().at;
  let unreadBefore = 0;

  const stops = [
    effect(() => {
      const { at } = model.state.value;
      if (at === 'session' && stateBefore !== 'session') {
        replaceBy('/');
        if (stateBefore === 'waiting') note.play();
      }
      stateBefore = at;
    }),
    effect(() => {
      if (!isHidden.value) seenUpTo.value = model.entries.value.at(-1)?.seq ?? 0;
    }),
    effect(() => {
      if (isHidden.value && unread.value > unreadBefore) note.play();
      unreadBefore = unread.value;
    }),
    effect(() => {
      if (calledAt.value === undefined) return undefined;
      note.play();
      const ringing = setInterval(() => note.play(), RING_EVERY_MS);
      return () => clearInterval(ringing);
    }),
    effect(() => {
      document.title = pageTitle({
        state: model.state.value,
        hasReservation: model.reservation.value !== null,
        path: currentPath.value,
        organisation: model.organisation.value,
        unread: unread.value,
      });
    }),
  ];
  return () => {
    document.removeEventListener('visibilitychange', noticeVisibility);
    for (const stop of stops) stop();
  };
}
