import assert from 'node:assert/strict';
import { callPlace } from '../../../../extension/call/call-place.ts';
import type { CallStanding } from '../../../../shared/contract/call.ts';
import { accountId, aHead } from '../builders.ts';

const asked: CallStanding = {
  media: 'voice',
  askedBy: 'rep',
  askedAt: 5000,
  rep: accountId(),
  repName: 'Ines',
  since: null,
};
const running: CallStanding = { ...asked, since: 6000 };
const placeOf = (call: CallStanding | undefined, own: 'begun here' | 'not here' = 'begun here', me = accountId()) => {
  const head = aHead(call === undefined ? {} : { call });
  const begun = { session: head.id, askedAt: 5000, camera: false, muted: false, isOpen: true };
  return callPlace(head, own === 'begun here' ? begun : null, me);
};

describe('Where a call stands for a rep', () => {
  it('is with whoever asks until it is answered', () => {
    assert.equal(placeOf(undefined), 'none');
    assert.equal(placeOf({ ...asked, askedBy: 'customer', rep: null, repName: null }), 'asked');
    assert.equal(placeOf(asked), 'asking');
    assert.equal(placeOf(asked, 'not here', accountId('ana')), 'others-asking');
  });

  it('is in this browser only when it was asked for or answered in it', () => {
    assert.equal(placeOf(running), 'here');
    assert.equal(placeOf(running, 'not here'), 'elsewhere');
    assert.equal(placeOf({ ...running, askedAt: 9000 }), 'elsewhere');
    assert.equal(placeOf(running, 'begun here', accountId('ana')), 'others-talking');
  });
});
