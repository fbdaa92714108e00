/** The link owner knows which files wait in this page or are on their way from it, so that none is forgotten without a word when the page goes. */
import { computed, effect, untracked } from '@preact/signals';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import { mostWaitingFiles } from '../port/left-words.ts';
import type { View } from './open-view.ts';

/** For as long as the page lives. */
export function tellFiles({ desk, drafts, files, orders }: Pick<View, 'desk' | 'drafts' | 'files' | 'orders'>): void {
  const { queue, held } = files;
  const all = () => [
    ...queue.files.value.map(({ session, clientId, name, bytes, audience }) => {
      return { session, clientId, name, bytes, audience };
    }),
    ...held.all.value.map(({ session, clientId, file: { name, size } }) => {
      return { session, clientId, name, bytes: size, audience: drafts.of(session).audience };
    }),
  ];
  // Of files that go only the bytes change, which nobody else asks for.
  const named = computed(() => [...held.all.value, ...queue.files.value].map(({ clientId }) => clientId).join(' '));
  effect(() => {
    if (desk.arrivals.value === 0) return;
    void named.value;
    void orders.mention('files.onWay', { files: untracked(all).slice(0, mostWaitingFiles) });
  });

  const drop = (isGone: (session: string) => boolean) => {
    for (const { session, clientId } of untracked(all)) {
      if (!isGone(session)) continue;
      held.drop(clientId);
      queue.drop(clientId);
    }
  };

  // Of a session that is gone nothing can be sent; the link owner has laid the names aside.
  effect(() => {
    if (desk.desk.value === null) return;
    const open = new Set<string>(desk.sessions.value.map(({ head }) => head.id));
    untracked(() => drop((session) => !open.has(session)));
  });

  // What one account has chosen is not for the next. After a sign-in that has only run out it waits for who comes.
  let whose: AccountId | undefined;
  effect(() => {
    const link = desk.link.value;
    const account = desk.desk.value?.account.id;
    const isOut = link.at === 'signed-out' && link.because === null;
    const isAnother = account !== undefined && whose !== undefined && account !== whose;
    if (isOut || isAnother) untracked(() => drop(() => true));
    whose = account ?? whose;
  });
}
