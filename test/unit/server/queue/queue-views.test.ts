import assert from 'node:assert/strict';
import * as v from 'valibot';
import type { ChannelStatus } from '../../../../shared/contract/channel.ts';
import { alwaysOpen } from '../../../../shared/contract/business-hours.ts';
import { ChannelId, RequestId } from '../../../../shared/contract/identifiers.ts';
import type { BrowserId } from '../../../../server/edge/links.ts';
import { firstDefaults } from '../../../../server/queue-settings/settings-in-force.ts';
import { channelNow } from '../../../../server/queue/channel-status.ts';
import { publicChannels, queuePlace } from '../../../../server/queue/queue-views.ts';

const at = 1_000_000;
const channel = v.parse(ChannelId, 'c'.repeat(22));
const request = {
  _id: v.parse(RequestId, 'r'.repeat(22)),
  browser: 'somebody' as BrowserId,
  channel,
  channelName: 'General',
  name: 'Marta',
  email: '',
  phone: '',
  reason: 'Printer',
  message: '',
  createdAt: at,
  placeAtStart: 1,
  priority: 'normal' as const,
  tried: [],
  state: 'waiting' as const,
};

/** A channel where waits have been short so far. */
function aView(status: ChannelStatus, open = 0) {
  const samples = Array.from({ length: 20 }, () => ({ waitedMs: 20_000, placeAtStart: 1, endedAt: at }));
  const numbers = { availableQueue: 2, busyQueue: 2 };
  const distribution = {
    policy: null,
    offerSeconds: null,
    countsAway: null,
    awayAfterMissed: null,
    priority: 'normal' as const,
  };
  const stored = {
    id: channel,
    name: 'General',
    description: '',
    numbers,
    distribution,
    hours: alwaysOpen,
    members: [],
  };
  const now = channelNow([], firstDefaults);
  return {
    at,
    priorityMinutes: 10,
    open: [],
    offeredTo: new Map(),
    channels: new Map([
      [
        channel,
        {
          channel: { ...stored, reservationQueue: null },
          status,
          standing: status,
          opensAt: null,
          now,
          reps: [],
          line: [request],
          beingHelped: 0,
          samples,
          reservations: { open, most: 2 },
        },
      ],
    ]),
  };
}

describe('How long it takes, as customers are told', () => {
  it('is no promise while nobody of the channel is there', () => {
    assert.notEqual(queuePlace(aView('busy'), request)?.wait, null);
    assert.equal(queuePlace(aView('offline'), request)?.wait, null);
  });

  it('is not said of a channel in which nobody can get in line', () => {
    const wait = (status: ChannelStatus) => publicChannels(aView(status))[0]?.wait;
    assert.notEqual(wait('available'), null);
    assert.deepEqual([wait('offline'), wait('reservation-only')], [null, null]);
  });
});

describe('Whether a reservation can be left', () => {
  const takes = (status: ChannelStatus, open: number) => publicChannels(aView(status, open))[0]?.takesReservations;

  it('is so whenever nobody is free, while there is room', () => {
    const statuses = ['available', 'busy', 'reservation-only', 'offline'] as const;
    assert.deepEqual(
      statuses.map((status) => takes(status, 1)),
      [false, true, true, true],
    );
    assert.deepEqual(
      statuses.map((status) => takes(status, 2)),
      [false, false, false, false],
    );
  });
});
