import assert from 'node:assert/strict';
import * as v from 'valibot';
import { Asking, askingAgain, nothingAsked, wishAhead } from '../../../../../../server/web/customer/request/asking.ts';
import { RequestForm } from '../../../../../../shared/contract/support-request.ts';

const asked = v.parse(RequestForm, {
  channel: 'p'.repeat(22),
  incident: null,
  name: 'Marta',
  email: '',
  phone: '',
  reason: 'Nothing prints',
  message: '',
});

describe('The form for asking', () => {
  it('comes through a reload as it was, a time that is still to be chosen included', () => {
    for (const asking of [
      nothingAsked,
      { ...nothingAsked, draft: { ...nothingAsked.draft, name: 'Marta' }, wantsCall: true, wish: undefined },
    ])
      assert.deepEqual(v.parse(Asking, JSON.parse(JSON.stringify(asking))), asking);
  });

  it('is filled with what was asked before, unless something was written since', () => {
    assert.equal(askingAgain(nothingAsked, asked).draft.reason, 'Nothing prints');
    const written = { ...nothingAsked, draft: { ...nothingAsked.draft, reason: 'The scanner' } };
    assert.equal(askingAgain(written, asked), written);
  });

  it('asks for another time when the one that was wished has passed', () => {
    assert.equal(wishAhead(2000, 1000), 2000);
    assert.equal(wishAhead(1000, 2000), undefined);
    assert.equal(wishAhead(null, 2000), null);
  });
});
