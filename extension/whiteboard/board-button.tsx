import { Presentation } from 'lucide';
import type { SessionHead } from '../../shared/contract/session.ts';
import { whiteboardStanding } from '../../shared/contract/whiteboard-standing.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { whiteboardTexts as words } from '../texts/whiteboard-en.ts';
import { newClientId } from '../view/new-client-id.ts';
import { useView } from '../view/view-context.ts';

/** Beside Send: invites the customer to a whiteboard, or opens the one that they would like. Gone while it is open. */
export function BoardButton({ head }: { head: SessionHead }) {
  const { desk, orders } = useView();
  const standing = whiteboardStanding(desk.logs.value.get(head.id) ?? []);
  if (head.state !== 'live' || standing === 'open' || standing === 'asked-by-rep') return null;
  return (
    <IconButton
      icon={Presentation}
      label={words.suggest}
      keyHint="Alt B"
      onClick={() => void orders.give('whiteboard.ask', { session: head.id, clientId: newClientId() })}
    />
  );
}
