import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { OrganisationTimes } from '../../shared/contract/reservation-operations.ts';
import { openingsBetween } from '../business-hours/opening-times.ts';
import type { Clock } from '../config/clock.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { CustomerContext } from '../edge/links.ts';
import type { AskLimit } from '../queue/ask-limit.ts';
import type { ReservationMail } from './reservation-mail.ts';
import { ownReservation } from './reservation-views.ts';
import type { Reservations } from './reservation-service.ts';

/** How far ahead a page is told when a channel is open. */
const daysShownMs = 14 * 24 * 60 * 60_000;

type Handled = 'reservations.times' | 'reservations.leave' | 'reservations.change' | 'reservations.cancel';

export interface CustomerReservationNeeds {
  readonly reservations: Reservations;
  readonly channels: Pick<ChannelDirectory, 'find'>;
  readonly times: () => Promise<OrganisationTimes>;
  readonly askLimit: AskLimit;
  readonly mail: ReservationMail;
  readonly clock: Clock;
}

/** What a customer's page does about its reservation. */
export function customerReservationHandlers({
  reservations,
  channels,
  times,
  askLimit,
  mail,
  clock,
}: CustomerReservationNeeds): Pick<Handlers<CustomerContract, CustomerContext>, Handled> {
  return {
    async 'reservations.times'({ channel: id }) {
      const channel = await channels.find(id);
      if (channel === undefined) throw new AppError('not-found');
      const now = clock.now();
      const until = now + daysShownMs;
      const openings = openingsBetween(channel.hours, (await times()).timeZone, now, until);
      return { openings: openings.map(({ from, to }) => ({ from: Math.max(from, now), to: Math.min(to, until) })) };
    },
    async 'reservations.leave'({ proof, ...form }, { browser, address }) {
      await askLimit.take({ address, browser, proof });
      const left = await reservations.leave(browser, form);
      mail.write(left, 'made');
      return { reservation: ownReservation(left) };
    },
    async 'reservations.change'({ proof, ...change }, { browser, address }) {
      // Each change is announced to every rep of the channel, as a new reservation is.
      await askLimit.take({ address, browser, proof });
      const changed = await reservations.change(browser, change);
      mail.write(changed, 'changed');
      return { reservation: ownReservation(changed) };
    },
    async 'reservations.cancel'(_nothing, { browser }) {
      const cancelled = await reservations.cancel(browser);
      if (cancelled !== undefined) mail.write(cancelled, 'cancelled');
      return {};
    },
  };
}
