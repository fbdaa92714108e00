import type { Handlers } from '../../shared/contract/contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { SelfOperation } from '../edge/feature-seam.ts';
import type { RepContext } from '../edge/links.ts';
import type { AccountService } from './account-service.ts';

/** What reps change of themselves in the extension: how customers see them, nothing else. */
export function createSelfHandlers(accounts: AccountService): Pick<Handlers<RepContract, RepContext>, SelfOperation> {
  return {
    'self.setPicture': async ({ picture }, { account }) => ({
      account: await accounts.setPicture(account.id, picture),
    }),
    'self.setDisplayName': async ({ displayName }, { account }) => ({
      account: await accounts.rename(account.id, { displayName }),
    }),
  };
}
