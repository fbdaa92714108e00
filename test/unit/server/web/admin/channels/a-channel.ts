import { firstDefaults, organisationSettings } from '../../../../../../server/queue-settings/settings-in-force.ts';
import { Channel } from '../../../../../../shared/contract/channel.ts';
import * as v from 'valibot';

const plain: v.InferInput<typeof Channel> = {
  id: 'abcdefghij_-ABCDEFGHIJ',
  name: 'Printers',
  description: '',
  numbers: { availableQueue: 2, busyQueue: 2 },
  distribution: { policy: null, offerSeconds: null, countsAway: null, awayAfterMissed: null, priority: 'normal' },
  hours: { week: null, holidays: [] },
  reservationQueue: null,
  members: ['abcdefghij_-ABCDEFGHI1', 'abcdefghij_-ABCDEFGHI2'],
  status: 'offline',
  waiting: 0,
  reservations: { open: 0, most: 20 },
  now: { settings: organisationSettings(firstDefaults), loggedIn: 0, away: 0, room: 0, helped: 0, mayWait: 0 },
};

/** A channel in the web panel, in which nobody waits. */
export function aChannel(over: Partial<v.InferInput<typeof Channel>> = {}): Channel {
  return v.parse(Channel, { ...plain, ...over });
}
