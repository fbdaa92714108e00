import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ChannelId } from '../../../../../shared/contract/identifiers.ts';
import { channelChanges, channelDraft } from '../../../../../server/web/admin/channels/channel-draft.ts';
import { accountChanges } from '../../../../../server/web/admin/accounts/account-draft.ts';
import { middleSquare } from '../../../../../server/web/admin/accounts/shrink-picture.ts';
import { helpDeskDraft, isHelpDeskChanged } from '../../../../../server/web/admin/mail/help-desk-draft.ts';
import { aChannel } from './channels/a-channel.ts';

const channel = aChannel();

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

  it('is an address of a help desk or a domain that differs, and not the usual domain of another sender', () => {
    const id = v.parse(ChannelId, channel.id);
    const stored = { desks: [], domains: null };
    const saved = helpDeskDraft(stored, [channel], 'help@old.example');
    assert.equal(isHelpDeskChanged(saved, { ...saved, addresses: { [id]: ' ' } }), false);
    assert.equal(isHelpDeskChanged(saved, { ...saved, addresses: { [id]: 'desk@old.example' } }), true);
    assert.equal(isHelpDeskChanged(saved, { ...saved, domains: 'new.example' }), true);
    assert.equal(helpDeskDraft(stored, [channel], 'help@new.example').domains, 'new.example');
  });
});

describe('A picture of a person', () => {
  it('is cut to the square in its middle', () => {
    assert.deepEqual(middleSquare(1600, 1200), { x: 200, y: 0, edge: 1200 });
    assert.deepEqual(middleSquare(300, 500), { x: 0, y: 100, edge: 300 });
  });
});
