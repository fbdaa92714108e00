/** Whether anybody was put before a rep while somebody stood before them who could have been. Pure. */
import { countsAsWaitingSince } from '../../../server/queue/queue-order.ts';
import type { OfferRecord } from '../../../server/distribution/offer-model.ts';
import type { RequestRecord } from '../../../server/queue/request-model.ts';
import { restAfterPassMs } from '../../../server/distribution/choose-offers.ts';
import { grouped } from './grouped.ts';
import type { StoredRush } from './stored-rush.ts';
import type { SeenCustomer, SeenRush } from './what-was-seen.ts';

/** By so much the clocks of server and customers, which are one machine's, may differ by rounding. */
const clockMs = 5;
/** The end of an offer is stamped before it is stored; on a busy machine so much may lie between, and a look in it sees the offer open. */
const settlingMs = 500;

export interface OrderChecked {
  readonly faults: string[];
  /** Offers whose place in the order could be told, of all that were made. */
  readonly offers: number;
  /** For how many of them somebody stood before who could have been served instead, had the order been wrong. */
  readonly comparisons: number;
  /** Of those, between two of the same priority: first in, first out. */
  readonly samePriority: number;
}

interface InRush {
  readonly request: RequestRecord;
  readonly customer: SeenCustomer;
  readonly offers: readonly OfferRecord[];
}

/**
 * An offer was decided by a look at the queue, which reads who waits and what is offered. Neither can be older than what
 * it shows: that this customer had asked, and that what they or the rep had before was over. Whoever was in line by then,
 * free, and before this customer by the queue's own order, must have been put before somebody in that same moment or be
 * gone: else they were overtaken.
 */
export function overtaken(
  { requests, offers }: StoredRush,
  { customers }: SeenRush,
  priorityMinutes: number,
): OrderChecked {
  const seen = new Map(customers.map((customer) => [customer.name, customer]));
  const byRequest = grouped(offers, ({ request }) => request);
  const lines = grouped(
    requests.flatMap((request): InRush[] => {
      const customer = seen.get(request.name);
      return customer === undefined ? [] : [{ request, customer, offers: byRequest.get(request._id) ?? [] }];
    }),
    ({ request }) => request.channel,
  );
  const faults: string[] = [];
  let [judged, comparisons, samePriority] = [0, 0, 0];
  for (const line of lines.values()) {
    for (const one of line) {
      for (const offer of one.offers) {
        const looked = lookAfter(offer, one, offers);
        const own = priorityBetween(one, looked.waitingAt, offer.madeAt);
        if (own === undefined) continue;
        judged += 1;
        const place = countsAsWaitingSince({ ...one.request, priority: own }, 'normal', priorityMinutes);
        for (const other of line) {
          const priority = priorityBetween(other, looked.waitingAt, offer.madeAt);
          if (other === one || priority === undefined || !isFreeFor(offer, other, looked)) continue;
          comparisons += 1;
          if (priority === own) samePriority += 1;
          if (countsAsWaitingSince({ ...other.request, priority }, 'normal', priorityMinutes) < place)
            faults.push(
              `${one.customer.name} (${own}) was put before a rep, and ${other.customer.name} (${priority}) waited`,
            );
        }
      }
    }
  }
  return { faults, offers: judged, comparisons, samePriority };
}

/** How much somebody pressed when it was looked, between these moments; `undefined` when it was being said meanwhile. */
function priorityBetween({ customer: { pressed } }: InRush, from: number, to: number) {
  if (pressed === undefined || to + clockMs < pressed.sentAt) return 'normal';
  return pressed.doneAt + clockMs < from ? pressed.priority : undefined;
}

/** Moments before which the look that led to an offer cannot have read who waits, and what is offered. */
interface Looked {
  readonly waitingAt: number;
  readonly offeredAt: number;
}

function lookAfter(offer: OfferRecord, { customer, offers }: InRush, all: readonly OfferRecord[]): Looked {
  const before = [...offers, ...all.filter(({ rep }) => rep === offer.rep)].filter(
    ({ _id, settledAt = Infinity }) => _id !== offer._id && settledAt <= offer.madeAt,
  );
  // One look comes after the other: this one began when the offers of an earlier one had been made.
  const waitingAt = Math.max(customer.askedAt, ...before.map(({ madeAt }) => madeAt));
  return { waitingAt, offeredAt: Math.max(0, ...before.map(({ settledAt = 0 }) => settledAt)) };
}

/** Whether somebody was in line when it was looked and until the offer, before nobody, and not resting from its rep. */
function isFreeFor(offer: OfferRecord, { request, customer, offers }: InRush, looked: Looked): boolean {
  const { waitingAt, offeredAt } = looked;
  if (customer.inLineAt + clockMs >= waitingAt || (request.settledAt ?? Infinity) <= offer.madeAt) return false;
  const isBusy = offers.some(
    ({ madeAt, settledAt = Infinity }) => madeAt <= offer.madeAt && settledAt + settlingMs >= offeredAt,
  );
  const rests = request.tried.some(
    ({ account, at }) => account === offer.rep && at <= offer.madeAt && offer.madeAt - at < restAfterPassMs,
  );
  return !isBusy && !rests;
}
