/** Makes the reservations: service, calls and handlers, over a model that is open already. */
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { OrganisationTimes } from '../../shared/contract/reservation-operations.ts';
import type { ChannelId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import type { Endings } from '../endings/ending-service.ts';
import type { Log } from '../logging/log.ts';
import type { Mail } from '../mail/mail-service.ts';
import type { AskLimit } from '../queue/ask-limit.ts';
import type { QueueLook } from '../queue/queue-look.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { customerReservationHandlers } from './customer-reservation-handlers.ts';
import { repReservationHandlers } from './rep-reservation-handlers.ts';
import { createReservationCalls } from './reservation-calls.ts';
import type { ReservationModel } from './reservation-model.ts';
import { createReservationMail } from './reservation-mail.ts';
import { createReservationNews } from './reservation-news.ts';
import { ownReservation, repReservation } from './reservation-views.ts';
import { createReservations } from './reservation-service.ts';

export interface OpenReservationsNeeds {
  readonly model: ReservationModel;
  readonly queueLook: QueueLook;
  readonly sessions: Sessions;
  readonly issueCode: (session: SessionId) => Promise<unknown>;
  readonly channels: ChannelDirectory;
  readonly times: () => Promise<OrganisationTimes>;
  readonly mail: Mail;
  readonly organisation: { get(): Promise<Organisation> };
  /** The address that people use, as it is set up. */
  readonly origin: () => string;
  readonly log: Log;
  readonly askLimit: AskLimit;
  readonly links: Links;
  readonly endings: Endings;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  /** What channels can offer may have changed. */
  readonly onCount: () => void;
}

/** Everything about reservations, ready to answer. */
export function openReservations(needs: OpenReservationsNeeds) {
  const news = createReservationNews(needs);
  const mail = createReservationMail(needs);
  const reservations = createReservations({ ...needs, news, mail });
  const calls = createReservationCalls({ ...needs, news });
  return {
    reservations,
    /** What others show of them. */
    shown: {
      async reservationOf(browser: BrowserId) {
        const own = await reservations.openOf(browser);
        return own === undefined ? null : ownReservation(own);
      },
      reservationsOf: async (channels: readonly ChannelId[]) =>
        (await reservations.ofChannels(channels)).map(repReservation),
    },
    customerHandlers: customerReservationHandlers({ ...needs, reservations, mail }),
    repHandlers: repReservationHandlers({ ...needs, calls }),
    async recover() {
      await calls.recover();
      await reservations.recover();
    },
  };
}
