import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { CustomerContext, RepContext } from '../edge/links.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Trusts } from './trust-service.ts';

export interface TrustHandlerNeeds {
  readonly trusts: Trusts;
  readonly sessions: Pick<Sessions, 'ownedBy' | 'ofBrowser'>;
}

/** The customer's side of Easy Connect. */
export function customerTrustHandlers({
  trusts,
  sessions,
}: TrustHandlerNeeds): Pick<
  Handlers<CustomerContract, CustomerContext>,
  'trusts.of' | 'trusts.agree' | 'trusts.list' | 'trusts.revoke' | 'trusts.challenge' | 'trusts.ask'
> {
  return {
    async 'trusts.of'({ session }, { browser }) {
      return { standing: await trusts.of(await sessions.ofBrowser(browser, session)) };
    },
    async 'trusts.agree'({ session, publicKey }, { browser }) {
      return { standing: await trusts.agree(await sessions.ofBrowser(browser, session), { publicKey }) };
    },
    'trusts.list': async (_nothing, { browser }) => ({ trusts: await trusts.ofBrowser(browser) }),
    async 'trusts.revoke'({ trust }, { browser }) {
      await trusts.revoke(trust, { browser });
      return {};
    },
    'trusts.challenge': async ({ trust }, { browser }) => ({ challenge: await trusts.challenge(browser, trust) }),
    'trusts.ask': async (answer, { browser }) => ({ invitation: await trusts.ask(browser, answer) }),
  };
}

/** The rep's side of it. */
export function repTrustHandlers({
  trusts,
  sessions,
}: TrustHandlerNeeds): Pick<
  Handlers<RepContract, RepContext>,
  'trusts.of' | 'trusts.agree' | 'trusts.list' | 'trusts.revoke'
> {
  return {
    async 'trusts.of'({ session }, { account }) {
      return { standing: await trusts.of(await sessions.ownedBy(account.id, session)) };
    },
    async 'trusts.agree'({ session }, { account }) {
      return { standing: await trusts.agree(await sessions.ownedBy(account.id, session), 'rep') };
    },
    'trusts.list': async (_nothing, { account }) => ({ trusts: await trusts.ofRep(account.id) }),
    async 'trusts.revoke'({ trust }, { account }) {
      await trusts.revoke(trust, { account: account.id });
      return {};
    },
  };
}
