import assert from 'node:assert/strict';
import { createRouter } from '../../../../../../server/web/admin/frame/router.ts';
import { aPage } from '../a-panel.ts';

const group = '/admin/permissions?of=group:abcdefghij_-ABCDEFGHIJ';

describe('Leaving what is not saved', () => {
  it('is asked about also where only the subject of the same page would change', () => {
    const { page, address } = aPage('/admin/permissions');
    const router = createRouter(page);
    router.setUnsaved(true);
    router.go(group);
    assert.deepEqual([router.heldBack.value, router.question.value, address()], [group, '', '/admin/permissions']);
    router.stay();
    assert.equal(router.question.value, '');
    router.go(group);
    router.leave();
    assert.deepEqual([router.question.value, address()], ['?of=group:abcdefghij_-ABCDEFGHIJ', group]);
  });

  it('is asked about when the browser goes back, and the address stays that of what is on the screen', () => {
    const { page, address, back } = aPage('/admin/permissions');
    const router = createRouter(page);
    router.go(group);
    router.setUnsaved(true);
    back();
    assert.deepEqual([router.heldBack.value, address()], ['/admin/permissions', group]);
    router.leave();
    assert.deepEqual([router.question.value, address()], ['', '/admin/permissions']);
  });

  it('is asked about until every form of a page is saved, or the page says that all of it is', () => {
    const router = createRouter(aPage('/admin/mail').page);
    router.setUnsaved(true, 'server');
    router.setUnsaved(true, 'help desks');
    router.setUnsaved(false, 'server');
    router.go('/admin');
    assert.equal(router.heldBack.value, '/admin');
    router.stay();
    router.setUnsaved(false);
    router.go('/admin');
    assert.equal(router.path.value, '/admin');
  });
});
