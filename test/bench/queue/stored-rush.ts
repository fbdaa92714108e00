/** What the store says of a rush, read by the server's own models after the server has ended. */
import { offerModel } from '../../../server/distribution/offer-model.ts';
import type { OfferRecord } from '../../../server/distribution/offer-model.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import type { RequestRecord } from '../../../server/queue/request-model.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import type { SessionRecord } from '../../../server/sessions/session-model.ts';
import { withStore } from './found-centre.ts';

export interface StoredRush {
  readonly requests: readonly RequestRecord[];
  readonly offers: readonly OfferRecord[];
  readonly sessions: readonly SessionRecord[];
}

export function readStoredRush(dataFolder: string): Promise<StoredRush> {
  return withStore(dataFolder, async (connection) => ({
    requests: await requestModel(connection).find({}).lean(),
    offers: await offerModel(connection).find({}).sort({ madeAt: 1 }).lean(),
    sessions: await sessionModel(connection).find({}).lean(),
  }));
}
