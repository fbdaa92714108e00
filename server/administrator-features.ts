/** What the features tell administrators and team leads of what goes on and what went on. */
import { customerStores } from './customer-data/customer-stores.ts';
import { openCustomerData } from './customer-data/open-customer-data.ts';
import type { FeatureNeeds } from './edge/feature-seam.ts';
import type { FeatureModels } from './feature-models.ts';
import { openLiveBoard } from './live-board/open-live-board.ts';
import type { SessionBelongings } from './sessions/session-belongings.ts';
import { openSessionRecords } from './session-records/open-session-records.ts';

type Needs = Omit<Parameters<typeof openSessionRecords>[0], 'model'> &
  Omit<Parameters<typeof openLiveBoard>[0], 'model' | 'intervals'> &
  Pick<FeatureNeeds, 'connection'> & { readonly models: FeatureModels; readonly belongings: SessionBelongings };

export function administratorFeatures({ models, connection, belongings, ...needs }: Needs) {
  const shown = { ...needs, model: models.sessions, intervals: models.presence.intervals };
  return {
    ...openSessionRecords(shown),
    ...openLiveBoard(shown),
    ...openCustomerData({
      stores: customerStores(connection, models),
      entries: models.log,
      log: needs.log,
      belongings,
    }),
  };
}
