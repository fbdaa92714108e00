import assert from 'node:assert/strict';
import { pageTitle } from '../../../../../server/web/customer/page-title.ts';
import { aSummary } from './a-log.ts';

const organisation = 'Ostervale City Services';

describe('The words in the browser’s tab', () => {
  it('say where the customer stands', () => {
    const start = { state: { at: 'start' }, organisation, unread: 0 } as const;
    assert.equal(pageTitle({ ...start, path: '/' }), `Get help with your computer · ${organisation}`);
    assert.equal(pageTitle({ ...start, path: '/connect' }), `Connect to the person who helps you · ${organisation}`);
    assert.equal(pageTitle({ ...start, path: '/receipt' }), `Receipt of your support session · ${organisation}`);
    assert.equal(pageTitle({ ...start, path: '/needs' }), `What your computer needs · ${organisation}`);
    const ended = { state: { at: 'summary', summary: aSummary() }, organisation, unread: 0 } as const;
    assert.equal(pageTitle({ ...ended, path: '/' }), `Your support session · ${organisation}`);
  });

  it('count what came while the page was out of sight', () => {
    const title = pageTitle({ state: { at: 'start' }, path: '/', organisation, unread: 2 });
    assert.equal(title, `(2) Get help with your computer · ${organisation}`);
  });

  it('need no organisation before the server has answered', () => {
    const title = pageTitle({ state: { at: 'start' }, path: '/', organisation: undefined, unread: 0 });
    assert.equal(title, 'Get help with your computer');
  });
});
