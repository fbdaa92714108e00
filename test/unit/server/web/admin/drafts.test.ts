import assert from 'node:assert/strict';
import type { Channel } from '../../../../../shared/contract/channel.ts';
import * as v from 'valibot';
import { Channel as ChannelSchema } from '../../../../../shared/contract/channel.ts';
import { firstDefaults, organisationSettings } from '../../../../../server/queue-settings/settings-in-force.ts';
import { channelChanges, channelDraft } from '../../../../../server/web/admin/channels/channel-draft.ts';
import { accountChanges } from '../../../../../server/web/admin/accounts/account-draft.ts';
import { middleSquare } from '../../../../../server/web/admin/accounts/shrink-picture.ts';

const settings = organisationSettings(firstDefaults);
const channel: Channel = v.parse(ChannelSchema, {
  id: 'abcdefghij_-ABCDEFGHIJ',
  name: 'Printers',
  description: '',
  numbers: { availableQueue: 2, busyQueue: 2 },
  distribution: {
    policy: null,
    offerSeconds: null,
    countsAway: null,
    awayAfterMissed: null,
    priority: 'normal',
  },
  hours: { week: null, holidays: [] },
  reservationQueue: null,
  members: ['abcdefghij_-ABCDEFGHI1', 'abcdefghij_-ABCDEFGHI2'],
  status: 'offline',
  waiting: 0,
  reservations: { open: 0, most: 20 },
  now: { settings, loggedIn: 0, away: 0, room: 0, helped: 0, mayWait: 0 },
});

describe('What is not saved yet', () => {
  it('names the numbers of a channel before and after', () => {
    const saved = channelDraft(channel);
    const now = { ...saved, availableQueue: 3, channelName: 'Printing' };
    assert.deepEqual(channelChanges(saved, now), ['name', 'Available Queue # 2 → 3']);
    const asSaid = { ...saved, busyQueue: null };
    assert.deepEqual(channelChanges(saved, asSaid), ['Busy Queue # 2 → as the organisation']);
  });

  it('is nothing when members stand in another order, or a name has a blank after it', () => {
    const saved = channelDraft(channel);
    const now = { ...saved, channelName: 'Printers ', members: [...saved.members].reverse() };
    assert.deepEqual(channelChanges(saved, now), []);
  });

  it('names the role of an account before and after', () => {
    const names = { fullName: 'A', displayName: 'A', email: '' };
    const saved = { ...names, role: 'representative', channels: [], group: null, leads: [], capacity: null } as const;
    const changes = accountChanges(saved, { ...saved, role: 'team-lead' }, () => '');
    assert.deepEqual(changes, ['role Representative → Team lead']);
  });
});

describe('A picture of a person', () => {
  it('is cut to the square in its middle', () => {
    assert.deepEqual(middleSquare(1600, 1200), { x: 200, y: 0, edge: 1200 });
    assert.deepEqual(middleSquare(300, 500), { x: 0, y: 100, edge: 300 });
  });
});
