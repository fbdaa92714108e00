import assert from 'node:assert/strict';
import * as v from 'valibot';
import { Account } from '../../../../../../shared/contract/account.ts';
import { setChange } from '../../../../../../server/web/admin/form/set-change.ts';
import { accountDraft } from '../../../../../../server/web/admin/accounts/account-draft.ts';
import { saveAccount } from '../../../../../../server/web/admin/accounts/save-account.ts';
import { aChannel } from '../channels/a-channel.ts';
import { aPanel, anAccount } from '../a-panel.ts';

const channelIds = ['1', '2', '3'].map((number) => `abcdefghij_-ABCDEFGHI${number}`);
const [printers = '', fax = '', gone = ''] = channelIds;

describe('Saving who answers where', () => {
  it('sends only who came and who went', () => {
    assert.deepEqual(setChange(['Ana', 'Bo'], ['Cy', 'Ana']), { add: ['Cy'], remove: ['Bo'] });
    assert.deepEqual(setChange(['Ana', 'Bo'], ['Bo', 'Ana']), { add: [], remove: [] });
  });

  it('puts an account into a channel and takes it out of another, and passes over one that is gone', async () => {
    const changes: unknown[] = [];
    const there = [printers, fax].map((id) => aChannel({ id }));
    const { panel } = await aPanel({
      'accounts.update': () => ({ account: { ...anAccount, channels: [fax] } }),
      'channels.list': () => ({ channels: there }),
      'channels.changeMembers': (change) => {
        changes.push(change);
        return { channel: there[0] };
      },
      'accounts.get': () => ({ account: { ...anAccount, channels: [printers] } }),
    });
    const saved = v.parse(Account, { ...anAccount, channels: [fax, gone] });
    const wanted = {
      ...accountDraft(saved),
      channels: v.parse(Account, { ...anAccount, channels: [printers] }).channels,
    };
    const account = await saveAccount(panel.model.server, saved, wanted);
    assert.deepEqual(changes, [
      { id: printers, add: [anAccount.id], remove: [] },
      { id: fax, add: [], remove: [anAccount.id] },
    ]);
    assert.deepEqual(account.channels, [printers]);
  });
});
