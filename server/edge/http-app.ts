/** Everything that is answered over plain HTTP, in the order in which a request meets it. */
import express from 'express';
import type { ErrorRequestHandler, Express, Router } from 'express';
import { failure } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { Log } from '../logging/log.ts';
import type { AddressOf } from './client-address.ts';
import type { StoreRoom } from '../store-room/store-room.ts';
import { describeFault } from './faults.ts';
import type { Origins } from './origins.ts';
import { ownPagesOnly, plainPathsOnly } from './request-guards.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpAppParts {
  readonly origins: Origins;
  readonly addressOf: AddressOf;
  readonly audit: AuditWriter;
  readonly log: Log;
  readonly room: Pick<StoreRoom, 'isFull' | 'noticed'>;
  readonly isStoreUp: () => Promise<boolean>;
  /** Asked in this order. */
  readonly routes: readonly Router[];
}

export function createHttpApp(parts: HttpAppParts): Express {
  const { origins, room, isStoreUp } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  // Nothing here reads a query, so nothing can be smuggled in through one (H-2).
  app.set('query parser', false);

  app.use(securityHeaders(origins.publicOrigin));
  app.use(plainPathsOnly);
  app.use(ownPagesOnly(parts));
  app.get('/healthz', async (_request, response) => {
    const isUp = await isStoreUp();
    // Read-only is no reason to send people elsewhere: what there is can be read, and who talks goes on talking where they are.
    const store = !isUp ? 'down' : room.isFull() ? 'read-only' : 'up';
    response.status(isUp ? 200 : 503).json({ status: store === 'up' ? 'ok' : 'degraded', store });
  });
  for (const route of parts.routes) app.use(route);
  app.use((_request, _response, next) => next(new AppError('not-found')));
  app.use(answerFailure(parts));
  return app;
}

function answerFailure(parts: HttpAppParts): ErrorRequestHandler {
  const { audit, addressOf } = parts;
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = error instanceof AppError ? error : (fromBodyParser(error) ?? fromFault(error));
    response.status(known.status).set('Cache-Control', 'no-store');
    if (request.path.startsWith('/api/')) response.json(failure(known));
    else response.type('text').send(`${known.message}\n`);

    function fromFault(cause: unknown): AppError {
      return describeFault(parts, cause, `${request.method} ${request.path}`);
    }
    function fromBodyParser(cause: unknown): AppError | undefined {
      if (!(cause instanceof Error) || !('type' in cause) || !('status' in cause)) return undefined;
      if (typeof cause.status !== 'number' || cause.status >= 500) return undefined;
      const address = addressOf(request);
      audit({ actor: 'visitor', action: `http.refused ${String(cause.type)}`, address, outcome: 'refused' });
      return new AppError(cause.status === 413 ? 'too-large' : 'invalid', { cause });
    }
  };
}
