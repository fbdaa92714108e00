import type { SharedItem } from '../../shared/contract/shared-item.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import { ownItemHandlers } from './own-item-handlers.ts';
import { ownItemModel } from './own-item-model.ts';
import { sharedFileModel } from './shared-file-model.ts';
import { adminSharedItemHandlers, repSharedItemHandlers } from './shared-item-handlers.ts';
import { sharedItemModel } from './shared-item-model.ts';
import { createSharedItems } from './shared-item-service.ts';

/** What the organisation shares with its reps, and what they keep for themselves: the service, what panel and reps ask of it, and how reps hear of changes. */
export function openSharedItems({ connection, links, clock }: Pick<FeatureNeeds, 'connection' | 'links' | 'clock'>) {
  const shared = createSharedItems(sharedItemModel(connection), sharedFileModel(connection), clock);
  const tellReps = (items: SharedItem[]) => {
    for (const account of links.accountsConnected()) links.toAccount(account, { type: 'shared.changed', items });
  };
  return {
    shared,
    tellReps,
    adminHandlers: adminSharedItemHandlers(shared, tellReps),
    repHandlers: { ...repSharedItemHandlers(shared), ...ownItemHandlers(ownItemModel(connection), links) },
  };
}
