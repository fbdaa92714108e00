/** The HTTP carrier of the contracts: `POST /api/<operation>` before signing in, `POST /api/admin/<operation>` after. */
import express, { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { adminContract } from '../../shared/contract/admin-contract.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import { createDispatcher } from '../../shared/contract/contract.ts';
import type { Handlers, Reply } from '../../shared/contract/contract.ts';
import { entryContract } from '../../shared/contract/entry-contract.ts';
import type { EntryContract } from '../../shared/contract/entry-contract.ts';
import { AppError, errorCatalogue, isErrorCode } from '../../shared/contract/errors.ts';
import type { SignIns } from '../accounts/sign-ins.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { Log } from '../logging/log.ts';
import type { StoreRoom } from '../store-room/store-room.ts';
import type { EntryContext } from '../setup/entry-handlers.ts';
import type { AddressOf } from './client-address.ts';
import { describeFault } from './faults.ts';
import { hasHostileKeys } from './hostile-keys.ts';
import type { PanelCookie } from './panel-cookie.ts';
import { refuseOtherVersions } from './same-version.ts';

const MAX_BODY = '512kb';

export interface ApiParts {
  readonly entryHandlers: Handlers<EntryContract, EntryContext>;
  readonly adminHandlers: Handlers<AdminContract, AdminContext>;
  readonly signIns: SignIns;
  readonly cookie: PanelCookie;
  readonly addressOf: AddressOf;
  readonly audit: AuditWriter;
  readonly log: Log;
  readonly room: Pick<StoreRoom, 'noticed'>;
}

export function createApi(parts: ApiParts): Router {
  const { signIns, cookie, addressOf, audit } = parts;
  const onFault = (error: unknown, operation: string) => describeFault(parts, error, operation);
  const refused = (actor: string, address: string, what: string) =>
    audit({ actor, action: `http.refused ${what}`, address, outcome: 'refused' });

  const entry = createDispatcher<EntryContract, EntryContext>(entryContract, parts.entryHandlers, {
    onRefused: (what, { address }) => refused('visitor', address, what),
    onFault,
  });
  const admin = createDispatcher<AdminContract, AdminContext>(adminContract, parts.adminHandlers, {
    onRefused: (what, { account, address }) => refused(account.id, address, what),
    onFault,
  });

  const json = express.json({ limit: MAX_BODY, inflate: false, strict: true, type: 'application/json' });
  const checkBody = (request: Request, actor: string) => {
    const body: unknown = request.body;
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    if (isObject && !hasHostileKeys(body)) return;
    refused(actor, addressOf(request), isObject ? 'hostile keys' : 'no JSON object');
    throw new AppError('invalid');
  };

  const router = Router({ caseSensitive: true, strict: true });
  router.use('/api', noStore, refuseOtherVersions);

  router.post('/api/:operation', json, async (request, response) => {
    checkBody(request, 'visitor');
    const context: EntryContext = {
      address: addressOf(request),
      panelToken: cookie.read(request),
      setPanelToken: (token) => cookie.write(response, token),
    };
    send(response, await entry(callOf(request), context));
  });

  router.post('/api/admin/:operation', json, async (request, response) => {
    const token = cookie.read(request);
    const signedIn = token === undefined ? undefined : await signIns.identify(token, 'panel');
    if (signedIn === undefined) throw new AppError('not-signed-in');
    checkBody(request, signedIn.account.id);
    const context: AdminContext = { ...signedIn, address: addressOf(request) };
    send(response, await admin(callOf(request), context));
  });

  return router;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function callOf(request: Request): unknown {
  return { operation: request.params['operation'], params: request.body as unknown };
}

function send(response: Response, reply: Reply): void {
  const status = reply.ok ? 200 : isErrorCode(reply.error.code) ? errorCatalogue[reply.error.code].status : 500;
  response.status(status).json(reply);
}
