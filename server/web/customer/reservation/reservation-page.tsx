import { useState } from 'preact/hooks';
import type { OwnReservation } from '../../../../shared/contract/reservation.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { StatusShape } from '../../../../shared/ui/status.tsx';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { goTo } from '../address.ts';
import type { CustomerModel } from '../customer-model.ts';
import { EndingNotices } from '../ended/ending-notices.tsx';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { canBeAsked } from '../request/channel-choice.ts';
import '../waiting/waiting.css';
import { callWords } from './call-words.ts';
import { CancelReservation } from './cancel-reservation.tsx';
import { ChangeReservation } from './change-reservation.tsx';
import { useCallTime } from './use-call-time.ts';
import { YourReservation } from './your-reservation.tsx';
import './reservation.css';

const words = reservationTexts.page;

type ReservationPageProps = { model: CustomerModel; reservation: OwnReservation; organisation: string };

/** The reservation of this browser: when the call comes, what happens then, and how to change or cancel it. */
export function ReservationPage({ model, reservation, organisation }: ReservationPageProps) {
  const [isChanging, setChanging] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  const { channelName, form, missed, lastMissedAt, calledBy } = reservation;
  const call = callWords(reservation, useCallTime(model, reservation));
  const channel = model.channels.value.find(({ id }) => id === form.channel);
  return (
    <PageShell
      {...pageFrame(organisation)}
      aside={
        <YourReservation
          reservation={reservation}
          onChange={isChanging || calledBy !== null ? undefined : () => setChanging(true)}
          onCancel={() => setCancelling(true)}
        />
      }
    >
      <LinkNotice model={model} />
      <EndingNotices model={model} />
      <section class="reservation-card" aria-labelledby="your-call">
        <div>
          <p class="waiting-status">
            <StatusShape kind="reservation" />
            {words.status(safeName(channelName))}
          </p>
          {/* Read aloud when it changes, as at the moment of the call */}
          <h1 id="your-call" class="waiting-place" aria-live="polite">
            {call.title}
          </h1>
          {call.more !== undefined && <p class="waiting-words">{call.more}</p>}
          <p class="waiting-words">{words.number(safeName(form.phone))}</p>
        </div>
        {missed > 0 && lastMissedAt !== null && calledBy === null && (
          <Notice>{words.missed(missed, clockTime(lastMissedAt))}</Notice>
        )}
        <p class="reservation-words">{words.code}</p>
        <Button kind="primary" onClick={() => goTo('/connect')}>
          {words.open}
        </Button>
      </section>
      {channel !== undefined && canBeAsked(channel) && calledBy === null && (
        <Notice kind="info" title={channel.status === 'available' ? words.free : undefined}>
          <Link onClick={() => goTo('/ask')}>{words.ask}</Link>
        </Notice>
      )}
      {isChanging && <ChangeReservation model={model} reservation={reservation} onDone={() => setChanging(false)} />}
      {isCancelling && <CancelReservation model={model} onDone={() => setCancelling(false)} />}
    </PageShell>
  );
}
