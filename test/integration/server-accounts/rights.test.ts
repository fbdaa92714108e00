import assert from 'node:assert/strict';
import { newId } from '../../../server/secrets/random.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { AccountId, ClientEntryId } from '../../../shared/contract/identifiers.ts';
import type { RightSubject } from '../../../shared/contract/right.ts';
import { adminClient, entryClient, post } from '../../support/http-client.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm } from '../server-sessions/sessions-for-tests.ts';

const control = { scope: 'control', devices: 'both', minutes: 15 } as const;

describe('rights to the tools of a session', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  const set = (subject: RightSubject, allow: 'control'[], deny: 'control'[]) =>
    administrator.panel.call('rights.set', { subject, setting: { allow, deny } });

  const aSession = async () => {
    const rep = await createRep(administrator);
    const link = await repOnline(server, rep);
    const customer = await openCustomerLink(server);
    await link.event('channels.changed', ({ channels }) => channels.some(({ status }) => status === 'available'));
    await customer.call('requests.ask', await aForm(customer, 'Marta'));
    const { request } = await link.event('requests.waiting');
    const { session } = await link.call('requests.claim', { request: request.id });
    const ask = () => link.call('consent.ask', { session: session.id, clientId: newId(ClientEntryId), ask: control });
    const close = () => [link, customer].forEach((each) => each.close());
    return { rep, link, session, ask, close };
  };

  it('refuses control to a rep whose group denies it and says which, until the account is allowed it itself', async () => {
    const { rep, link, ask, close } = await aSession();
    const { groups } = await administrator.panel.call('groups.create', { name: 'Hardware', parent: null });
    const group = groups.find(({ name }) => name === 'Hardware')?.id;
    assert.ok(group);
    const { id, fullName, displayName, email, role } = rep.account;
    await administrator.panel.call('accounts.update', { id, fullName, displayName, email, role, group });
    await set({ kind: 'group', group }, [], ['control']);
    const { rights } = await link.event('rights.changed', (event) =>
      event.rights.some(({ allowed, tool }) => tool === 'control' && !allowed),
    );
    assert.deepEqual(rights.find(({ tool }) => tool === 'control')?.because, { level: 'group', name: 'Hardware' });
    await assert.rejects(ask(), hasCode('not-allowed', /by the group Hardware/));

    await set({ kind: 'account', account: id }, ['control'], []);
    assert.equal((await ask()).entry.kind, 'asked');
    const held = await administrator.panel.call('rights.of', { id });
    assert.deepEqual(
      held.rights.find(({ tool }) => tool === 'control'),
      {
        tool: 'control',
        allowed: true,
        because: { level: 'account', name: '' },
      },
    );
    await set({ kind: 'account', account: id }, [], []);
    close();
  });

  it('takes a question back that may not be asked any more', async () => {
    const { rep, link, session, ask, close } = await aSession();
    await ask();
    await set({ kind: 'account', account: rep.account.id }, [], ['control']);
    await link.event('log.appended', ({ entry }) => entry.session === session.id && entry.kind === 'unasked');
    await assert.rejects(ask(), hasCode('not-allowed', /for your account/));
    close();
  });

  it('keeps rights from whoever is no administrator, and lets nobody give more than they have [H-18]', async () => {
    for (const role of ['representative', 'team-lead'] as const) {
      const rep = await createRep(administrator, { role });
      const browser = { cookie: undefined };
      await entryClient(server, browser).call('admin.signIn', { userId: rep.userId, password: rep.password });
      const panel = adminClient(server, browser);
      const { id, fullName, displayName, email } = rep.account;
      const own = { kind: 'account', account: id } as const;
      const setting = { allow: ['shell' as const], deny: [] };
      await assert.rejects(panel.call('rights.set', { subject: own, setting }), hasCode('not-allowed'));
      const raised = { id, fullName, displayName, email, role: 'administrator' as const };
      await assert.rejects(panel.call('accounts.update', raised), hasCode('not-allowed'));
      const fresh = {
        userId: `made-by-${role}`,
        fullName,
        displayName,
        email,
        role: 'administrator' as const,
        password: 'a long enough password',
        channels: [],
      };
      assert.equal((await post(server, '/api/admin/accounts.create', fresh, { browser })).status, 403);
      await assert.rejects(panel.call('channels.create', { name: 'Mine', description: '' }), hasCode('not-allowed'));
      await server.printed(new RegExp(`actor="${id}" action="rights\\.set".*outcome="refused"`));
    }
    const { total } = await administrator.panel.call('accounts.page', {
      search: 'made by',
      filters: {},
      sort: 'name',
      direction: 'ascending',
      cursor: null,
      size: 5,
    });
    assert.equal(total.count, 0);
  });

  it('decides nothing for who is not there, and nothing twice', async () => {
    const nobody = { kind: 'account', account: newId(AccountId) } as const;
    await assert.rejects(set(nobody, ['control'], []), hasCode('not-found'));
    await assert.rejects(set({ kind: 'role', role: 'team-lead' }, ['control'], ['control']), hasCode('invalid'));
  });
});

function hasCode(code: string, text = /./) {
  return (error: unknown) => error instanceof AppError && error.code === code && text.test(error.message);
}
