/** What reps, customers and administrators ask about files in conversations. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { CustomerContext, RepContext } from '../edge/links.ts';
import type { Rights } from '../rights/right-service.ts';
import { authorOf, repAuthor } from '../sessions/authors.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { FileLimitsStore } from './file-limits-model.ts';
import type { FileUploads } from './file-uploads.ts';
import type { GivenFiles } from './given-files.ts';

type ForBoth = 'files.begin' | 'files.finish' | 'files.cancel' | 'files.open' | 'files.preview';

export interface FileHandlerNeeds {
  readonly sessions: Pick<Sessions, 'memberOf' | 'ofBrowser'>;
  readonly uploads: FileUploads;
  readonly given: GivenFiles;
  readonly rights: Pick<Rights, 'require'>;
}

/**
 * A file that is given in the chat is something said: it asks for the right to `chat`. The tool `files` is another thing,
 * reaching into the customer's computer through the host.
 */
export function repFileHandlers(
  needs: FileHandlerNeeds,
): Pick<Handlers<RepContract, RepContext>, ForBoth | 'files.share'> {
  const { sessions, uploads, given, rights } = needs;
  return {
    async 'files.begin'({ session, ...offered }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      await rights.require(account, ['chat']);
      return uploads.begin(record, { ...offered, by: repAuthor(account) });
    },
    async 'files.finish'({ session, file }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      await rights.require(account, ['chat']);
      return { entry: await uploads.finish(record, file, repAuthor(account)) };
    },
    async 'files.cancel'({ session, file }, { account }) {
      await sessions.memberOf(account.id, session);
      await uploads.cancel(session, file, repAuthor(account));
      return {};
    },
    async 'files.open'({ session, file }, { account }) {
      await sessions.memberOf(account.id, session);
      return given.ticketFor(session, file, { rep: account.id });
    },
    async 'files.preview'({ session, file, size }, { account }) {
      await sessions.memberOf(account.id, session);
      return { picture: await given.preview(session, file, { rep: account.id }, size) };
    },
    async 'files.share'({ session, item, clientId, audience }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      await rights.require(account, ['chat']);
      return { entry: await given.share(record, item, { clientId, audience, by: repAuthor(account) }) };
    },
  };
}

export function customerFileHandlers(
  needs: FileHandlerNeeds,
): Pick<Handlers<CustomerContract, CustomerContext>, ForBoth> {
  const { sessions, uploads, given } = needs;

  return {
    async 'files.begin'({ session, ...offered }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      return uploads.begin(record, { ...offered, audience: 'all', by: authorOf(record, 'customer') });
    },
    async 'files.finish'({ session, file }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      return { entry: await uploads.finish(record, file, authorOf(record, 'customer')) };
    },
    async 'files.cancel'({ session, file }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      await uploads.cancel(session, file, authorOf(record, 'customer'));
      return {};
    },
    async 'files.open'({ session, file }, { browser }) {
      await sessions.ofBrowser(browser, session);
      return given.ticketFor(session, file, 'customer');
    },
    async 'files.preview'({ session, file, size }, { browser }) {
      await sessions.ofBrowser(browser, session);
      return { picture: await given.preview(session, file, 'customer', size) };
    },
  };
}

export function adminFileHandlers(
  limits: FileLimitsStore,
): Pick<Handlers<AdminContract, AdminContext>, 'files.limits' | 'files.setLimits'> {
  return {
    'files.limits': async () => ({ limits: await limits.get() }),
    'files.setLimits': async ({ limits: wanted }) => {
      await limits.set(wanted);
      return { limits: wanted };
    },
  };
}
