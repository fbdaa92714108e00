import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { whiteboardStanding } from '../../shared/contract/whiteboard-standing.ts';
import { Link } from '../../shared/ui/link.tsx';
import { BoardInvitation } from '../../shared/ui/whiteboard/board-invitation.tsx';
import { whiteboardTexts as words } from '../texts/whiteboard-en.ts';
import { firstName } from '../view/first-name.ts';
import { newClientId } from '../view/new-client-id.ts';
import { useView } from '../view/view-context.ts';

type BoardQuestionProps = { head: SessionHead; entries: readonly LogEntry[] };

/** At the chat's end: the customer would like a whiteboard, or has been asked whether they would. Nothing otherwise. */
export function BoardQuestion({ head, entries }: BoardQuestionProps) {
  const { orders } = useView();
  const standing = whiteboardStanding(entries);
  const name = firstName(head.customer.name);
  const session = head.id;
  const answer = (given: 'yes' | 'no') =>
    void orders.give('whiteboard.answer', { session, clientId: newClientId(), answer: given });
  if (standing === 'asked-by-customer')
    return (
      <BoardInvitation
        title={words.card.title(name)}
        text={words.card.text}
        yes={words.card.yes}
        no={words.card.no}
        onYes={() => answer('yes')}
        onNo={() => answer('no')}
      />
    );
  if (standing !== 'asked-by-rep') return null;
  return (
    <p class="rh-soft">
      {words.waits(name)}.{' '}
      <Link onClick={() => void orders.give('whiteboard.close', { session, clientId: newClientId() })}>
        {words.takeBack}
      </Link>
    </p>
  );
}
