/** `POST /host/download` with the form fields `ticket` and `system`: the customer host, bound to one session. */
import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { HostSystem } from '../../shared/contract/host-system.ts';
import { Ticket } from '../../shared/contract/identifiers.ts';
import { fileForTicket } from '../host-download/ticket-download.ts';
import type { DownloadNeeds } from '../host-download/ticket-download.ts';

/** A form with one ticket and a system; anything longer is no such form. */
const formBytes = 1024;
const DownloadForm = v.strictObject({ ticket: Ticket, system: HostSystem });

/** Answers with the file, or with a sentence as plain text: a form was posted, so a person reads it as a page of its own. */
export function createDownloadRoute(needs: DownloadNeeds): Router {
  const router = Router();
  router.post(
    '/host/download',
    urlencoded({ extended: false, limit: formBytes, inflate: false }),
    async (request, response) => {
      try {
        await download(request, response, needs);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        response.status(error.status).type('text/plain').set('Cache-Control', 'no-store').send(error.message);
      }
    },
  );
  return router;
}

async function download(request: Request, response: Response, needs: DownloadNeeds) {
  const form = v.safeParse(DownloadForm, request.body);
  if (!form.success) throw new AppError('ticket-refused');
  const takesGzip = request.acceptsEncodings('gzip') === 'gzip';
  const file = await fileForTicket({ ...form.output, takesGzip }, needs);
  if (file.isCompressed) response.set('Content-Encoding', 'gzip');
  response.set({
    'Content-Type': file.contentType,
    'Content-Disposition': `attachment; filename="${file.fileName}"`,
    'Content-Length': String(file.length),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  await file.sendTo(response);
}
