/** The link owner knows which files are on their way from this page, so that none is forgotten without a word when the page goes. */
import { computed, effect, untracked } from '@preact/signals';
import { mostWaitingFiles } from '../port/left-words.ts';
import type { View } from './open-view.ts';

/** For as long as the page lives. */
export function tellFiles({ desk, files: { queue }, orders }: Pick<View, 'desk' | 'files' | 'orders'>): void {
  // Of files that go only the bytes change, which nobody else asks for.
  const named = computed(() => queue.files.value.map(({ clientId }) => clientId).join(' '));
  effect(() => {
    if (desk.arrivals.value === 0) return;
    void named.value;
    const files = untracked(() => queue.files.value)
      .slice(0, mostWaitingFiles)
      .map(({ session, clientId, name, bytes, audience }) => ({ session, clientId, name, bytes, audience }));
    void orders.mention('files.onWay', { files });
  });

  // Of a session that is gone nothing can be sent; the link owner has laid the names aside.
  effect(() => {
    if (desk.desk.value === null) return;
    const open = new Set(desk.sessions.value.map(({ head }) => head.id));
    const gone = untracked(() => queue.files.value).filter(({ session }) => !open.has(session));
    untracked(() => {
      for (const { clientId } of gone) queue.drop(clientId);
    });
  });
}
