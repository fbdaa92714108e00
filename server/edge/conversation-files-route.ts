/**
 * Files of conversations over HTTP, by ticket: `POST /files/part` brings a part in, `POST /files/open` gives a file out. No
 * ticket ever stands in an address, where histories and logs would keep it.
 */
import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { filePartHeaders, filePartMost, filePaths } from '../../shared/contract/conversation-file.ts';
import { failure } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { Token } from '../../shared/contract/identifiers.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { FileUploads } from '../conversation-files/file-uploads.ts';
import type { GivenFiles } from '../conversation-files/given-files.ts';
import { asDownload } from './as-download.ts';

export interface ConversationFilesRouteParts {
  readonly uploads: Pick<FileUploads, 'partFor' | 'addPart'>;
  readonly given: Pick<GivenFiles, 'fetch'>;
}

/**
 * So many parts are in memory at once, in bytes {@link filePartMost} each, and so many of one session: nobody can hold all
 * places by sending slowly. Who comes then is asked to come again.
 */
const partsAtOnce = { all: 64, session: 4 } as const;
/** A form with one ticket; anything longer is no such form. */
const formBytes = 1024;

const WholeNumber = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const PartHead = v.object({ ticket: Token, offset: WholeNumber, length: WholeNumber });
const OpenForm = v.strictObject({ ticket: Token });

export function createConversationFilesRoute({ uploads, given }: ConversationFilesRouteParts): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const places = createPlaces();

  router.post(filePaths.part, async (request, response) => {
    try {
      const received = await takePart(request, uploads, places);
      response.set('Cache-Control', 'no-store').json({ ok: true, result: { received } });
    } catch (error) {
      // Who went away in the middle hears nothing; the part is as if it had never begun.
      if (request.destroyed && !request.complete) return;
      if (!(error instanceof AppError)) throw error;
      // What else is being sent is not listened to.
      if (!request.complete) response.set('Connection', 'close');
      response.status(error.status).set('Cache-Control', 'no-store').json(failure(error));
    }
  });

  router.post(
    filePaths.open,
    urlencoded({ extended: false, limit: formBytes, inflate: false }),
    async (request, response) => {
      try {
        const form = v.safeParse(OpenForm, request.body);
        if (!form.success) throw new AppError('ticket-refused');
        await giveOut(await given.fetch(form.output.ticket), response);
      } catch (error) {
        if (!(error instanceof AppError) || response.headersSent) throw error;
        // A form was posted, so a person may read it as a page of its own.
        response.status(error.status).type('text/plain').set('Cache-Control', 'no-store').send(error.message);
      }
    },
  );
  return router;
}

async function takePart(
  request: Request,
  uploads: ConversationFilesRouteParts['uploads'],
  places: ReturnType<typeof createPlaces>,
): Promise<number> {
  const head = v.safeParse(PartHead, {
    ticket: request.headers[filePartHeaders.ticket],
    offset: request.headers[filePartHeaders.offset],
    // Its length is said before: without it nobody could refuse in time.
    length: request.headers['content-length'],
  });
  if (!head.success || request.headers['content-type'] !== 'application/octet-stream') throw new AppError('invalid');
  const { ticket, offset, length } = head.output;
  const { session } = await uploads.partFor(ticket, offset, length);
  return places.hold(session, async () => uploads.addPart(ticket, offset, await bodyOf(request, length)));
}

function createPlaces() {
  const held = new Map<SessionId, number>();
  let all = 0;
  return {
    /** @throws AppError `too-many-tries` when there is no place */
    async hold<Result>(session: SessionId, work: () => Promise<Result>): Promise<Result> {
      const ofSession = held.get(session) ?? 0;
      if (all >= partsAtOnce.all || ofSession >= partsAtOnce.session) {
        throw new AppError('too-many-tries', { text: 'Many files come in at the moment. It is tried again.' });
      }
      all += 1;
      held.set(session, ofSession + 1);
      try {
        return await work();
      } finally {
        all -= 1;
        const left = (held.get(session) ?? 1) - 1;
        if (left === 0) held.delete(session);
        else held.set(session, left);
      }
    },
  };
}

/** @throws AppError `invalid` for a body that ends early, `too-large` for one that does not end */
async function bodyOf(request: Request, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > filePartMost) throw new AppError('too-large');
    pieces.push(piece);
  }
  if (bytes !== length) throw new AppError('invalid');
  return Buffer.concat(pieces);
}

async function giveOut(file: Awaited<ReturnType<GivenFiles['fetch']>>, response: Response): Promise<void> {
  asDownload(response, file.name, file.bytes);
  try {
    await pipeline(file.content, response);
  } catch (error) {
    // Who fetched it has gone, or its bytes could not be read: the answer is under way and can only be cut off.
    response.destroy(error instanceof Error ? error : undefined);
  }
}
