import type { PublicChannel } from '../../../../shared/contract/channel.ts';
import { systemClock } from '../../../../shared/ui/clock.ts';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import type { CustomerModel } from '../customer-model.ts';
import { whenWords } from './call-times.ts';
import { WishedTime } from './wished-time.tsx';
import type { Wish } from './wished-time.tsx';

type ReservationPartProps = {
  model: CustomerModel;
  channel: PublicChannel;
  wish: Wish;
  onWish: (wish: Wish) => void;
  fault: string | undefined;
};

/** Why a call is reserved instead of getting in line, and when it should come. */
export function ReservationPart({ model, channel, wish, onWish, fault }: ReservationPartProps) {
  const why = whyReserve(channel, systemClock.now() + model.clockOffsetMs.value);
  return (
    <>
      {why !== undefined && (
        <Notice kind="info" title={why}>
          {reservationTexts.offer}
        </Notice>
      )}
      <WishedTime model={model} channel={channel.id} value={wish} onValue={onWish} fault={fault} />
    </>
  );
}

function whyReserve({ status, opensAt }: PublicChannel, now: number): string | undefined {
  if (opensAt !== null) return whenWords(opensAt, now, reservationTexts.closed);
  if (status === 'offline') return reservationTexts.nobody;
  return status === 'reservation-only' ? reservationTexts.full : undefined;
}
