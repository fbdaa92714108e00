import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/customer-en.ts';
import { goTo } from '../address.ts';
import type { CustomerModel } from '../customer-model.ts';
import { PrivacyNotice } from '../brand/privacy-notice.tsx';
import { shownBranding } from '../brand/shown-branding.ts';
import { InviteLink } from '../invite/invite-link.tsx';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.ts';
import { TrustedReps } from '../trust/trusted-reps.tsx';
import { useAction } from '../use-action.ts';
import { ChannelCards } from './channel-cards.tsx';
import { channelFor, whyNot } from './channel-choice.ts';
import { focusFirstFault } from './focus-first-fault.ts';
import { incidentChoices, withIncident } from './incident-choice.ts';
import { Promises } from './promises.tsx';
import { checkRequest, emptyDraft } from './request-check.ts';
import { RequestFields } from './request-fields.tsx';

const words = texts.request;

type RequestPageProps = { model: CustomerModel; organisation: string };

/** Where a customer asks for help. */
export function RequestPage({ model, organisation }: RequestPageProps) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(emptyDraft);
  const [wasTried, setTried] = useState(false);
  const asking = useAction();
  const channels = model.channels.value;
  const channel = channelFor(channels, draft.channel);
  const incidents = model.incidents.value;
  const checked = checkRequest(withIncident({ ...draft, channel }, incidents));
  const faults = wasTried && !checked.ok ? checked.faults : {};
  const reasonAgainst = whyNot(channels, channel);
  const own = shownBranding.value.texts;
  const isClosed = channels.length > 0 && channels.every(({ status }) => status === 'offline');

  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!checked.ok) return focusFirstFault(form);
    asking.run(async () => {
      const { place } = await model.server.call('requests.ask', checked.form);
      model.enter({ at: 'waiting', place });
    });
  };

  return (
    <PageShell
      {...pageFrame(organisation)}
      title={safeName(own.title) || words.title}
      lead={safeName(own.lead) || words.lead}
      headEnd={<CodeLink />}
      aside={
        <>
          <Promises />
          <hr />
          <InviteLink />
        </>
      }
    >
      <LinkNotice model={model} />
      {isClosed && own.closed !== '' && (
        <Notice kind="info">
          <OutsideText as="message" text={own.closed} />
        </Notice>
      )}
      <TrustedReps model={model} />
      <form ref={form} class="request-form" noValidate onSubmit={ask}>
        {channels.length > 0 && (
          <ChannelCards
            channels={channels}
            chosen={channel}
            onChoose={(chosen) => setDraft({ ...draft, channel: chosen })}
          />
        )}
        <section class="request-you" aria-labelledby="about-you">
          <h2 id="about-you">{words.you}</h2>
          <RequestFields
            draft={draft}
            faults={faults}
            incidents={incidentChoices(incidents, channel)}
            onChange={setDraft}
          />
        </section>
        {asking.failure !== undefined && (
          <Notice kind="danger" alert>
            {asking.failure}
          </Notice>
        )}
        <PrivacyNotice organisation={organisation} texts={own} />
        <div class="form-end">
          <Button
            type="submit"
            kind="primary"
            busy={asking.isBusy}
            busyText={words.sending}
            disabledReason={reasonAgainst}
          >
            {words.send}
          </Button>
          <p class="request-why" role="status">
            {reasonAgainst}
          </p>
        </div>
      </form>
    </PageShell>
  );
}

function CodeLink() {
  return (
    <Link
      href="/connect"
      onClick={(event) => {
        event.preventDefault();
        goTo('/connect');
      }}
    >
      {texts.haveCode}
    </Link>
  );
}
