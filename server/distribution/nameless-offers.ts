import { anyOf } from '../documents/any-of.ts';
import type { OfferModel } from './offer-model.ts';

/** Takes the customers' names out of what leads assigned of these requests. The offers stay: what was missed is counted by them. */
export async function makeOffersNameless(offers: OfferModel, requests: readonly string[]): Promise<void> {
  // Only where a lead is named: in the others no name was ever written.
  const assigned: object = { request: anyOf(requests), 'assigned.by': { $exists: true } };
  await offers.updateMany(assigned, { $set: { 'assigned.customer': '' } });
}
