import type { SessionHead } from '../../../../shared/contract/session.ts';
import { whiteboardStanding } from '../../../../shared/contract/whiteboard-standing.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { BoardInvitation } from '../../../../shared/ui/whiteboard/board-invitation.tsx';
import { whiteboardTexts as words } from '../../texts/customer-whiteboard.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { newClientEntryId } from '../new-client-entry-id.ts';
import { useAction } from '../use-action.ts';

type BoardQuestionProps = { model: CustomerModel; session: SessionHead };

/** At the chat's end: the rep would like a whiteboard, or has been asked for one. Nothing otherwise. */
export function BoardQuestion({ model, session }: BoardQuestionProps) {
  const answering = useAction();
  const standing = whiteboardStanding(model.entries.value);
  const rep = firstName(session.owner.displayName);
  const answer = (given: 'yes' | 'no') =>
    answering.run(async () => {
      const clientId = newClientEntryId();
      await model.server.call('whiteboard.answer', { session: session.id, clientId, answer: given });
    });
  if (standing === 'asked-by-rep')
    return (
      <BoardInvitation
        title={words.card.title(rep)}
        text={words.card.text(rep)}
        yes={words.card.yes}
        no={words.card.no}
        isBusy={answering.isBusy}
        failure={answering.failure}
        onYes={() => answer('yes')}
        onNo={() => answer('no')}
      />
    );
  if (standing !== 'asked-by-customer') return null;
  return (
    <p class="rh-soft">
      {words.waits(rep)}.{' '}
      <Link
        onClick={() =>
          answering.run(async () => {
            await model.server.call('whiteboard.close', { session: session.id, clientId: newClientEntryId() });
          })
        }
      >
        {words.takeBack}
      </Link>
    </p>
  );
}
