/** Typed clients that ask the features of the own process: calls are parsed both ways, as over a link. */
import type { Account, Role } from '../../../shared/contract/account.ts';
import { adminContract } from '../../../shared/contract/admin-contract.ts';
import { createClient, createDispatcher } from '../../../shared/contract/contract.ts';
import type { Client, Contract, Handlers } from '../../../shared/contract/contract.ts';
import { customerContract } from '../../../shared/contract/customer-contract.ts';
import { repContract } from '../../../shared/contract/rep-contract.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import type { Features } from '../../../server/edge/feature-seam.ts';
import { pageOf } from './features-in-process.ts';

const hooks = {
  onRefused(what: string) {
    throw new Error(`The test asks wrongly: ${what}`);
  },
  onFault(error: unknown): never {
    throw error;
  },
};

function clientOf<C extends Contract, Context>(of: C, handlers: object, context: Context): Client<C> {
  // The features leave some operations to the edge; a test that asks one of them fails by itself.
  const answer = createDispatcher(of, handlers as Handlers<C, Context>, hooks);
  return createClient(of, { call: (call) => answer(call, context) });
}

/** A customer's page, at an address of its own where throttling is the matter. */
export function customerClient({ customerHandlers }: Features, browser: BrowserId, address = '192.0.2.1') {
  return clientOf(customerContract, customerHandlers, { ...pageOf(browser), address });
}

/** A rep's extension. */
export function repClient({ repHandlers }: Features, account: Account) {
  return clientOf(repContract, repHandlers, { linkId: 'panel', account });
}

/** The web panel of somebody. */
export function panelClient({ adminHandlers }: Features, account: Account, role: Role = 'administrator') {
  return clientOf(adminContract, adminHandlers, { account: { ...account, role }, tokenHash: '', address: '' });
}
