import { useRef, useState } from 'preact/hooks';
import type { PublicChannel } from '../../../../shared/contract/channel.ts';
import { systemClock } from '../../../../shared/ui/clock.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { texts } from '../../texts/customer.ts';
import { goTo } from '../address.ts';
import { PageLink } from '../page-link.tsx';
import type { CustomerModel } from '../customer-model.ts';
import { EndingNotices } from '../ended/ending-notices.tsx';
import { PrivacyNotice } from '../brand/privacy-notice.tsx';
import { shownBranding } from '../brand/shown-branding.ts';
import { InviteLink } from '../invite/invite-link.tsx';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { TrustedReps } from '../trust/trusted-reps.tsx';
import { withProof } from '../proof/with-proof.ts';
import { checkReservation } from '../reservation/reservation-check.ts';
import type { ReservationFaults } from '../reservation/reservation-check.ts';
import { ReservationPart } from '../reservation/reservation-part.tsx';
import { useAction } from '../use-action.ts';
import { nothingAsked, wishAhead } from './asking.ts';
import type { Asking } from './asking.ts';
import { ChannelCards } from './channel-cards.tsx';
import { canBeAsked, channelFor, wayIn, whyNot } from './channel-choice.ts';
import { focusFirstFault } from './focus-first-fault.ts';
import { FormFaults } from './form-faults.tsx';
import { incidentChoices, withIncident } from './incident-choice.ts';
import { Promises } from './promises.tsx';
import { checkRequest } from './request-check.ts';
import { RequestFields } from './request-fields.tsx';
import { undrawnFaults } from './undrawn-faults.ts';

const words = texts.request;

type RequestPageProps = { model: CustomerModel; organisation: string };

/** Where a customer asks for help, or reserves a call while nobody is free. */
export function RequestPage({ model, organisation }: RequestPageProps) {
  const form = useRef<HTMLFormElement>(null);
  const now = systemClock.now() + model.clockOffsetMs.value;
  const { draft, wantsCall, wish: wished } = model.asking.value;
  const wish = wishAhead(wished, now);
  const keep = (change: Partial<Asking>) => model.keepAsking({ draft, wantsCall, wish, ...change });
  const [wasTried, setTried] = useState(false);
  const sending = useAction();
  const channels = model.channels.value;
  const channel = channelFor(channels, draft.channel);
  const way = wayIn(channel, wantsCall);
  const isReserving = way === 'reserve';
  const whole = { ...draft, channel: channel?.id };
  const incidents = model.incidents.value;
  const asked = checkRequest(withIncident(whole, incidents));
  const reserved = checkReservation(whole, wish);
  const checked = isReserving ? reserved : asked;
  const faults: ReservationFaults = wasTried && !checked.ok ? checked.faults : {};
  const choices = isReserving ? [] : incidentChoices(incidents, channel?.id);
  const drawn = [...(choices.length > 0 ? (['incident'] as const) : []), ...(isReserving ? (['wish'] as const) : [])];
  const hasOne = model.reservation.value !== null && isReserving;
  const own = shownBranding.value.texts;
  const isClosed = channels.length > 0 && channels.every(({ status }) => status === 'offline');
  const reasonAgainst = hasOne ? reservationTexts.haveOne : whyNot(channels, channel);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!checked.ok) return focusFirstFault(form);
    sending.run(async () => {
      if (isReserving && reserved.ok) {
        const { reservation } = await withProof(model.server, 'request', (proven) =>
          model.server.call('reservations.leave', { ...reserved.form, ...proven }),
        );
        model.keepAsking(nothingAsked);
        model.keepReservation(reservation);
        goTo('/');
      } else if (asked.ok) {
        const { place } = await withProof(model.server, 'request', (proven) =>
          model.server.call('requests.ask', { ...asked.form, ...proven }),
        );
        model.enter({ at: 'waiting', place });
      }
    });
  };
  const choose = (id: string) => keep({ draft: { ...draft, channel: id }, wish: null });

  return (
    <PageShell
      {...pageFrame(organisation)}
      title={safeName(own.title) || words.title}
      lead={safeName(own.lead) || (isReserving ? reservationTexts.lead : words.lead)}
      headEnd={<HeadLinks />}
      aside={
        <>
          <Promises isReserving={isReserving} />
          <hr />
          <InviteLink />
        </>
      }
    >
      <LinkNotice model={model} />
      <EndingNotices model={model} />
      {isClosed && own.closed !== '' && (
        <Notice kind="info">
          <OutsideText as="message" text={own.closed} />
        </Notice>
      )}
      <TrustedReps model={model} />
      <form ref={form} class="request-form" noValidate onSubmit={send}>
        {channels.length > 0 && <ChannelCards channels={channels} chosen={channel?.id} onChoose={choose} now={now} />}
        <section class="request-you" aria-labelledby="about-you">
          <h2 id="about-you">{words.you}</h2>
          <RequestFields
            draft={draft}
            faults={faults}
            incidents={choices}
            onChange={(next) => keep({ draft: next })}
            needsPhone={isReserving}
          />
        </section>
        {isReserving && channel !== undefined && (
          <ReservationPart
            model={model}
            channel={channel}
            wish={wish}
            onWish={(next) => keep({ wish: next })}
            fault={faults.wish}
          />
        )}
        <FormFaults faults={[...undrawnFaults(faults, drawn), sending.failure]} />
        <PrivacyNotice organisation={organisation} texts={own} />
        <div class="form-end">
          <Button
            type="submit"
            kind="primary"
            busy={sending.isBusy}
            busyText={isReserving ? reservationTexts.sending : words.sending}
            disabledReason={reasonAgainst}
          >
            {isReserving ? reservationTexts.send : words.send}
          </Button>
          <OtherWay channel={channel} wantsCall={wantsCall} onWantsCall={(wants) => keep({ wantsCall: wants })} />
          <p class="request-why" role="status">
            {reasonAgainst} {hasOne && <Link onClick={() => goTo('/')}>{reservationTexts.see}</Link>}
          </p>
        </div>
      </form>
    </PageShell>
  );
}

type OtherWayProps = {
  channel: PublicChannel | undefined;
  wantsCall: boolean;
  onWantsCall: (wants: boolean) => void;
};

/** Where somebody may get in line and be called as well, it is theirs to choose. */
function OtherWay({ channel, wantsCall, onWantsCall }: OtherWayProps) {
  if (channel === undefined || !canBeAsked(channel) || !channel.takesReservations) return null;
  return (
    <Button kind="quiet" onClick={() => onWantsCall(!wantsCall)}>
      {wantsCall ? reservationTexts.waitInstead : reservationTexts.instead}
    </Button>
  );
}

/** Both lead to where a code is typed: the one of somebody who helps already, and the one that comes with a call. */
function HeadLinks() {
  return (
    <>
      <PageLink href="/connect">{reservationTexts.link}</PageLink>
      <PageLink href="/connect">{texts.haveCode}</PageLink>
    </>
  );
}
