/** Offers: a waiting request put before a rep, with a deadline. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { OfferId, RequestId } from './identifiers.ts';
import { Priority } from './queue-settings.ts';
import { WaitingRequest } from './support-request.ts';
import { Moment } from './text.ts';

/** An offer that stands; a rep has one at a time. After `dueAt` the request passes on to somebody else. */
export const Offer = v.strictObject({
  id: OfferId,
  request: RequestId,
  madeAt: Moment,
  dueAt: Moment,
  /** The team lead who has put it before this rep; missing where the channel's policy did. */
  assignedBy: v.exactOptional(v.string()),
});
export type Offer = v.InferOutput<typeof Offer>;

/** What became of an offer. `withdrawn`: it is no longer this rep's to answer, and that is no fault of theirs. */
export const OfferEnd = v.picklist(['accepted', 'passed', 'missed', 'withdrawn']);
export type OfferEnd = v.InferOutput<typeof OfferEnd>;

export const repOfferOperations = {
  /** The rep passes on an offer: somebody else is asked at once. Harmless for one that stands no longer. */
  'offers.pass': operation(v.strictObject({ offer: OfferId }), Nothing),
  /** A rep of the channel says how much a request presses. */
  'requests.setPriority': operation(v.strictObject({ request: RequestId, priority: Priority }), Nothing),
};

export const offerMade = v.strictObject({ type: v.literal('offers.made'), offer: Offer, request: WaitingRequest });

export const offerClosed = v.strictObject({ type: v.literal('offers.closed'), offer: OfferId, how: OfferEnd });
