/** `POST /host/download` with the form field `ticket`: the customer host, bound to one session. */
import { pipeline } from 'node:stream/promises';
import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { Ticket } from '../../shared/contract/identifiers.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Log } from '../logging/log.ts';
import type { PreparationState } from './host-preparation.ts';
import { hostDownload } from './tar-stream.ts';

/** A form with one ticket; anything longer is no such form. */
const formBytes = 1024;
const DownloadForm = v.strictObject({ ticket: Ticket });

export interface DownloadNeeds {
  /** The session of a ticket that could still be used; it is not used up. Rejects with `ticket-refused`. */
  readonly checkTicket: (ticket: Ticket) => Promise<SessionId>;
  readonly preparation: () => PreparationState;
  /** The whole file has been sent. */
  readonly onFetched: (session: SessionId) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

export function downloadRoute(needs: DownloadNeeds): Router {
  const router = Router();
  router.post('/host/download', urlencoded({ extended: false, limit: formBytes }), async (request, response) => {
    try {
      await download(request, response, needs);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // A form was posted, so a person reads the answer as a page of its own.
      response.status(error.status).type('text/plain').set('Cache-Control', 'no-store').send(error.message);
    }
  });
  return router;
}

async function download(request: Request, response: Response, needs: DownloadNeeds) {
  const form = v.safeParse(DownloadForm, request.body);
  if (!form.success) throw new AppError('ticket-refused');
  const { ticket } = form.output;
  const session = await needs.checkTicket(ticket);
  const prepared = needs.preparation();
  if (prepared.at === 'preparing') throw new AppError('host-preparing');
  if (prepared.at === 'failed') throw new AppError('host-unavailable');
  const file = await hostDownload(prepared.folder, ticket, needs.clock.now());
  response.set({
    'Content-Type': 'application/gzip',
    'Content-Disposition': `attachment; filename="${file.fileName}"`,
    'Content-Length': String(file.length),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  let passedOn = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of file.stream() as AsyncIterable<Uint8Array>) {
      passedOn += chunk.length;
      yield chunk;
    }
  }
  try {
    await pipeline(counted, response);
  } catch (error) {
    // Who has the last byte may close before the server says that it was the last; that is a whole download.
    if (passedOn < file.length) {
      // The customer broke it off, or the disk failed: the answer is under way and cannot become another one.
      const reason = error instanceof Error ? error.name : '';
      return needs.log.info('A download of the customer host did not end.', { reason });
    }
  }
  await needs.onFetched(session);
}
