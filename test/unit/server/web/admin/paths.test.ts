import assert from 'node:assert/strict';
import { placeOf } from '../../../../../server/web/admin/frame/paths.ts';

describe('The addresses of the web panel', () => {
  const id = 'abcdefghij_-ABCDEFGHIJ';

  it('open at the accounts for administrators and at the own account for everybody else', () => {
    assert.deepEqual(placeOf('/admin', true), { at: 'accounts' });
    assert.deepEqual(placeOf('/admin', false), { at: 'self' });
  });

  it('name one account or channel', () => {
    assert.deepEqual(placeOf(`/admin/accounts/${id}`, true), { at: 'account', id });
    assert.deepEqual(placeOf(`/admin/channels/${id}`, true), { at: 'channel', id });
    assert.deepEqual(placeOf('/admin/accounts/new', true), { at: 'new-account' });
  });

  it('lead nowhere for what is not there, and for what somebody may not open', () => {
    assert.deepEqual(placeOf('/admin/accounts/x', true), { at: 'nowhere' });
    assert.deepEqual(placeOf('/admin/toString', true), { at: 'nowhere' });
    assert.deepEqual(placeOf(`/admin/accounts/${id}`, false), { at: 'nowhere' });
  });
});
