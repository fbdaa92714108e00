/** What a customer gets for a ticket: the prepared host, named after it, and the news that it was fetched whole. */
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/contract/errors.ts';
import type { HostSystem } from '../../shared/contract/host-system.ts';
import type { SessionId, Ticket } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Log } from '../logging/log.ts';
import type { PreparationState } from './host-preparation.ts';
import { hostDownload } from './host-download.ts';
import type { HostDownload } from './host-download.ts';

export interface DownloadNeeds {
  /** The session of a ticket that could still be used; it is not used up. Rejects with `ticket-refused`. */
  readonly checkTicket: (ticket: Ticket) => Promise<SessionId>;
  readonly preparation: (system: HostSystem) => PreparationState;
  /** The whole file has been sent. */
  readonly onFetched: (session: SessionId) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface TicketFile extends Omit<HostDownload, 'stream'> {
  /** Sends it and ends `receiver`. Resolves also when the transfer breaks off, which is logged; `onFetched` tells of a whole one. */
  sendTo(receiver: NodeJS.WritableStream): Promise<void>;
}

/** What was asked for: whose host, for which system, and whether it may come compressed. */
export interface TicketWish {
  readonly ticket: Ticket;
  readonly system: HostSystem;
  readonly takesGzip: boolean;
}

/** Rejects with `ticket-refused`, or with `host-preparing` or `host-unavailable` while there is nothing to send. */
export async function fileForTicket(wish: TicketWish, needs: DownloadNeeds): Promise<TicketFile> {
  const session = await needs.checkTicket(wish.ticket);
  const prepared = needs.preparation(wish.system);
  if (prepared.at === 'preparing') throw new AppError('host-preparing');
  if (prepared.at === 'failed') throw new AppError('host-unavailable');
  const file = await hostDownload(prepared.folder, { ...wish, nowMs: needs.clock.now() });
  return {
    ...file,
    async sendTo(receiver) {
      let passedOn = 0;
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of file.stream() as AsyncIterable<Uint8Array>) {
          passedOn += chunk.length;
          yield chunk;
        }
      }
      try {
        await pipeline(counted, receiver);
      } catch (error) {
        // Who has the last byte may close before the server says that it was the last; that is a whole download.
        if (passedOn < file.length) {
          // The customer broke it off, or the disk failed: the answer is under way and cannot become another one.
          const reason = error instanceof Error ? error.name : '';
          return needs.log.info('A download of the customer host did not end.', { reason });
        }
      }
      await needs.onFetched(session);
    },
  };
}
