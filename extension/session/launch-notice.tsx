import { useState } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { shortcutTexts as words } from '../texts/shortcuts-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import { hasHost, openLaunch } from './launch.ts';

/** While the customer's computer asks whether to open something: what, and how to take it back. */
export function LaunchNotice({ head, entries }: { head: SessionHead; entries: readonly LogEntry[] }) {
  const { orders } = useView();
  const [isBusy, setBusy] = useState(false);
  const launch = openLaunch(entries);
  if (launch === undefined || head.state !== 'live' || !hasHost(head)) return null;
  const withdraw = async () => {
    setBusy(true);
    await orders.give('launch.unask', { session: head.id });
    setBusy(false);
  };
  return (
    <Notice
      kind="info"
      action={
        <Button busy={isBusy} onClick={() => void withdraw()}>
          {words.takeBack}
        </Button>
      }
    >
      {words.isAsked(firstName(head.customer.name), safeName(launch.name))}
    </Notice>
  );
}
