import { Copy } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { Ticket } from '../../../../shared/contract/identifiers.ts';
import type { InvitationCard } from '../../../../shared/contract/invitation.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { Steps } from '../../../../shared/ui/steps.tsx';
import { inviteTexts } from '../../texts/customer-invite.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { typedCode } from './typed-code.ts';
import './invite.css';

const words = inviteTexts.help;
/** Whether somebody helps by now. */
const LOOK_EVERY_MS = 5000;

type Looked = { at: 'looking' } | { at: 'gone' } | { at: 'there'; card: InvitationCard };

/** What somebody sees who opened the link of an invitation: who asks, and how to connect in the extension. */
export function HelpPage({
  model,
  ticket,
  organisation,
}: {
  model: CustomerModel;
  ticket: Ticket;
  organisation: string;
}) {
  const looked = useCard(model, ticket);
  const card = looked.at === 'there' ? looked.card : undefined;
  return (
    <PageShell
      {...pageFrame(organisation)}
      title={card === undefined ? words.titleUnknown : words.title(firstName(card.name))}
      lead={card === undefined ? undefined : words.lead}
    >
      <LinkNotice model={model} />
      {looked.at === 'looking' && <p class="rh-soft">{words.look}</p>}
      {looked.at === 'gone' && <Notice kind="info">{words.unknown}</Notice>}
      {card !== undefined && <Card card={card} />}
    </PageShell>
  );
}

function Card({ card: { name, message, code, helper } }: { card: InvitationCard }) {
  const typed = typedCode(code);
  return (
    <div class="invited">
      {message !== '' && (
        <p class="invited-text">
          <OutsideText text={message} />
        </p>
      )}
      {helper !== null && <Notice kind="wait">{words.helped(firstName(helper), firstName(name))}</Notice>}
      <p class="invited-code">
        {words.code} <b>{typed}</b>
      </p>
      {isSecureContext && (
        <div class="form-end">
          <Button kind="primary" icon={Copy} onClick={() => void navigator.clipboard.writeText(typed)}>
            {words.copy}
          </Button>
        </div>
      )}
      <Steps label={words.lead} steps={words.steps} />
    </div>
  );
}

function useCard(model: CustomerModel, ticket: Ticket): Looked {
  const [looked, setLooked] = useState<Looked>({ at: 'looking' });
  const isOpen = model.link.value.at === 'open';
  useEffect(() => {
    if (!isOpen) return undefined;
    let isHere = true;
    const look = () =>
      model.server.call('invitations.look', { secret: ticket }).then(
        ({ card }) => isHere && setLooked({ at: 'there', card }),
        (error: unknown) => {
          if (!(error instanceof AppError)) throw error;
          if (isHere && error.code === 'not-found') setLooked({ at: 'gone' });
        },
      );
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [model, ticket, isOpen]);
  return looked;
}
