/** Reservations as tests need them. */
import type { ChannelId } from '../../../shared/contract/identifiers.ts';
import type { ReservationForm } from '../../../shared/contract/reservation.ts';

/** What somebody writes who wants to be called back as soon as possible. */
export function aReservationForm(channel: ChannelId, some: Partial<ReservationForm> = {}): ReservationForm {
  return {
    channel,
    name: 'Sunil Weeratunga',
    email: 'sunil@example.com',
    phone: '+1 555 0142',
    reason: 'Scanner sends empty pages',
    message: 'Since this morning.',
    wishedAt: null,
    ...some,
  };
}

const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A clock that stands still until it is moved. */
export function aClock(start: string) {
  let now = Date.parse(start);
  return {
    now: () => now,
    advance(ms: number) {
      now += ms;
    },
  };
}
