import assert from 'node:assert/strict';
import { channelFor, whyNot } from '../../../../../../server/web/customer/request/channel-choice.ts';
import { aChannel } from '../a-log.ts';

const printing = aChannel('printing', 'offline');
const software = aChannel('software', 'busy');
const accounts = aChannel('accounts', 'reservation-only');

describe('The channel of a request', () => {
  it('is the first where somebody can be asked, until one is chosen', () => {
    assert.equal(channelFor([printing, software], undefined), software.id);
    assert.equal(channelFor([printing, software], printing.id), printing.id);
  });

  it('falls back when the chosen one has been closed', () => {
    assert.equal(channelFor([software], accounts.id), software.id);
  });

  it('stops the request in words when nobody can be asked', () => {
    assert.equal(whyNot([software], software.id), undefined);
    assert.match(whyNot([], undefined) ?? '', /No channel is open/);
    assert.match(whyNot([printing, accounts], undefined) ?? '', /Nobody can answer at the moment/);
    assert.match(whyNot([printing, software], printing.id) ?? '', /Choose another one/);
  });
});
