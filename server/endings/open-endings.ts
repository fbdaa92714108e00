import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { CustomerContext } from '../edge/links.ts';
import { endingModel } from './ending-model.ts';
import { createEndings } from './ending-service.ts';
import type { EndingNeeds } from './ending-service.ts';

export interface OpenEndingsNeeds
  extends Pick<FeatureNeeds, 'connection' | 'links' | 'clock'>, Pick<EndingNeeds, 'formOf'> {}

/** What customers are told of what has ended. Resolves when every index is there. */
export async function openEndings(needs: OpenEndingsNeeds) {
  const model = endingModel(needs.connection);
  await model.createIndexes();
  const endings = createEndings({ ...needs, model });
  const customerHandlers: Pick<Handlers<CustomerContract, CustomerContext>, 'endings.mine' | 'endings.dismiss'> = {
    'endings.mine': async (_nothing, { browser }) => ({ endings: await endings.of(browser) }),
    async 'endings.dismiss'({ what }, { browser }) {
      await endings.dismiss(browser, what);
      return {};
    },
  };
  return { endings, customerHandlers };
}
