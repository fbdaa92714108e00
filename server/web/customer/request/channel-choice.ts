/** Which channel it is about, what can be done in it now, and why it may not be possible. Pure. */
import type { PublicChannel } from '../../../../shared/contract/channel.ts';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { texts } from '../../texts/customer.ts';

/** What a customer can do in a channel: get in line, reserve a call, or nothing but come back. */
export type Way = 'ask' | 'reserve' | 'none';

/** Whether somebody may get in line there now. */
export function canBeAsked({ status }: PublicChannel): boolean {
  return status === 'available' || status === 'busy';
}

/** What was chosen by hand as long as it is there, else the first channel that can be asked, else the first that takes reservations. */
export function channelFor(channels: readonly PublicChannel[], chosen: string | undefined): PublicChannel | undefined {
  return (
    channels.find(({ id }) => id === chosen) ??
    channels.find(canBeAsked) ??
    channels.find(({ takesReservations }) => takesReservations)
  );
}

/** The way in a channel. Where both are possible, the customer's wish decides. */
export function wayIn(channel: PublicChannel | undefined, wantsCall: boolean): Way {
  if (channel === undefined) return 'none';
  if (canBeAsked(channel)) return wantsCall && channel.takesReservations ? 'reserve' : 'ask';
  return channel.takesReservations ? 'reserve' : 'none';
}

/** Why nothing can be sent at the moment; `undefined` when something can. */
export function whyNot(channels: readonly PublicChannel[], channel: PublicChannel | undefined): string | undefined {
  if (channels.length === 0) return texts.request.noChannels;
  if (channels.every((one) => wayIn(one, false) === 'none')) return reservationTexts.noneAnywhere;
  return channel !== undefined && wayIn(channel, false) === 'none' ? reservationTexts.noneLeft : undefined;
}
