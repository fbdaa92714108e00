/** Which waiting request is put before which rep, and which offers stand no longer. Pure. */
import type { AccountId, ChannelId, OfferId, RequestId } from '../../shared/contract/identifiers.ts';
import type { OfferPolicy, Priority, QueueSettings } from '../../shared/contract/queue-settings.ts';
import { hasRoom } from '../queue/channel-status.ts';
import type { ChannelRep } from '../queue/channel-status.ts';
import { inOrder } from '../queue/queue-order.ts';
import type { InLine } from '../queue/queue-order.ts';

/** Who has passed on a request is not offered it again before this time is over. */
export const restAfterPassMs = 60_000;

/** A rep who had the request before, and did not take it. */
export interface Try {
  readonly account: AccountId;
  readonly at: number;
  readonly how: 'missed' | 'passed';
}

/** Somebody who waits to be offered. */
export interface Waiting extends InLine {
  readonly tried: readonly Try[];
  readonly takeover?: { readonly from: AccountId; readonly why?: 'transfer' | 'left' };
}

/** A rep of a channel, as far as the choice is concerned. */
export interface Candidate extends ChannelRep {
  readonly account: AccountId;
  /** Since when nothing was begun or ended: what counts for the longest idle. */
  readonly idleSince: number;
  /** When something was offered last; 0 for never. */
  readonly offeredAt: number;
}

/** A channel with who waits in it and who is there. */
export interface ChannelToServe {
  readonly settings: QueueSettings;
  readonly priority: Priority;
  readonly line: readonly Waiting[];
  readonly reps: readonly Candidate[];
}

/** An offer that stands. */
export interface OpenOffer {
  readonly _id: OfferId;
  readonly request: RequestId;
  readonly channel: ChannelId;
  readonly rep: AccountId;
  /** `false` where others may have the same request before them. */
  readonly exclusive: boolean;
  /** Set where a lead chose the rep. */
  readonly assigned?: unknown;
}

export interface OffersInput {
  readonly now: number;
  readonly priorityMinutes: number;
  readonly channels: ReadonlyMap<ChannelId, ChannelToServe>;
  readonly open: readonly OpenOffer[];
  /** Reps with an open link: nobody else would see an offer. */
  readonly reachable: ReadonlySet<AccountId>;
}

/** An offer to be made. */
export interface OfferToMake {
  readonly request: RequestId;
  readonly channel: ChannelId;
  readonly rep: AccountId;
  readonly exclusive: boolean;
  readonly seconds: number;
}

export interface OfferPlan {
  readonly withdraw: readonly OpenOffer[];
  readonly make: readonly OfferToMake[];
}

/**
 * Serves the requests in their order, each by its channel's policy. A rep has one offer at a time, and none without room
 * for the customer; who had a request before comes after those who did not.
 */
export function chooseOffers({ now, priorityMinutes, channels, open, reachable }: OffersInput): OfferPlan {
  const isOpenTo = (rep: Candidate) => hasRoom(rep) && reachable.has(rep.account);
  const stands = ({ request, channel, rep }: OpenOffer) => {
    const at = channels.get(channel);
    return (
      at !== undefined &&
      at.line.some(({ _id }) => _id === request) &&
      at.reps.some((candidate) => candidate.account === rep && isOpenTo(candidate))
    );
  };
  const kept = open.filter(stands);
  const occupied = new Set(kept.map(({ rep }) => rep));
  const keptFor = (request: RequestId) => kept.filter((offer) => offer.request === request);
  const make: OfferToMake[] = [];
  const waiting = [...channels.values()].flatMap(({ line }) => line);

  for (const request of inOrder(waiting, priorityMinutes, (id) => channels.get(id)?.priority ?? 'normal')) {
    const channel = channels.get(request.channel);
    if (channel === undefined) continue;
    const { policy, offerSeconds: seconds } = channel.settings;
    const isForAll = policy === 'to-all';
    const standing = keptFor(request._id);
    if (isForAll ? standing.some(({ exclusive }) => exclusive) : standing.length > 0) continue;
    const free = channel.reps.filter(
      (rep) => isOpenTo(rep) && !occupied.has(rep.account) && !isResting(request, rep.account, now),
    );
    for (const { account } of isForAll ? free : inTurn(free, policy, request).slice(0, 1)) {
      occupied.add(account);
      make.push({ request: request._id, channel: request.channel, rep: account, exclusive: !isForAll, seconds });
    }
  }
  return { withdraw: open.filter((offer) => !stands(offer)), make };
}

/** Reps in the order in which a request is offered to them. */
function inTurn(free: readonly Candidate[], policy: OfferPolicy, { tried }: Waiting): Candidate[] {
  const tries = (rep: Candidate) => tried.filter(({ account }) => account === rep.account).length;
  return free.toSorted(
    (one, other) => tries(one) - tries(other) || byPolicy[policy](one, other) || (one.account < other.account ? -1 : 1),
  );
}

type Compare = (one: Candidate, other: Candidate) => number;

/** Who has nobody comes before who has somebody; then whoever did nothing for longer. */
const longestIdle: Compare = (one, other) =>
  Number(one.activeSessions > 0) - Number(other.activeSessions > 0) || one.idleSince - other.idleSince;

const byPolicy: Record<OfferPolicy, Compare> = {
  'longest-idle': longestIdle,
  'round-robin': (one, other) => one.offeredAt - other.offeredAt,
  'fewest-sessions': (one, other) => one.activeSessions - other.activeSessions || longestIdle(one, other),
  'to-all': longestIdle,
};

function isResting({ tried, takeover }: Waiting, rep: AccountId, now: number): boolean {
  // Who gives a session on is not offered it.
  if (takeover?.why !== undefined && takeover.from === rep) return true;
  return tried.some(({ account, how, at }) => account === rep && how === 'passed' && now - at < restAfterPassMs);
}
