import assert from 'node:assert/strict';
import { channelFor, wayIn, whyNot } from '../../../../../../server/web/customer/request/channel-choice.ts';
import { aChannel } from '../a-log.ts';

const printing = aChannel('printing', 'offline');
const software = aChannel('software', 'busy');
const accounts = aChannel('accounts', 'reservation-only');
const hardware = aChannel('hardware', 'offline', true);

describe('The channel of a request', () => {
  it('is the first where somebody can be asked, until one is chosen', () => {
    assert.equal(channelFor([printing, hardware, software], undefined), software);
    assert.equal(channelFor([printing, software], printing.id), printing);
  });

  it('is the first that takes reservations while nobody can be asked anywhere', () => {
    assert.equal(channelFor([printing, hardware], undefined), hardware);
  });

  it('falls back when the chosen one has been closed', () => {
    assert.equal(channelFor([software], accounts.id), software);
  });
});

describe('What can be done in a channel', () => {
  const ways = (takes: boolean, wantsCall: boolean) =>
    (['available', 'busy', 'reservation-only', 'offline'] as const).map((status) =>
      wayIn(aChannel('a channel', status, takes && status !== 'available'), wantsCall),
    );

  it('is to ask while somebody can answer, else to reserve a call, else to come back', () => {
    assert.deepEqual(ways(true, false), ['ask', 'ask', 'reserve', 'reserve']);
    assert.deepEqual(ways(false, false), ['ask', 'ask', 'none', 'none']);
  });

  it('is the customer’s choice where they may wait or be called', () => {
    assert.deepEqual(ways(true, true), ['ask', 'reserve', 'reserve', 'reserve']);
  });

  it('is told in words where nothing can be done', () => {
    assert.equal(whyNot([software], software), undefined);
    assert.equal(whyNot([hardware], hardware), undefined);
    assert.match(whyNot([], undefined) ?? '', /No channel is open/);
    assert.match(whyNot([printing, accounts], printing) ?? '', /Neither help nor a reservation/);
    assert.match(whyNot([printing, software], printing) ?? '', /No more reservations/);
  });
});
