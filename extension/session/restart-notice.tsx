import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { duration } from '../../shared/ui/format-time.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { toolTexts } from '../texts/host-tools-en.ts';
import { firstName } from '../view/first-name.ts';
import { useNow } from '../view/use-now.ts';
import { useView } from '../view/view-context.ts';
import { restartingSince } from './restart.ts';

/** While the customer's computer restarts: for how long, and what comes. */
export function RestartNotice({ head, entries }: { head: SessionHead; entries: readonly LogEntry[] }) {
  const { desk } = useView();
  const now = useNow(desk.clock);
  const since = restartingSince(entries);
  if (since === null) return null;
  const name = firstName(head.customer.name);
  return (
    <Notice kind="wait" title={toolTexts.restarting.since(name, duration(Math.max(0, now - since)))}>
      {toolTexts.restarting.comes}
    </Notice>
  );
}
