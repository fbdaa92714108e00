/** Looks at the whole queue: who is in line, who is there, and what waits have been like. */
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { ChannelDirectory, StoredChannel } from '../edge/feature-seam.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import { channelStatus } from './channel-status.ts';
import { linesByChannel } from './queue-order.ts';
import type { QueueView } from './queue-views.ts';
import type { RequestModel } from './request-model.ts';
import { shareLooks } from './share-looks.ts';
import type { WaitSample } from './wait-range.ts';

/** The latest real waits of a channel that a range is made of. */
const samplesKept = 20;

export interface QueueLookNeeds {
  readonly requests: RequestModel;
  readonly sessions: SessionModel;
  readonly channels: Pick<ChannelDirectory, 'list'>;
  readonly presences: Pick<Presences, 'loggedIn'>;
  readonly clock: Clock;
}

export interface QueueLook {
  /** The queue as it is when this is called, or a little later. */
  look(): Promise<QueueView>;
  /** A wait has just ended: the next look takes it in. */
  waitEnded(channel: ChannelId): void;
}

export function createQueueLook({ requests, sessions, channels, presences, clock }: QueueLookNeeds): QueueLook {
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
    const [setups, waiting, standings] = await Promise.all([
      channels.list(),
      requests.find({ state: 'waiting' }).lean(),
      presences.loggedIn(),
    ]);
    const lines = linesByChannel(waiting);
    const view = async (channel: StoredChannel) => {
      const line = lines.get(channel.id) ?? [];
      const reps = channel.members.flatMap((member) => standings.get(member) ?? []);
      const status = channelStatus({ reps, waiting: line.length, ...channel.numbers });
      const [beingHelped, samples] = await Promise.all([
        // Only who waits is told, and there may be many to count.
        line.length === 0 ? 0 : sessions.countDocuments({ channel: channel.id, state: 'live' }),
        samplesOf(channel.id),
      ]);
      return [channel.id, { channel, status, line, beingHelped, samples }] as const;
    };
    return { at: clock.now(), channels: new Map(await Promise.all(setups.map(view))) };
  }

  return {
    look: shareLooks(look),
    waitEnded(channel) {
      knownSamples.delete(channel);
    },
  };
}
