/** Shared files in and out, by the web panel's sign-in: `POST /shared-files/<folder or top>` and `GET /shared-files/<id>`. */
import { Router } from 'express';
import type { Request } from 'express';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { SharedItemId, sharedLimits } from '../../shared/contract/shared-item.ts';
import { line } from '../../shared/contract/text.ts';
import { isAtLeast } from '../accounts/roles.ts';
import type { AuditWriter } from '../audit/audit.ts';
import { asDownload } from './as-download.ts';
import type { AddressOf } from './client-address.ts';
import type { Features } from './feature-seam.ts';

type SharedFiles = Features['sharedFiles'];

export interface SharedFilesRouteParts extends SharedFiles {
  /** Who is signed in to the web panel by this request's cookie. */
  readonly signedIn: (request: Request) => Promise<Account | undefined>;
  readonly addressOf: AddressOf;
  readonly audit: AuditWriter;
}

/** The file's name comes percent-encoded in this header, because headers carry no other letters. */
const nameHeader = 'x-file-name';
const FileName = v.pipe(
  line(200),
  v.check((name) => !/[\\/]/.test(name), 'must be a file name'),
);
const Folder = v.union([
  v.pipe(
    v.literal('top'),
    v.transform(() => null),
  ),
  SharedItemId,
]);

export function createSharedFilesRoute(parts: SharedFilesRouteParts): Router {
  const { shared, tellReps, signedIn, addressOf, audit } = parts;

  /** @throws AppError `not-signed-in`, `not-allowed` */
  async function administrator(request: Request, action: string): Promise<Account> {
    const account = await signedIn(request);
    if (account === undefined) throw new AppError('not-signed-in');
    if (isAtLeast(account.role, 'administrator')) return account;
    audit({ actor: account.id, action, address: addressOf(request), outcome: 'refused' });
    throw new AppError('not-allowed');
  }

  const router = Router({ caseSensitive: true, strict: true });

  router.post('/shared-files/:folder', async (request, response) => {
    const action = 'shared.addFile';
    const account = await administrator(request, action);
    const folder = v.safeParse(Folder, request.params.folder);
    const name = v.safeParse(FileName, decoded(request.headers[nameHeader]));
    if (request.headers['content-type'] !== 'application/octet-stream') throw new AppError('invalid');
    if (!folder.success || !name.success) throw new AppError('invalid', { text: 'A file needs a name to be shared.' });
    // Said before it is sent, so that nobody waits for the end of what cannot be taken.
    if (Number(request.headers['content-length'] ?? 0) > sharedLimits.fileBytes) throw new AppError('too-large');
    const tell = (outcome: 'done' | 'failed') =>
      audit({ actor: account.id, action, target: name.output, address: addressOf(request), outcome });
    try {
      const items = await shared.addFile(folder.output, name.output, request);
      tell('done');
      tellReps(items);
      response.set('Cache-Control', 'no-store').json({ items });
    } catch (error) {
      tell('failed');
      throw error;
    }
  });

  router.get('/shared-files/:id', async (request, response) => {
    await administrator(request, 'shared.openFile');
    const id = v.safeParse(SharedItemId, request.params.id);
    if (!id.success) throw new AppError('not-found');
    const { name, content, bytes } = await shared.openFile(id.output);
    asDownload(response, name, bytes);
    await pipeline(content, response);
  });
  return router;
}

function decoded(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    // Not percent-encoded as it must be: the same as no name.
    return undefined;
  }
}
