/** Offers: made, accepted, passed on, missed or withdrawn, each settled exactly once by the store. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { OfferId } from '../../shared/contract/identifiers.ts';
import type { AccountId, RequestId } from '../../shared/contract/identifiers.ts';
import type { Offer, OfferEnd } from '../../shared/contract/offer-operations.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { QueueView } from '../queue/queue-views.ts';
import { waitingRequestOf } from '../queue/queue-views.ts';
import type { RequestModel } from '../queue/request-model.ts';
import { newId } from '../secrets/random.ts';
import type { AssignmentEnds } from '../team/assignment-ends.ts';
import type { OfferToMake } from './choose-offers.ts';
import type { Assigned, OfferModel, OfferRecord } from './offer-model.ts';

/** Tries of a request that are remembered. */
const triesKept = 60;

export interface Offers {
  /** The offer that stands before a rep. */
  of(rep: AccountId): Promise<Offer | null>;
  /** Makes it unless somebody else was faster; `undefined` when it did not. */
  make(offer: OfferToMake, view: QueueView, assigned?: Assigned): Promise<OfferRecord | undefined>;
  /** What stands of a request, or before a rep, makes room for what this lead assigns. */
  giveWay(filter: { readonly request: RequestId } | { readonly rep: AccountId }, lead: AccountId): Promise<void>;
  /** The rep passes it on. @throws AppError `not-found` when it is not theirs */
  pass(rep: AccountId, offer: OfferId): Promise<void>;
  /** A request was taken: its offers stand no longer, and only its taker's was accepted. */
  taken(request: RequestId, by: AccountId): Promise<void>;
  /** It stands no longer, which is no fault of its rep: withdrawn, unless it was this rep who took the request. */
  withdraw(offer: Pick<OfferRecord, '_id' | 'request' | 'rep'>): Promise<void>;
  /** A request waits no longer. */
  requestGone(request: RequestId): Promise<void>;
  /** A rep is out of reach: what was put before them goes back at once. */
  repGone(rep: AccountId): Promise<void>;
}

export interface OfferNeeds {
  readonly model: OfferModel;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly requests: RequestModel;
  readonly presences: Pick<Presences, 'offered' | 'answered' | 'missedOffer'>;
  readonly deadlines: Deadlines;
  readonly links: Pick<Links, 'toAccount' | 'accountsConnected'>;
  readonly clock: Clock;
  /** Whether a rep of the channel becomes Away by missing offers. */
  readonly setsAway: (channel: OfferRecord['channel']) => Promise<boolean>;
  readonly assignmentEnded: AssignmentEnds;
  /** Called after a request has become free to be offered anew, or a rep to be asked. */
  readonly onFree: () => void;
}

export function createOffers(needs: OfferNeeds): Offers {
  const { model, accounts, requests, presences, deadlines, links, clock, setsAway, onFree, assignmentEnded } = needs;

  /** Ends an offer that stands; `undefined` when it does not (any more). */
  async function settle(
    filter: Partial<Pick<OfferRecord, '_id' | 'rep' | 'request'>>,
    how: OfferEnd,
    replacedBy?: AccountId,
  ) {
    const end = { $set: { state: how, settledAt: clock.now() } };
    const stands = { ...filter, state: 'open' as const };
    const ended = await model.findOneAndUpdate(stands, end, { returnDocument: 'after' }).lean();
    if (ended === null) return undefined;
    links.toAccount(ended.rep, { type: 'offers.closed', offer: ended._id, how });
    await deadlines.cancel('offer-due', ended._id);
    await assignmentEnded(ended, how, replacedBy);
    return ended;
  }

  async function settleAll(
    filter: Partial<Pick<OfferRecord, 'request' | 'rep'>>,
    how: OfferEnd,
    replacedBy?: AccountId,
  ) {
    for (const { _id } of await model.find({ ...filter, state: 'open' }).lean()) await settle({ _id }, how, replacedBy);
  }

  /** How an offer ends whose request waits no longer: whoever looks may be faster than the claim that tells of itself. */
  async function endWithout({ request: _id, rep }: Pick<OfferRecord, 'request' | 'rep'>): Promise<OfferEnd> {
    return (await requests.countDocuments({ _id, state: 'claimed', claimedBy: rep })) > 0 ? 'accepted' : 'withdrawn';
  }

  /** Whom the request comes to last from now on. */
  async function remember({ request, rep }: OfferRecord, how: 'missed' | 'passed') {
    const tries = { $each: [{ account: rep, at: clock.now(), how }], $slice: -triesKept };
    await requests.updateOne({ _id: request }, { $push: { tried: tries } });
  }

  deadlines.on('offer-due', async (subject) => {
    const offer = await model.findOne({ _id: v.parse(OfferId, subject), state: 'open' }).lean();
    if (offer === null) return;
    const waits = (await requests.countDocuments({ _id: offer.request, state: 'waiting' })) > 0;
    // Who is out of reach saw nothing, and a request that was taken meanwhile was not missed.
    const isMissed = waits && links.accountsConnected().has(offer.rep);
    const ended = await settle({ _id: offer._id }, isMissed ? 'missed' : await endWithout(offer));
    if (ended !== undefined && isMissed) {
      await remember(ended, 'missed');
      await presences.missedOffer(ended.rep, await setsAway(ended.channel));
    }
    onFree();
  });

  return {
    async of(rep) {
      const open = await model.findOne({ rep, state: 'open' }).lean();
      return open === null ? null : toOffer(open);
    },
    async make({ request, channel, rep, exclusive, seconds }, view, assigned) {
      const waiting = waitingRequestOf(view, { _id: request, channel });
      if (waiting === undefined) return undefined;
      const madeAt = clock.now();
      const dueAt = madeAt + seconds * 1000;
      const _id = newId(OfferId);
      const repName = (await accounts.face(rep))?.displayName ?? '';
      const about = { _id, request, channel, rep, repName, exclusive };
      const by = assigned === undefined ? {} : { assigned };
      const offer: OfferRecord = { ...about, state: 'open', madeAt, dueAt, ...by };
      // The deadline first: an offer without one would stand for ever.
      await deadlines.set('offer-due', _id, dueAt);
      try {
        await model.create([offer]);
      } catch (error) {
        await deadlines.cancel('offer-due', _id);
        if (!isDuplicateKey(error)) throw error;
        return undefined;
      }
      links.toAccount(rep, { type: 'offers.made', offer: toOffer(offer), request: waiting });
      await presences.offered(rep, madeAt);
      return offer;
    },
    giveWay: (filter, lead) => settleAll(filter, 'withdrawn', lead),
    async pass(rep, _id) {
      const passed = await settle({ _id, rep }, 'passed');
      if (passed === undefined) {
        if ((await model.countDocuments({ _id, rep })) === 0) throw new AppError('not-found');
        return;
      }
      await remember(passed, 'passed');
      await presences.answered(rep);
      onFree();
    },
    async taken(request, by) {
      await settle({ request, rep: by }, 'accepted');
      await settleAll({ request }, 'withdrawn');
    },
    async withdraw(offer) {
      await settle({ _id: offer._id }, await endWithout(offer));
    },
    requestGone: (request) => settleAll({ request }, 'withdrawn'),
    async repGone(rep) {
      if ((await settle({ rep }, 'withdrawn')) !== undefined) onFree();
    },
  };
}

function toOffer({ _id: id, request, madeAt, dueAt, assigned }: OfferRecord): Offer {
  return { id, request, madeAt, dueAt, ...(assigned === undefined ? {} : { assignedBy: assigned.byName }) };
}
