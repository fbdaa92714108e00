import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { CustomerContext, RepContext } from '../edge/links.ts';
import type { Rights } from '../rights/right-service.ts';
import { authorOf, repAuthor } from '../sessions/authors.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { answeringPage, suggestingPage } from './page-rules.ts';

/** What suggesting pages works with. */
export interface PageHandlerNeeds {
  readonly sessions: Sessions;
  readonly rights: Pick<Rights, 'require'>;
}

/** A page is something said: who may chat may suggest one. */
export function repPageHandlers({
  sessions,
  rights,
}: PageHandlerNeeds): Pick<Handlers<RepContract, RepContext>, 'pages.suggest'> {
  return {
    async 'pages.suggest'({ session, clientId, address }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      await rights.require(account, ['chat']);
      return { entry: await sessions.append(record, repAuthor(account), suggestingPage(address), { clientId }) };
    },
  };
}

/** Opened or declined: the page itself is opened by the customer's browser, and by nobody else. */
export function customerPageHandlers({
  sessions,
}: Pick<PageHandlerNeeds, 'sessions'>): Pick<Handlers<CustomerContract, CustomerContext>, 'pages.answer'> {
  return {
    async 'pages.answer'({ session, clientId, page, answer }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      const rule = answeringPage(page, answer);
      return { entry: await sessions.append(record, authorOf(record, 'customer'), rule, { clientId }) };
    },
  };
}
