import assert from 'node:assert/strict';
import type { ChannelStatus } from '../../../../shared/contract/channel.ts';
import type { QueueSettings } from '../../../../shared/contract/queue-settings.ts';
import { channelNow, channelStatus, mayAsk } from '../../../../server/queue/channel-status.ts';
import type { ChannelRep } from '../../../../server/queue/channel-status.ts';
import { firstDefaults } from '../../../../server/queue-settings/settings-in-force.ts';

const online = (activeSessions = 0, capacity = 2): ChannelRep => ({
  loggedIn: true,
  chosen: 'online',
  activeSessions,
  capacity,
});
const away = (activeSessions = 0): ChannelRep => ({ ...online(activeSessions), chosen: 'away' });
const gone: ChannelRep = { ...online(), loggedIn: false };
const settings: QueueSettings = { ...firstDefaults, availableQueue: 2, busyQueue: 3 };

interface Row {
  readonly when: string;
  readonly reps: readonly ChannelRep[];
  readonly waiting?: number;
  readonly countsAway?: boolean;
  readonly status: ChannelStatus;
}

/** Available Queue # is 2 and Busy Queue # is 3 throughout. */
const table: readonly Row[] = [
  { when: 'nobody is in the channel', reps: [], status: 'offline' },
  { when: 'nobody is logged in', reps: [gone, gone], status: 'offline' },
  { when: 'somebody is free', reps: [online()], status: 'available' },
  { when: 'somebody has room for one more', reps: [online(1)], status: 'available' },
  { when: 'somebody has room, though many wait', reps: [online(1)], waiting: 9, status: 'available' },
  { when: 'everybody has as many sessions as allowed', reps: [online(2)], status: 'busy' },
  { when: 'somebody has more sessions than allowed', reps: [online(3)], status: 'busy' },
  { when: 'the only one is away', reps: [away()], status: 'busy' },
  { when: 'one is away and free, the other one full', reps: [away(), online(2)], status: 'busy' },
  { when: 'one is away, the other one free', reps: [away(), online()], status: 'available' },
  { when: 'the line is one short of full', reps: [online(2)], waiting: 2, status: 'busy' },
  { when: 'the line is full', reps: [online(2)], waiting: 3, status: 'reservation-only' },
  { when: 'two reps make the line twice as long', reps: [online(2), online(2)], waiting: 5, status: 'busy' },
  { when: 'the line of two reps is full', reps: [online(2), online(2)], waiting: 6, status: 'reservation-only' },
  { when: 'an away rep counts for the line', reps: [online(2), away()], waiting: 5, status: 'busy' },
  {
    when: 'an away rep is set not to count',
    reps: [online(2), away()],
    waiting: 3,
    countsAway: false,
    status: 'reservation-only',
  },
  { when: 'everybody is away and does not count', reps: [away()], countsAway: false, status: 'reservation-only' },
  { when: 'somebody may help more than the channel says', reps: [online(2, 3)], status: 'available' },
  { when: 'somebody may help fewer than the channel says', reps: [online(1, 1)], status: 'busy' },
  { when: 'who is not logged in does not count', reps: [online(2), gone], waiting: 3, status: 'reservation-only' },
];

describe('The status of a support channel', () => {
  for (const { when, reps, waiting = 0, countsAway = true, status } of table) {
    it(`is ${status} when ${when}`, () => {
      assert.equal(channelStatus({ reps, waiting, settings: { ...settings, countsAway } }), status);
    });
  }

  it('comes to figures that say how many more can be helped and may wait', () => {
    assert.deepEqual(channelNow([online(1), online(0, 5), away(1), gone], settings), {
      settings,
      loggedIn: 3,
      away: 1,
      room: 7,
      helped: 1,
      mayWait: 9,
    });
  });

  it('lets customers get in line only while it is available or busy', () => {
    assert.deepEqual((['available', 'busy', 'reservation-only', 'offline'] as const).map(mayAsk), [
      true,
      true,
      false,
      false,
    ]);
  });
});
