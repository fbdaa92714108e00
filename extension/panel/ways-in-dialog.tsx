import { useEffect } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { firstName } from '../view/first-name.ts';
import { usePanel } from './panel-context.ts';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { useView } from '../view/view-context.ts';
import { WaysIn } from '../ways-in/ways-in.tsx';

/** The dialog of a session that waits. Closing it leaves the session where it is: in the list, waiting. */
export function WaysInDialog() {
  const { desk, orders } = useView();
  const panel = usePanel();
  const shown = panel.waysInOf.value;
  const head = desk.sessions.value.find(({ head: { id } }) => id === shown)?.head;
  const isOver = shown !== null && head?.state !== 'waiting-code';
  useEffect(() => {
    if (isOver) panel.closeWaysIn();
  }, [isOver]);
  if (head?.state !== 'waiting-code') return null;

  const paste = (session: SessionId, sentence: string) => {
    panel.drafts.add(session, sentence);
    panel.closeWaysIn();
    panel.goToSession(session);
    const chat = desk.sessions.value.find(({ head: { id } }) => id === session)?.head;
    orders.tell(waysInTexts.pasted(firstName(chat?.customer.name ?? '')));
  };
  return (
    <Dialog title={waysInTexts.title} harmless={waysInTexts.close} onHarmless={() => panel.closeWaysIn()}>
      <p>{waysInTexts.tell}</p>
      <WaysIn head={head} guideTo={panel.guideTo.value} onPaste={paste} />
    </Dialog>
  );
}
