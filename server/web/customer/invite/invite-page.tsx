import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Steps } from '../../../../shared/ui/steps.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { inviteTexts as words } from '../../texts/customer-invite.ts';
import { goTo } from '../address.ts';
import { PageLink } from '../page-link.tsx';
import type { CustomerModel } from '../customer-model.ts';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { withProof } from '../proof/with-proof.ts';
import { focusFirstFault } from '../request/focus-first-fault.ts';
import { useAction } from '../use-action.ts';
import { DeskChoice } from './desk-choice.tsx';
import { checkInvite, emptyInvite } from './invite-check.ts';
import './invite.css';

/** Where a customer invites somebody they know. */
export function InvitePage({ model, organisation }: { model: CustomerModel; organisation: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(emptyInvite);
  const [wasTried, setTried] = useState(false);
  const making = useAction();
  const checked = checkInvite(draft);
  const faults = wasTried && !checked.ok ? checked.faults : {};
  const { desks, domains } = model.own;

  const make = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!checked.ok) return focusFirstFault(form);
    making.run(async () => {
      const { invitation } = await withProof(model.server, 'request', (proven) =>
        model.server.call('invitations.make', { ...checked.form, ...proven }),
      );
      goTo('/');
      model.own.put(invitation);
    });
  };

  return (
    <PageShell
      {...pageFrame(organisation)}
      title={words.title}
      lead={words.lead(safeName(organisation))}
      headEnd={<PageLink href="/">{words.back}</PageLink>}
      aside={
        <>
          <h2>{words.aside}</h2>
          <Steps label={words.aside} steps={words.steps} />
        </>
      }
    >
      <LinkNotice model={model} />
      <form ref={form} class="invite-form" noValidate onSubmit={make}>
        <TextInput
          label={words.name}
          value={draft.name}
          onValue={(name) => setDraft({ ...draft, name })}
          autocomplete="name"
          required
          maxLength={80}
          error={faults.name}
        />
        <TextInput
          label={words.message}
          hint={words.messageHint}
          optional
          value={draft.message}
          onValue={(message) => setDraft({ ...draft, message })}
          maxLength={120}
        />
        {domains.value.length > 0 && (
          <TextInput
            label={words.to}
            hint={`${words.toHint(domains.value.join(', '))} ${words.toNone}`}
            optional
            value={draft.to}
            onValue={(to) => setDraft({ ...draft, to })}
            inputMode="email"
            autocomplete="off"
            error={faults.to}
          />
        )}
        <DeskChoice
          desks={desks.value}
          chosen={draft.desks}
          onChosen={(chosen) => setDraft({ ...draft, desks: chosen })}
        />
        {domains.value.length === 0 && <p class="rh-soft">{words.noMail}</p>}
        {making.failure !== undefined && (
          <Notice kind="danger" alert>
            {making.failure}
          </Notice>
        )}
        <div class="form-end">
          <Button type="submit" kind="primary" busy={making.isBusy} busyText={words.sending}>
            {words.send}
          </Button>
        </div>
      </form>
    </PageShell>
  );
}
