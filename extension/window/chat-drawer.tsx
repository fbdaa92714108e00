import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { PersonHead } from '../../shared/ui/person-head.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { SessionComposer, SessionLogView } from '../session/chat.tsx';
import type { Drafts } from '../session/drafts.ts';
import { useView } from '../view/view-context.ts';

type ChatDrawerProps = { head: SessionHead; entries: readonly LogEntry[]; drafts: Drafts };

/** The chat beside the picture. */
export function ChatDrawer({ head, entries, drafts }: ChatDrawerProps) {
  const { desk } = useView();
  const unsent = desk.unsent.value.filter(({ session }) => session === head.id);
  const place = [head.channelName, head.facts?.computer]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  return (
    <aside class="ext-window-drawer" aria-label={safeName(head.customer.name)}>
      <PersonHead name={head.customer.name} detail={place} />
      <SessionLogView head={head} entries={entries} unsent={unsent} />
      <SessionComposer head={head} entries={entries} drafts={drafts} />
    </aside>
  );
}
