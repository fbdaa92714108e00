import { makeOffersNameless } from '../distribution/nameless-offers.ts';
import type { FeatureModels } from '../feature-models.ts';
import type { Belonging } from '../sessions/session-belongings.ts';
import { namelessRequest } from './nameless-request.ts';

/**
 * The requests by which a session stood in line for another rep name its customer once more, and say in a brief what was said: they lose
 * that with the session, and stay as what counts. The request from which it came is the customer's own, and found by itself.
 */
export function takeoversOfSession({ requests, offers }: Pick<FeatureModels, 'requests' | 'offers'>): Belonging {
  return {
    async forget(session) {
      const inLine = { 'takeover.session': session, state: { $in: ['claimed' as const, 'left' as const] } };
      const found = await requests.find(inLine).select({ _id: 1 }).hint('takeovers_of_a_session').lean();
      // The offers first: a request that is named still is found again, an offer never.
      await makeOffersNameless(
        offers,
        found.map(({ _id }) => _id),
      );
      for (const { _id } of found) await requests.updateOne({ _id }, namelessRequest());
    },
    // It is in the log, as far as it is the customer's.
    read: () => Promise.resolve({}),
  };
}
