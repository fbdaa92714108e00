/** Tickets for hosts: fetched with the download, used up by the first host that joins. */
import { AppError } from '../../shared/contract/errors.ts';
import { RETURN_WITHIN_MS } from '../../shared/contract/restart-standing.ts';
import type { SessionId, Ticket } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import { hashSecret, newTicket } from '../secrets/random.ts';
import type { HostTicketModel } from './ticket-model.ts';

export const hostTicketLifeMs = 15 * 60_000;

export interface HostTickets {
  /** A new ticket for a session; older ones of it die when the first of them is used. */
  issue(session: SessionId): Promise<{ ticket: Ticket; expiresAt: number }>;
  /** For the host of a session that comes back after a restart. */
  issueForReturn(session: SessionId): Promise<Ticket>;
  /** The session of a ticket that could still be used. It is not used up. @throws AppError `ticket-refused` */
  check(ticket: Ticket): Promise<SessionId>;
  /** Uses a ticket up: exactly one caller gets its session, and whether the host comes back. @throws AppError `ticket-refused` */
  use(ticket: Ticket): Promise<{ readonly session: SessionId; readonly returns: boolean }>;
  revoke(session: SessionId): Promise<void>;
}

export function createHostTickets(model: HostTicketModel, clock: Clock): HostTickets {
  const usable = (ticket: Ticket) => ({
    _id: hashSecret(ticket),
    usedAt: { $exists: false },
    expiresAt: { $gt: clock.now() },
  });
  return {
    async issue(session) {
      const ticket = newTicket();
      const expiresAt = clock.now() + hostTicketLifeMs;
      // The one before may be on its way to the customer: it lives until one of them is used, or its time is over.
      await model.deleteMany({ session, expiresAt: { $lte: clock.now() } });
      await model.create([{ _id: hashSecret(ticket), session, expiresAt }]);
      return { ticket, expiresAt };
    },
    async issueForReturn(session) {
      const ticket = newTicket();
      const expiresAt = clock.now() + RETURN_WITHIN_MS;
      await model.deleteMany({ session, returns: true });
      await model.create([{ _id: hashSecret(ticket), session, expiresAt, returns: true }]);
      return ticket;
    },
    async check(ticket) {
      const found = await model.findOne(usable(ticket)).lean();
      if (found === null) throw new AppError('ticket-refused');
      return found.session;
    },
    async use(ticket) {
      const used = await model.findOneAndUpdate(usable(ticket), { $set: { usedAt: clock.now() } }).lean();
      if (used === null) throw new AppError('ticket-refused');
      await model.deleteMany({ session: used.session, usedAt: { $exists: false } });
      return { session: used.session, returns: used.returns === true };
    },
    async revoke(session) {
      await model.deleteMany({ session });
    },
  };
}
