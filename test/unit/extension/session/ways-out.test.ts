import assert from 'node:assert/strict';
import { waysOut } from '../../../../extension/session/ways-out.ts';
import { accountId, aHead } from '../builders.ts';

const guest = { account: accountId('ana'), displayName: 'Ana', picture: null, hands: 'view' } as const;

describe('What can become of a session that its owner closes', () => {
  it('is its end, or the line of the channel that it came from', () => {
    assert.deepEqual(waysOut(aHead({ state: 'live', channelName: 'Printers' })), ['finish', 'line']);
    assert.deepEqual(waysOut(aHead({ state: 'live', channelName: '' })), ['finish']);
  });

  it('is a guest who is there at this moment, instead of the line', () => {
    const head = aHead({ state: 'live', channelName: 'Printers', guests: [guest] });
    assert.deepEqual(waysOut(head), ['finish', `guest ${guest.account}`]);
  });

  it('is only its end while nobody has come in yet', () => {
    assert.deepEqual(waysOut(aHead({ state: 'waiting-code', channelName: 'Printers' })), ['finish']);
  });
});
