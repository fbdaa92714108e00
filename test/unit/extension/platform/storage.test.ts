import assert from 'node:assert/strict';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { firstSettings } from '../../../../extension/port/settings.ts';
import type * as Storage from '../../../../extension/platform/storage.ts';

const session = 'A'.repeat(22);
const message = { session, clientId: 'B'.repeat(22), text: 'Hello', at: 1, failure: null };

describe('what the extension keeps', () => {
  let storage: typeof Storage;
  const { warn } = console;
  let warned: unknown[][];

  before(async () => {
    // The polyfill looks for `chrome` when it is imported, so the stand-in has to be there first.
    Object.assign(globalThis, { chrome: fakeBrowser });
    storage = await import('../../../../extension/platform/storage.ts');
  });
  beforeEach(() => {
    fakeBrowser.reset();
    warned = [];
    console.warn = (...words: unknown[]) => void warned.push(words);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('is what was set, where an older version knew fewer settings', async () => {
    await fakeBrowser.storage.local.set({ settings: { sound: 'off', singleKeys: 'sometimes', colour: 'red' } });
    assert.deepEqual(await storage.storedSettings.read(), { ...firstSettings, sound: 'off' });
  });

  it('loses no message to another one that cannot be read', async () => {
    await fakeBrowser.storage.session.set({ unsent: [null, message, { ...message, text: 7 }] });
    assert.deepEqual(await storage.storedUnsent.read(), [message]);
  });

  it('loses no draft to another one that cannot be read', async () => {
    const draft = { session, note: 'Be patient', report: { base: 1, fields: { phone: '112' } } };
    await fakeBrowser.storage.session.set({ drafts: [draft, { ...draft, note: null }, 7] });
    assert.deepEqual(await storage.storedDrafts.read(), [draft]);
  });

  it('offers server and user ID again when the token is damaged', async () => {
    await fakeBrowser.storage.local.set({ account: { server: 'https://help.example', userId: 'ana', token: 'cut o' } });
    assert.deepEqual(await storage.storedAccount.read(), {
      server: 'https://help.example',
      userId: 'ana',
      token: null,
    });
  });

  it('begins anew when nothing of it can be read, and says so without its content', async () => {
    await fakeBrowser.storage.local.set({ account: 'secret', settings: 'secret' });
    await fakeBrowser.storage.session.set({ unsent: { 0: 'secret' } });
    const { storedAccount, storedSettings, storedUnsent } = storage;
    const read = [await storedAccount.read(), (await storedSettings.read()).sound, await storedUnsent.read()];
    assert.deepEqual(read, [null, 'normal', []]);
    assert.equal(warned.length, 3);
    assert.doesNotMatch(JSON.stringify(warned), /secret/);
  });
});
