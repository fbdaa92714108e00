/** What the two of a session do about calls. */
import type { Account } from '../../shared/contract/account.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { CustomerContext, RepContext } from '../edge/links.ts';
import type { Rights } from '../rights/right-service.ts';
import { authorOf, repAuthor } from '../sessions/authors.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { callAnswering, callAsking, callHangingUp, callWithdrawing } from './call-rules.ts';
import type { Calls } from './call-service.ts';

type Handled = 'call.ask' | 'call.answer' | 'call.withdraw' | 'call.end' | 'call.open' | 'call.ready';

export interface CallHandlerNeeds {
  readonly calls: Calls;
  readonly sessions: Pick<Sessions, 'memberOf' | 'ofBrowser'>;
  readonly rights: Pick<Rights, 'require'>;
}

/** For every rep in the session. Talking is talking, so it needs what writing needs. */
export function repCallHandlers({
  calls,
  sessions,
  rights,
}: CallHandlerNeeds): Pick<Handlers<RepContract, RepContext>, Handled> {
  const mayTalk = async (account: Account, session: SessionId) => {
    const record = await sessions.memberOf(account.id, session);
    await rights.require(account, ['chat']);
    return record;
  };
  return {
    async 'call.ask'({ session, clientId, media }, { account }) {
      const record = await mayTalk(account, session);
      return { entry: await calls.write(record, repAuthor(account), callAsking(media), { clientId }) };
    },
    async 'call.answer'({ session, clientId, answer }, { account }) {
      const record = await mayTalk(account, session);
      return { entry: await calls.write(record, repAuthor(account), callAnswering(answer, 'rep'), { clientId }) };
    },
    async 'call.withdraw'({ session }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      await calls.write(record, repAuthor(account), callWithdrawing({ side: 'rep', account: account.id }));
      return {};
    },
    async 'call.end'({ session }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      await calls.write(record, repAuthor(account), callHangingUp({ side: 'rep', account: account.id }));
      return {};
    },
    async 'call.open'({ session }, { account }) {
      const record = await mayTalk(account, session);
      return calls.open(record, { session, role: 'viewer-call', account: account.id });
    },
    async 'call.ready'({ session, peer }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      return { peers: await calls.ready(record, { session, role: 'viewer-call', account: account.id }, peer) };
    },
  };
}

/** For the customer's browser. */
export function customerCallHandlers({
  calls,
  sessions,
}: CallHandlerNeeds): Pick<Handlers<CustomerContract, CustomerContext>, Handled> {
  return {
    async 'call.ask'({ session, clientId, media }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      return { entry: await calls.write(record, authorOf(record, 'customer'), callAsking(media), { clientId }) };
    },
    async 'call.answer'({ session, clientId, answer }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      const rule = callAnswering(answer, 'customer');
      return { entry: await calls.write(record, authorOf(record, 'customer'), rule, { clientId }) };
    },
    async 'call.withdraw'({ session }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      await calls.write(record, authorOf(record, 'customer'), callWithdrawing({ side: 'customer' }));
      return {};
    },
    async 'call.end'({ session }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      await calls.write(record, authorOf(record, 'customer'), callHangingUp({ side: 'customer' }));
      return {};
    },
    async 'call.open'({ session }, { browser }) {
      return calls.open(await sessions.ofBrowser(browser, session), { session, role: 'page', browser });
    },
    async 'call.ready'({ session, peer }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      return { peers: await calls.ready(record, { session, role: 'page', browser }, peer) };
    },
  };
}
