import assert from 'node:assert/strict';
import type { Sender } from '../../../../extension/platform/own-pages.ts';
import { fakeBrowser } from 'wxt/testing/fake-browser';

describe('who may speak to the extension’s own parts', () => {
  let ownPage: (sender: Sender | undefined) => string | undefined;
  let own: { id: string; origin: string };

  before(async () => {
    // The polyfill looks for `chrome` when it is imported, so the stand-in has to be there first.
    Object.assign(globalThis, { chrome: fakeBrowser });
    ({ ownPage } = await import('../../../../extension/platform/own-pages.ts'));
    own = { id: fakeBrowser.runtime.id, origin: new URL(fakeBrowser.runtime.getURL('/')).href };
  });

  it('is an own page, told by its path', () => {
    assert.equal(ownPage({ id: own.id, url: `${own.origin}sidepanel.html` }), '/sidepanel.html');
  });

  it('is no other extension, even with an own address', () => {
    assert.equal(ownPage({ id: 'another-extension', url: `${own.origin}sidepanel.html` }), undefined);
  });

  it('is no page of the web, and no content script, which carries the page’s address', () => {
    assert.equal(ownPage({ id: own.id, url: 'https://help.example/sidepanel.html' }), undefined);
  });

  it('is nobody without an address', () => {
    assert.equal(ownPage({ id: own.id }), undefined);
    assert.equal(ownPage(undefined), undefined);
  });
});
