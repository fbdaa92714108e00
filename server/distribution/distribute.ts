/** Carries out which waiting request is put before which rep. */
import type { Links } from '../edge/links.ts';
import type { QueueView } from '../queue/queue-views.ts';
import { chooseOffers } from './choose-offers.ts';
import type { Offers } from './offer-service.ts';

export interface DistributeNeeds {
  readonly offers: Pick<Offers, 'make' | 'withdraw'>;
  readonly links: Pick<Links, 'accountsConnected'>;
}

/**
 * Withdraws the offers that stand no longer and makes new ones; says whether it did anything. Two processes may do so at
 * once: the store lets one of them make each offer.
 */
export function createDistribute({ offers, links }: DistributeNeeds): (view: QueueView) => Promise<boolean> {
  return async (view) => {
    const channels = new Map(
      [...view.channels].map(([id, { channel, now, line, reps }]) => [
        id,
        { settings: now.settings, priority: channel.distribution.priority, line, reps },
      ]),
    );
    const { at: now, priorityMinutes, open } = view;
    const plan = chooseOffers({ now, priorityMinutes, channels, open, reachable: links.accountsConnected() });
    await Promise.all(plan.withdraw.map((offer) => offers.withdraw(offer)));
    const made = await Promise.all(plan.make.map((offer) => offers.make(offer, view)));
    return plan.withdraw.length > 0 || made.some((offer) => offer !== undefined);
  };
}
