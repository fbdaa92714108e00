/** Looks at a queue that is nowhere stored. */
import * as v from 'valibot';
import { alwaysOpen } from '../../../../shared/contract/business-hours.ts';
import { ChannelId, RequestId } from '../../../../shared/contract/identifiers.ts';
import type { BrowserId } from '../../../../server/edge/links.ts';
import { channelNow } from '../../../../server/queue/channel-status.ts';
import type { ChannelView, QueueView } from '../../../../server/queue/queue-views.ts';
import type { RequestRecord } from '../../../../server/queue/request-model.ts';
import { firstDefaults } from '../../../../server/queue-settings/settings-in-force.ts';

/** When everything happens that has no time of its own. */
export const at = 1_000_000;

export const aChannelId = v.parse(ChannelId, 'c'.repeat(22));

export function aWaiting(change: Partial<RequestRecord> = {}): RequestRecord {
  return {
    _id: v.parse(RequestId, 'r'.repeat(22)),
    browser: 'somebody' as BrowserId,
    channel: aChannelId,
    channelName: 'General',
    name: 'Marta',
    email: '',
    phone: '',
    reason: 'Printer',
    message: '',
    createdAt: at,
    placeAtStart: 1,
    priority: 'normal',
    tried: [],
    state: 'waiting',
    ...change,
  };
}

/** A channel where waits have been short so far. */
export function aLine(id: ChannelId, line: RequestRecord[], change: Partial<ChannelView> = {}): ChannelView {
  const distribution = {
    policy: null,
    offerSeconds: null,
    countsAway: null,
    awayAfterMissed: null,
    priority: 'normal' as const,
  };
  return {
    channel: {
      id,
      name: 'General',
      description: '',
      numbers: { availableQueue: 2, busyQueue: 2 },
      distribution,
      hours: alwaysOpen,
      members: [],
      reservationQueue: null,
    },
    status: 'available',
    standing: 'available',
    opensAt: null,
    now: channelNow([], firstDefaults),
    reps: [],
    line,
    beingHelped: 0,
    samples: Array.from({ length: 20 }, () => ({ waitedMs: 20_000, placeAtStart: 1, endedAt: at })),
    reservations: { open: 0, most: 2 },
    ...change,
  };
}

export function aView(lines: ChannelView[]): QueueView {
  return {
    at,
    priorityMinutes: 10,
    open: [],
    offeredTo: new Map(),
    channels: new Map(lines.map((line) => [line.channel.id, line])),
  };
}
