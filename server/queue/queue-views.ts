/** What customers and reps are shown of the queue, made from one look at it. Pure. */
import type { ChannelNow, ChannelStatus, PublicChannel } from '../../shared/contract/channel.ts';
import type { QueuePlace } from '../../shared/contract/customer-contract.ts';
import type { AccountId, ChannelId, RequestId } from '../../shared/contract/identifiers.ts';
import type { WaitingRequest } from '../../shared/contract/support-request.ts';
import type { StoredChannel } from '../edge/feature-seam.ts';
import type { Candidate, OpenOffer } from '../distribution/choose-offers.ts';
import { mayAsk } from './channel-status.ts';
import { inOrder, placeIn } from './queue-order.ts';
import type { RequestRecord } from './request-model.ts';
import { waitRange } from './wait-range.ts';
import type { WaitSample } from './wait-range.ts';

/** One channel at one moment. */
export interface ChannelView {
  readonly channel: StoredChannel;
  /** What customers see who are not in line: Offline outside of business hours, whoever is logged in. */
  readonly status: ChannelStatus;
  /** What follows from the reps alone, for those in line: who waits when the channel closes is helped still. */
  readonly standing: ChannelStatus;
  /** When it opens next, while it is closed by its business hours. */
  readonly opensAt: number | null;
  /** Open reservations, and how many there may be. */
  readonly reservations: { readonly open: number; readonly most: number };
  readonly now: ChannelNow;
  /** Those who are logged in. */
  readonly reps: readonly Candidate[];
  /** Waiting requests in their order. */
  readonly line: readonly RequestRecord[];
  /** Counted while somebody waits; else 0. */
  readonly beingHelped: number;
  readonly samples: readonly WaitSample[];
}

/** The whole queue at one moment, channels in the order in which people see them. */
export interface QueueView {
  readonly at: number;
  readonly priorityMinutes: number;
  /** Offers that stand. */
  readonly open: readonly OpenOffer[];
  /** Requests that are put before one rep alone, and who that is. */
  readonly offeredTo: ReadonlyMap<RequestId, string>;
  readonly channels: ReadonlyMap<ChannelId, ChannelView>;
}

/** The channels of the request page. */
export function publicChannels({ at, channels }: QueueView): PublicChannel[] {
  return [...channels.values()].map(({ channel, status, opensAt, line, samples, reservations }) => ({
    id: channel.id,
    name: channel.name,
    description: channel.description,
    status,
    // A wait for a place that cannot be had would be a promise to nobody.
    wait: mayAsk(status) ? waitRange(samples, line.length + 1, at) : null,
    opensAt,
    takesReservations: status !== 'available' && reservations.open < reservations.most,
  }));
}

/** The channels that an account is in. */
export function channelsOf({ channels }: QueueView, account: AccountId): ChannelId[] {
  return [...channels.values()].flatMap(({ channel: { id, members } }) => (members.includes(account) ? [id] : []));
}

/** The channels in the panel of a rep who is in some of them. */
export function repChannels({ channels }: QueueView, theirs: readonly ChannelId[]) {
  return [...channels.values()]
    .filter(({ channel }) => theirs.includes(channel.id))
    .map(({ channel: { id, name }, status, line }) => ({ id, name, status, waiting: line.length }));
}

/** A customer's place in line; `undefined` when the request does not wait (any more). */
export function queuePlace({ at, channels }: QueueView, request: RequestRecord): QueuePlace | undefined {
  const view = channels.get(request.channel);
  const place = view && placeIn(view.line, request._id);
  if (view === undefined || place === undefined) return undefined;
  const { channel, incident, name, email, phone, reason, message } = request;
  return {
    form: { channel, incident: incident?.id ?? null, name, email, phone, reason, message },
    incident: incident ?? null,
    channelName: view.channel.name,
    channelStatus: view.standing,
    since: request.createdAt,
    position: place.position,
    behind: place.behind,
    beingHelped: view.beingHelped,
    // What waits were like when reps were there says nothing while none is.
    wait: view.standing === 'offline' ? null : waitRange(view.samples, place.position, at),
  };
}

/** The waiting requests of a rep's channels, in the order in which they are to be served. */
export function waitingRequests(view: QueueView, theirs: readonly ChannelId[]): WaitingRequest[] {
  const lines = theirs.flatMap((id) => view.channels.get(id) ?? []);
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return shownLine(view, only);
  const shown = new Map(lines.flatMap((line) => shownLine(view, line)).map((request) => [request.id, request]));
  const all = inOrder(
    lines.flatMap(({ line }) => line),
    view.priorityMinutes,
    (id) => view.channels.get(id)?.channel.distribution.priority ?? 'normal',
  );
  return all.flatMap(({ _id }) => shown.get(_id) ?? []);
}

/** One look is shown to many reps of the same channel. */
const shownLines = new WeakMap<ChannelView, WaitingRequest[]>();

/** A whole line as reps see it. */
export function shownLine(view: QueueView, channel: ChannelView): WaitingRequest[] {
  const known = shownLines.get(channel);
  if (known !== undefined) return known;
  const line = channel.line.map((request, index) => waitingRequest(view, channel, request, index + 1));
  shownLines.set(channel, line);
  return line;
}

/** One request as reps see it; `undefined` when it does not wait (any more). */
export function waitingRequestOf(queue: QueueView, request: { readonly channel: ChannelId; readonly _id: RequestId }) {
  const view = queue.channels.get(request.channel);
  const index = view?.line.findIndex((one) => one._id === request._id) ?? -1;
  const found = view?.line[index];
  return view === undefined || found === undefined ? undefined : waitingRequest(queue, view, found, index + 1);
}

function waitingRequest(
  { offeredTo }: QueueView,
  view: ChannelView,
  request: RequestRecord,
  position: number,
): WaitingRequest {
  const { _id: id, channel, name, email, phone, incident, reason, message, createdAt, priority, takeover } = request;
  return {
    id,
    channel,
    channelName: view.channel.name,
    name,
    email,
    phone,
    incident,
    reason,
    message,
    createdAt,
    priority,
    lostBy: takeover?.why === undefined ? (takeover?.fromName ?? null) : null,
    ...(takeover?.why === undefined ? {} : { givenBy: takeover.fromName, brief: takeover.transfer?.brief ?? null }),
    offeredTo: offeredTo.get(id) ?? null,
    position,
  };
}
