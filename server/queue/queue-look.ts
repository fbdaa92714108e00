/** Looks at the whole queue: who is in line, who is there, and what waits have been like. */
import type { Channel } from '../../shared/contract/channel.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import type { QueueSettings } from '../../shared/contract/queue-settings.ts';
import type { Clock } from '../config/clock.ts';
import type { AccountDirectory, ChannelDirectory, StoredChannel } from '../edge/feature-seam.ts';
import type { OfferModel } from '../distribution/offer-model.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import type { QueueDefaultsService } from '../queue-settings/queue-defaults.ts';
import { settingsInForce } from '../queue-settings/settings-in-force.ts';
import { channelNow, channelStatus } from './channel-status.ts';
import { linesByChannel } from './queue-order.ts';
import type { QueueView } from './queue-views.ts';
import type { RequestModel } from './request-model.ts';
import { shareLooks } from './share-looks.ts';
import type { WaitSample } from './wait-range.ts';

/** The latest real waits of a channel that a range is made of. */
const samplesKept = 20;

export interface QueueLookNeeds {
  readonly requests: RequestModel;
  readonly offers: OfferModel;
  readonly sessions: SessionModel;
  readonly channels: Pick<ChannelDirectory, 'list'>;
  readonly accounts: Pick<AccountDirectory, 'capacities'>;
  readonly defaults: Pick<QueueDefaultsService, 'get'>;
  readonly presences: Pick<Presences, 'loggedIn'>;
  /** Whether a channel is open by its business hours, and until when that is so. */
  readonly openings: (
    channel: StoredChannel,
    timeZone: string,
    now: number,
  ) => { readonly isOpen: boolean; readonly until: number | null };
  readonly organisation: { times(): Promise<{ readonly timeZone: string; readonly reservationQueue: number }> };
  /** How many reservations of each channel are open. */
  readonly openReservations: () => Promise<ReadonlyMap<ChannelId, number>>;
  readonly clock: Clock;
}

export interface QueueLook {
  /** The queue as it is when this is called, or a little later. */
  look(): Promise<QueueView>;
  /** A wait has just ended: the next look takes it in. */
  waitEnded(channel: ChannelId): void;
}

export function createQueueLook(needs: QueueLookNeeds): QueueLook {
  const { requests, offers, sessions, channels, accounts, defaults, presences } = needs;
  const { openings, organisation, openReservations, clock } = needs;
  // Waits change only when one ends, and looks are many: they are read again when they have.
  const knownSamples = new Map<ChannelId, Promise<WaitSample[]>>();

  async function readSamples(channel: ChannelId): Promise<WaitSample[]> {
    const found = await requests.find({ channel, state: 'claimed' }).sort({ settledAt: -1 }).limit(samplesKept).lean();
    return found.flatMap(({ settledAt, createdAt, placeAtStart }) =>
      settledAt === undefined ? [] : [{ waitedMs: settledAt - createdAt, placeAtStart, endedAt: settledAt }],
    );
  }

  function samplesOf(channel: ChannelId): Promise<WaitSample[]> {
    const known = knownSamples.get(channel);
    if (known !== undefined) return known;
    const read = readSamples(channel);
    knownSamples.set(channel, read);
    // A failed read must not be remembered; whoever asked hears of the failure itself.
    read.catch(() => knownSamples.delete(channel));
    return read;
  }

  async function look(): Promise<QueueView> {
    const [setups, waiting, open, standings, defaultSettings, capacities, reserved, times] = await Promise.all([
      channels.list(),
      requests.find({ state: 'waiting' }).lean(),
      offers.find({ state: 'open' }).lean(),
      presences.loggedIn(),
      defaults.get(),
      accounts.capacities(),
      openReservations(),
      organisation.times(),
    ]);
    const at = clock.now();
    const { priorityMinutes } = defaultSettings;
    const lines = linesByChannel(waiting, priorityMinutes);
    const view = async (channel: StoredChannel) => {
      const line = lines.get(channel.id) ?? [];
      const settings = settingsInForce(channel, defaultSettings);
      const reps = channel.members.flatMap((member) => {
        const standing = standings.get(member);
        const capacity = capacities.get(member) ?? settings.availableQueue;
        return standing === undefined ? [] : [{ ...standing, account: member, capacity }];
      });
      const standing = channelStatus({ reps, waiting: line.length, settings });
      const now = channelNow(reps, settings);
      const { isOpen, until } = openings(channel, times.timeZone, at);
      const byHours = isOpen ? { status: standing, opensAt: null } : { status: 'offline' as const, opensAt: until };
      const most = channel.reservationQueue ?? times.reservationQueue;
      const reservations = { open: reserved.get(channel.id) ?? 0, most };
      const [beingHelped, samples] = await Promise.all([
        // Only who waits is told, and there may be many to count.
        line.length === 0 ? 0 : sessions.countDocuments({ channel: channel.id, state: 'live' }),
        samplesOf(channel.id),
      ]);
      const shown = { channel, ...byHours, standing, now, reps, line, beingHelped, samples, reservations };
      return [channel.id, shown] as const;
    };
    const channelViews = new Map(await Promise.all(setups.map(view)));
    const offeredTo = new Map(
      open.filter(({ exclusive }) => exclusive).map(({ request, repName }) => [request, repName]),
    );
    return { at, priorityMinutes, open, offeredTo, channels: channelViews };
  }

  return {
    look: shareLooks(look),
    waitEnded(channel) {
      knownSamples.delete(channel);
    },
  };
}

/** How a channel stands that was made in this moment: nobody is in it. */
export function stateWithoutReps(
  settings: QueueSettings,
): Pick<Channel, 'status' | 'waiting' | 'reservations' | 'now'> {
  return { status: 'offline', waiting: 0, reservations: { open: 0, most: 0 }, now: channelNow([], settings) };
}
