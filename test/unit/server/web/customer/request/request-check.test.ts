import assert from 'node:assert/strict';
import { checkRequest, emptyDraft } from '../../../../../../server/web/customer/request/request-check.ts';

const filled = { ...emptyDraft, channel: 'p'.repeat(22), name: 'Marta', reason: 'Nothing prints' };

describe('What a customer has filled in', () => {
  it('is a request once channel, name and reason are there', () => {
    const checked = checkRequest(filled);
    assert.ok(checked.ok);
    assert.equal(checked.form.reason, 'Nothing prints');
  });

  it('is told field by field what is missing', () => {
    const checked = checkRequest(emptyDraft);
    assert.ok(!checked.ok);
    assert.deepEqual(Object.keys(checked.faults).toSorted(), ['channel', 'name', 'reason']);
  });

  it('says how an e-mail address and a phone number look', () => {
    const checked = checkRequest({ ...filled, email: 'marta at home', phone: 'ask my son' });
    assert.ok(!checked.ok);
    assert.match(checked.faults.email ?? '', /name@example\.com/);
    assert.match(checked.faults.phone ?? '', /digits/);
  });

  it('forgives blanks around an address, and blanks alone', () => {
    const checked = checkRequest({ ...filled, email: '  marta@example.com ', phone: '  ' });
    assert.ok(checked.ok);
    assert.equal(checked.form.email, 'marta@example.com');
    assert.equal(checked.form.phone, '');
  });
});
