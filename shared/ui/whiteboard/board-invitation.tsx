import { Presentation } from 'lucide';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import './board-invitation.css';

type BoardInvitationProps = {
  /** Who would like to draw together, as a question. */
  title: string;
  text: string;
  yes: string;
  no: string;
  isBusy?: boolean | undefined;
  /** Why the last answer did not get there. */
  failure?: string | undefined;
  onYes: () => void;
  onNo: () => void;
};

/** In the chat: the other side would like a whiteboard. No access to anything is given, so it stands there calmly. */
export function BoardInvitation(props: BoardInvitationProps) {
  const { title, text, yes, no, isBusy, failure, onYes, onNo } = props;
  return (
    <section class="rh-board-invitation" aria-label={title}>
      <p class="rh-board-invitation-title">
        <Icon icon={Presentation} />
        <b>{title}</b>
      </p>
      <p class="rh-soft">{text}</p>
      <div class="rh-board-invitation-answers">
        <Button kind="primary" busy={isBusy} onClick={onYes}>
          {yes}
        </Button>
        <Button busy={isBusy} onClick={onNo}>
          {no}
        </Button>
      </div>
      {failure !== undefined && (
        <p class="rh-board-invitation-failure" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
