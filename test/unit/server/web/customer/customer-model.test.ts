import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createCustomerModel } from '../../../../../server/web/customer/customer-model.ts';
import { nothingAsked } from '../../../../../server/web/customer/request/asking.ts';
import { Ending } from '../../../../../shared/contract/ending.ts';
import { ClientEntryId } from '../../../../../shared/contract/identifiers.ts';
import { aSummary, anEntry } from './a-log.ts';
import { aPageServer, aSessionHead } from './a-page-server.ts';
import { aTab } from './a-tab.ts';

type APageServer = ReturnType<typeof aPageServer>;

async function aPage(server: APageServer, tab = aTab()) {
  const browserKey = { read: () => null, keep: () => undefined };
  const openSocket = server.openSocket;
  const model = createCustomerModel({ origin: 'http://localhost', browserKey, tabStorage: tab.storage, openSocket });
  await until(() => model.organisation.value !== undefined);
  return model;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !isSo(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(isSo());
}

const Sent = v.object({ clientId: ClientEntryId, text: v.string() });
const inSession = () => ({ at: 'session', session: aSessionHead(), place: null }) as const;

describe('What a customer wrote and the server has not taken', () => {
  it('is sent after a reload, as the same message', async () => {
    const [server, tab] = [aPageServer(), aTab()];
    server.state = inSession();
    server.refuses = 'silent';
    const before = await aPage(server, tab);
    before.write('Nothing prints');
    await until(() => server.asked('chat.send').length === 1);

    const again = aPageServer();
    again.state = inSession();
    const after = await aPage(again, tab);
    await until(() => after.unsent.value.length === 0);
    const [first, second] = [server, again].map((one) => v.parse(Sent, one.asked('chat.send')[0]));
    assert.deepEqual(second, first);
    assert.equal(tab.kept.size, 0);
  });

  it('stands on the summary when the session has ended before, and goes with it', async () => {
    const server = aPageServer();
    server.state = inSession();
    server.refuses = 'session-ended';
    const page = await aPage(server);
    page.write('Nothing prints');
    page.enter({ at: 'summary', summary: aSummary() });
    await until(() => page.unsent.value[0]?.failure !== undefined);
    page.enter({ at: 'start' });
    assert.deepEqual(page.unsent.value, []);
  });
});

describe('What stands in the form for asking', () => {
  it('is there again after a reload', async () => {
    const tab = aTab();
    const before = await aPage(aPageServer(), tab);
    before.keepAsking({ ...nothingAsked, draft: { ...nothingAsked.draft, reason: 'Nothing prints' } });
    const after = await aPage(aPageServer(), tab);
    assert.equal(after.asking.value.draft.reason, 'Nothing prints');
  });

  it('is there again in the field of the same session’s chat', async () => {
    const tab = aTab();
    const before = await aPage(aPageServer(), tab);
    const { id } = aSessionHead();
    before.keepDraft({ session: id, text: 'The lamp is' });
    const after = await aPage(aPageServer(), tab);
    assert.deepEqual(after.draft.value, { session: id, text: 'The lamp is' });
  });
});

describe('A session that begins in another tab', () => {
  it('is shown in this one too', async () => {
    const server = aPageServer();
    const page = await aPage(server);
    server.tell({ type: 'sessions.changed', session: aSessionHead() });
    assert.equal(page.state.value.at, 'session');
    server.tell({ type: 'log.appended', entry: anEntry(1, 'rep', { kind: 'chat', text: 'Good morning' }) });
    assert.equal(page.entries.value.length, 1);
  });
});

describe('A code that lets nobody in', () => {
  it('leaves the page where the server says that this browser stands', async () => {
    const server = aPageServer();
    server.state = { at: 'session', session: aSessionHead({ state: 'waiting-code' }), place: null };
    const page = await aPage(server);
    server.state = { at: 'summary', summary: aSummary() };
    server.tell({ type: 'codes.refused' });
    await until(() => page.state.value.at === 'summary');
  });
});

describe('What ended without the customer', () => {
  const at = aSummary().endedAt;
  const form = { ...nothingAsked.draft, channel: 'p'.repeat(22), name: 'Marta', reason: 'Nothing prints' };
  const lost = v.parse(Ending, { what: 'request', why: 'page-closed', at, form });

  it('is there when the page opens, with what was asked in the form', async () => {
    const server = aPageServer();
    server.endings = [lost];
    const page = await aPage(server);
    await until(() => page.endings.value.length === 1);
    assert.equal(page.asking.value.draft.reason, 'Nothing prints');
  });

  it('goes when it is put away, here and on the server', async () => {
    const server = aPageServer();
    server.endings = [lost, { what: 'knock', at }];
    const page = await aPage(server);
    await until(() => page.endings.value.length === 2);
    page.putAway('request');
    assert.deepEqual(
      page.endings.value.map(({ what }) => what),
      ['knock'],
    );
    assert.deepEqual(server.asked('endings.dismiss'), [{ what: 'request' }]);
    server.tell({ type: 'endings.changed', endings: [] });
    assert.deepEqual(page.endings.value, []);
  });
});
