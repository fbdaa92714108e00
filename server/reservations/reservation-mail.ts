/** Writes to a customer how their reservation stands, if they gave an address and mail is set up. */
import { AppError } from '../../shared/contract/errors.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { OrganisationTimes } from '../../shared/contract/reservation-operations.ts';
import type { Log } from '../logging/log.ts';
import type { Mail } from '../mail/mail-service.ts';
import { letters } from '../texts/letters-en.ts';
import type { ReservationTurn } from '../texts/letters-en.ts';
import type { ReservationRecord } from './reservation-model.ts';

export interface ReservationMail {
  /** Begins to send, and is neither waited for nor heard of: a reservation holds whatever becomes of its mail. */
  write(record: ReservationRecord, turn: ReservationTurn): void;
}

export interface ReservationMailNeeds {
  readonly mail: Pick<Mail, 'isSetUp' | 'send'>;
  readonly organisation: { get(): Promise<Organisation> };
  readonly times: () => Promise<OrganisationTimes>;
  readonly origin: () => string;
  readonly log: Log;
}

/**
 * Anybody can type anybody's address. So the mail has nothing in it that the customer wrote, and what goes to one address
 * is counted together.
 */
export function createReservationMail({
  mail,
  organisation,
  times,
  origin,
  log,
}: ReservationMailNeeds): ReservationMail {
  async function send(
    { email: to, wishedAt, channelName: channel, timeZone }: ReservationRecord,
    turn: ReservationTurn,
  ) {
    if (to === '' || !(await mail.isSetUp())) return;
    const letter = letters.reservation(turn, {
      organisation: (await organisation.get()).name,
      channel,
      wishedAt,
      timeZone: timeZone ?? (await times()).timeZone,
      address: `${origin()}/`,
    });
    await mail.send({ to, ...letter, onBehalfOf: { is: 'customer', id: `to ${to.toLowerCase()}` } });
  }

  return {
    write(record, turn) {
      send(record, turn).catch((error: unknown) => {
        // Why a mail did not go was logged where it was sent; that one address gets no more is as it should be.
        if (!(error instanceof AppError)) log.fault('A mail about a reservation could not be written.', error);
      });
    },
  };
}
