import { offerModel } from '../../server/distribution/offer-model.ts';
import type { OfferRecord } from '../../server/distribution/offer-model.ts';
import type { PresenceInterval } from '../../server/presence/presence-model.ts';
import type { RequestRecord } from '../../server/queue/request-model.ts';
import { newId } from '../../server/secrets/random.ts';
import { OfferId } from '../../shared/contract/identifiers.ts';
import type { Account } from '../../shared/contract/account.ts';
import type { Office } from '../office.ts';
import { insertAll } from './insert-all.ts';

const OFFER_MS = 20_000;

/** Whom each request of the past was offered to: missed by some who were there, taken by the one who helped. */
export async function seedOffers(
  { connection, dice }: Office,
  past: {
    readonly reps: readonly Account[];
    readonly requests: readonly RequestRecord[];
    readonly intervals: readonly PresenceInterval[];
  },
): Promise<void> {
  const model = offerModel(connection);
  await model.createIndexes();
  const wasOnline = (rep: Account, at: number) =>
    past.intervals.some(
      ({ account, presence, from, to }) =>
        account === rep.id && presence === 'online' && from <= at && to !== undefined && at + OFFER_MS < to,
    );

  const offers = past.requests.flatMap((request): OfferRecord[] => {
    const { _id, channel, createdAt, settledAt = createdAt, claimedBy } = request;
    const offerTo = (rep: Account, madeAt: number, state: 'missed' | 'accepted', endedAt: number): OfferRecord => ({
      ...{ _id: newId(OfferId), request: _id, channel, rep: rep.id, repName: rep.displayName, exclusive: true },
      ...{ state, madeAt, dueAt: madeAt + OFFER_MS, settledAt: endedAt },
    });
    const made: OfferRecord[] = [];
    let at = createdAt + dice.between(1, 20) * 1000;
    for (const rep of past.reps) {
      const isAsked = rep.id !== claimedBy && rep.channels.includes(channel) && at + OFFER_MS < settledAt;
      if (!isAsked || !wasOnline(rep, at) || !dice.happens(0.12)) continue;
      made.push(offerTo(rep, at, 'missed', at + OFFER_MS));
      at += OFFER_MS;
    }
    const taker = past.reps.find(({ id }) => id === claimedBy);
    if (taker !== undefined) made.push(offerTo(taker, Math.max(at, settledAt - 9000), 'accepted', settledAt));
    return made;
  });
  await insertAll(model, offers);
}
