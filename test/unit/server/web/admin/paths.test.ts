import assert from 'node:assert/strict';
import { placeOf } from '../../../../../server/web/admin/frame/paths.ts';

describe('The addresses of the web panel', () => {
  const id = 'abcdefghij_-ABCDEFGHIJ';

  it('open at the home page for administrators, at the live board for team leads, and at the own account for reps', () => {
    assert.deepEqual(placeOf('/admin', 'team-lead'), { at: 'board' });
    assert.deepEqual(placeOf('/admin', 'administrator'), { at: 'home' });
    assert.deepEqual(placeOf('/admin', 'representative'), { at: 'self' });
  });

  it('name one account or channel', () => {
    assert.deepEqual(placeOf(`/admin/accounts/${id}`, 'administrator'), { at: 'account', id });
    assert.deepEqual(placeOf(`/admin/channels/${id}`, 'administrator'), { at: 'channel', id });
    assert.deepEqual(placeOf(`/admin/sessions/${id}`, 'team-lead'), { at: 'session', id });
    assert.deepEqual(placeOf('/admin/accounts/new', 'administrator'), { at: 'new-account' });
  });

  it('lead nowhere for what is not there, and for what somebody may not open', () => {
    assert.deepEqual(placeOf('/admin/accounts/x', 'administrator'), { at: 'nowhere' });
    assert.deepEqual(placeOf('/admin/toString', 'administrator'), { at: 'nowhere' });
    assert.deepEqual(placeOf(`/admin/accounts/${id}`, 'representative'), { at: 'nowhere' });
  });
});
