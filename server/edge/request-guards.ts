/** What is settled about a request before anything of ours looks at it. */
import type { RequestHandler } from 'express';
import { filePartHeaders, filePaths } from '../../shared/contract/conversation-file.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { AddressOf } from './client-address.ts';
import type { Origins } from './origins.ts';

/**
 * Only plain paths: letters, digits, `/ . _ -`. Whatever needs decoding or normalising (`%2f`, `//`, `..`, `;`, `\`) is
 * not found, so no two spellings can ever lead to one page (H-12, H-13).
 */
export const plainPathsOnly: RequestHandler = (request, _response, next) => {
  const path = request.url.split('?', 1)[0] ?? '';
  const isPlain = /^\/[A-Za-z0-9/_.-]*$/.test(path) && !/\/\/|\/\.{1,2}(\/|$)/.test(path);
  next(isPlain ? undefined : new AppError('not-found'));
};

/** What the extension may ask over HTTP; all else is for the server's own pages. */
const forExtension: ReadonlySet<string> = new Set([
  '/api/server.describe',
  '/api/rep.signIn',
  '/api/twoStep.enrol',
  '/api/rep.secondStep',
  '/api/rep.signOut',
  filePaths.part,
  filePaths.open,
]);

/**
 * Requests that could change something must come from a page of this server, or from the extension for what it needs.
 * Two witnesses that pages cannot forge: `Origin`, and `Sec-Fetch-Site` where the browser sends it (H-11).
 */
export function ownPagesOnly(parts: {
  readonly origins: Origins;
  readonly addressOf: AddressOf;
  readonly audit: AuditWriter;
}): RequestHandler {
  const { origins, addressOf, audit } = parts;
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const origin = request.headers.origin;
    const caller = origins.callerOf(origin);
    const isForExtension = forExtension.has(request.path);
    if (caller === 'extension' && isForExtension && origin !== undefined) {
      response.set({
        'Access-Control-Allow-Origin': origin,
        Vary: 'Origin',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      if (request.method !== 'OPTIONS') return next();
      response.set({
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': ['Content-Type', ...Object.values(filePartHeaders)].join(', '),
      });
      response.status(204).end();
      return;
    }
    const site = request.headers['sec-fetch-site'];
    if (caller === 'own-page' && (site === undefined || site === 'same-origin')) return next();
    audit({
      actor: 'visitor',
      action: 'http.wrong-origin',
      target: request.path,
      address: addressOf(request),
      outcome: 'refused',
    });
    next(new AppError('wrong-origin'));
  };
}
