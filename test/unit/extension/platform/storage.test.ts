import assert from 'node:assert/strict';
import * as v from 'valibot';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SessionId } from '../../../../shared/contract/identifiers.ts';
import { firstSettings } from '../../../../extension/port/settings.ts';
import { noWork, workOf } from '../../../../extension/port/stored-forms.ts';
import { Unsent } from '../../../../extension/port/view-state.ts';
import { emptyDraft } from '../../../../extension/port/work-draft.ts';
import { token } from '../builders.ts';
import type * as Storage from '../../../../extension/platform/storage.ts';

const session = 'A'.repeat(22);
const of = { server: 'https://help.example', userId: 'ines' };
const account = { ...of, token: token() };
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

  it('is what was written, on disk, and no part of it is lost to another one that cannot be read', async () => {
    const draft = { ...emptyDraft(v.parse(SessionId, session)), note: 'Be patient', chat: 'Good mor' };
    await fakeBrowser.storage.local.set({
      work: {
        of,
        unsent: [null, message, { ...message, text: 7 }],
        drafts: [draft, 7],
        left: 'nonsense',
        files: [],
      },
    });
    assert.deepEqual(workOf(account, await storage.storedWork.read()), {
      ...{ unsent: [message], drafts: [draft], left: [], files: [] },
    });
  });

  it('loses no draft to a part of it that cannot be read, and says where that was and not what', async () => {
    const whose = v.parse(SessionId, session);
    const draft = { ...emptyDraft(whose), customer: 'Marta', chat: 'Good mor', note: 'Be patient', whisper: 'Psst' };
    const brief = { wanted: 'A printer', tried: '', state: 'On', promised: 'secret' };
    const report = { base: 2, fields: { phone: '112', done: 'Much' } };
    const text = { text: 'She is upset', audience: 'all', label: '' };
    const left = { session, customer: 'Marta', texts: [text], files: ['manual.pdf'] };
    const read = async (drafts: unknown[], lefts: unknown[] = []) => {
      await fakeBrowser.storage.local.set({ work: { of, ...noWork, drafts, left: lefts } });
      return workOf(account, await storage.storedWork.read());
    };
    assert.deepEqual((await read([{ ...draft, brief, report }], [left])).drafts, [{ ...draft, brief, report }]);
    assert.equal(warned.length, 0);

    const { drafts, left: kept } = await read(
      [
        {
          ...{ ...draft, note: { secret: 7 }, audience: 'secret', noteEdits: [{ note: 'secret', text: 'secret' }] },
          ...{ newerPart: 'secret', brief: { ...brief, promised: ['secret'] } },
          report: { base: 'secret', fields: { ...report.fields, phone: { secret: 1 }, newerField: 'secret' } },
        },
      ],
      [{ ...left, texts: [{ ...text, audience: 'secret' }, { text: 7 }], files: [7, 'manual.pdf'] }],
    );
    assert.deepEqual(drafts, [
      {
        ...{ ...draft, note: '', audience: 'reps', brief: { ...brief, promised: '' } },
        report: { base: 0, fields: { done: 'Much' } },
      },
    ]);
    assert.deepEqual(kept, [{ ...left, texts: [{ ...text, audience: 'reps' }] }]);
    assert.equal(warned.length, 1);
    assert.match(String(warned[0]), /drafts\.0\.note.*drafts\.0\.report\.fields\.phone.*that part is left out/);
    assert.doesNotMatch(JSON.stringify(warned), /secret/);
  });

  it('is nobody else’s: not of another account, not of another server, and not of who has signed out', async () => {
    await storage.storedWork.write({ of, ...noWork, unsent: [v.parse(Unsent, message)] });
    const kept = await storage.storedWork.read();
    assert.equal(workOf(account, kept).unsent.length, 1);
    for (const other of [
      { ...account, userId: 'bo' },
      { ...account, server: 'https://other.example' },
      { ...account, token: null },
      null,
    ])
      assert.deepEqual(workOf(other, kept), noWork);
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
    await fakeBrowser.storage.local.set({ account: 'secret', settings: 'secret', work: { 0: 'secret' } });
    const { storedAccount, storedSettings, storedWork } = storage;
    const read = [await storedAccount.read(), (await storedSettings.read()).sound, await storedWork.read()];
    assert.deepEqual(read, [null, 'normal', null]);
    assert.equal(warned.length, 3);
    assert.doesNotMatch(JSON.stringify(warned), /secret/);
  });
});
