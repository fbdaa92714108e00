import { Copy, Share2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { OwnInvitation } from '../../../../shared/contract/invitation.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { calendarDay, clockTime } from '../../../../shared/ui/format-time.ts';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { inviteTexts } from '../../texts/customer-invite.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { useAction } from '../use-action.ts';
import { typedCode } from './typed-code.ts';
import './invite.css';

const { waits, direct } = inviteTexts;

type InvitedPageProps = { model: CustomerModel; invitation: OwnInvitation; organisation: string };

/** Waiting for whoever was invited or asked: what was sent, what to send, and how to end it. */
export function InvitedPage({ model, invitation, organisation }: InvitedPageProps) {
  const closing = useAction();
  const isDirect = invitation.kind === 'direct';
  const close = () =>
    closing.run(async () => {
      await model.server.call('invitations.close', {});
      model.own.put(null);
    });
  return (
    <PageShell
      {...pageFrame(organisation)}
      title={isDirect ? direct.title(firstName(invitation.asked)) : waits.title}
      lead={isDirect ? direct.lead : waits.lead}
    >
      <LinkNotice model={model} />
      <div class="invited">
        {invitation.leftBy !== null && (
          <Notice kind="info" alert>
            {waits.left(firstName(invitation.leftBy))}
          </Notice>
        )}
        {!isDirect && <ToSend invitation={invitation} />}
        <Recipients recipients={invitation.recipients} />
        <div class="form-end">
          <Button busy={closing.isBusy} busyText={waits.closing} onClick={close}>
            {isDirect ? direct.cancel : waits.close}
          </Button>
          {!isDirect && (
            <p class="rh-soft">
              {waits.holds(`${clockTime(invitation.expiresAt)}, ${calendarDay(invitation.expiresAt)}`)}
            </p>
          )}
        </div>
        {closing.failure !== undefined && (
          <Notice kind="danger" alert>
            {closing.failure}
          </Notice>
        )}
      </div>
    </PageShell>
  );
}

function ToSend({ invitation: { name, link, code } }: { invitation: OwnInvitation }) {
  const [isCopied, setCopied] = useState(false);
  const text = waits.text(safeName(name), link, typedCode(code));
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Refused by the browser or its user: the text stands here, to be copied by hand.
      () => setCopied(false),
    );
  const share = () =>
    navigator.share({ text }).catch(() => {
      // The person has chosen no messenger after all.
    });
  return (
    <section class="invited-send" aria-labelledby="invited-send">
      <h2 id="invited-send">{waits.yourself}</h2>
      <p class="rh-soft">{waits.yourselfHint}</p>
      <p class="invited-text">{text}</p>
      <p>
        {waits.code}: <b class="rh-numbers">{typedCode(code)}</b>
      </p>
      {isSecureContext && (
        <div class="form-end">
          <Button kind="primary" icon={Copy} onClick={() => void copy()}>
            <span role="status">{isCopied ? waits.copied : waits.copy}</span>
          </Button>
          {'share' in navigator && (
            <Button icon={Share2} onClick={() => void share()}>
              {waits.share}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Recipients({ recipients }: Pick<OwnInvitation, 'recipients'>) {
  if (recipients.length === 0) return null;
  return (
    <section aria-labelledby="invited-by-mail">
      <h2 id="invited-by-mail">{waits.sent}</h2>
      <ul class="invited-recipients">
        {recipients.map(({ to, sent }) => (
          <li key={to}>
            <OutsideText text={to} />
            <span class={sent ? 'rh-soft' : 'invited-not-sent'}>{sent ? waits.taken : waits.notTaken}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
