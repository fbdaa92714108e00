import assert from 'node:assert/strict';
import type { ChannelStatus } from '../../../../shared/contract/channel.ts';
import { publicChannels, queuePlace } from '../../../../server/queue/queue-views.ts';
import { aChannelId, aLine, aView, aWaiting } from './view-for-tests.ts';

const request = aWaiting();
const aViewOf = (status: ChannelStatus, open = 0) =>
  aView([aLine(aChannelId, [request], { status, standing: status, reservations: { open, most: 2 } })]);

describe('How long it takes, as customers are told', () => {
  it('is no promise while nobody of the channel is there', () => {
    assert.notEqual(queuePlace(aViewOf('busy'), request)?.wait, null);
    assert.equal(queuePlace(aViewOf('offline'), request)?.wait, null);
  });

  it('is not said of a channel in which nobody can get in line', () => {
    const wait = (status: ChannelStatus) => publicChannels(aViewOf(status))[0]?.wait;
    assert.notEqual(wait('available'), null);
    assert.deepEqual([wait('offline'), wait('reservation-only')], [null, null]);
  });
});

describe('Whether a reservation can be left', () => {
  const takes = (status: ChannelStatus, open: number) => publicChannels(aViewOf(status, open))[0]?.takesReservations;

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
