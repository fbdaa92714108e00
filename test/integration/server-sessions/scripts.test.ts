import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import type { ListedScript, ScriptDraft } from '../../../shared/contract/script.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator, HostLink, Rep, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { auditOf } from '../server-accounts/audit-of.ts';
import { aJoinedHost, aLiveSession, grant, refuses } from './sessions-for-tests.ts';

const draft: ScriptDraft = {
  name: 'Empty the print queue',
  group: 'Printers',
  description: 'Removes every job that waits.',
  systems: ['linux'],
  interpreter: 'sh',
  parameters: [{ name: 'PRINTER', label: 'Printer', kind: 'text', choices: [], isRequired: true }],
  limitSeconds: 60,
  text: 'cancel -a "$PARAM_PRINTER"',
};

describe('Scripts of the organisation', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let account: Rep;
  let rep: RepLink;
  let host: HostLink;
  let script: ListedScript;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    account = await createRep(administrator, { displayName: 'Ana' });
    rep = await repOnline(server, account);
  });
  after(async () => {
    host?.close();
    rep.close();
    await server.stop();
  });

  it('are written by administrators, listed for reps without their texts, and read whole', async () => {
    const { panel } = administrator;
    const { scripts } = await panel.call('scripts.add', { item: draft });
    const [first] = scripts;
    assert.ok(first);
    script = first;
    await refuses(panel.call('scripts.add', { item: { ...draft, name: 'empty the print QUEUE' } }), 'already-exists');
    const listed = await rep.call('scripts.list', {});
    assert.deepEqual(listed.scripts, [script]);
    assert.ok(!('text' in script));
    const { script: whole } = await rep.call('scripts.read', { id: script.id });
    assert.deepEqual([whole.text, whole.revision], [draft.text, 1]);
  });

  it('are told to nobody who may use no actions', async () => {
    const { id } = account.account;
    const subject = { kind: 'account', account: id } as const;
    await administrator.panel.call('rights.set', { subject, setting: { allow: [], deny: ['actions'] } });
    await refuses(rep.call('scripts.list', {}), 'not-allowed');
    await refuses(rep.call('scripts.read', { id: script.id }), 'not-allowed');
    await administrator.panel.call('rights.set', { subject, setting: { allow: [], deny: [] } });
  });

  it('reach the host by its own link while actions are granted, in the revision that was read and in no other', async () => {
    const { customer, session } = await aLiveSession(server, rep);
    ({ host } = await aJoinedHost(server, customer, session));
    const wanted = { session, id: script.id, revision: 1 };
    await refuses(host.call('script.get', wanted), 'not-allowed');
    await grant(rep, host, session, 'actions');
    assert.equal((await host.call('script.get', wanted)).script.text, draft.text);

    const { panel } = administrator;
    await panel.call('scripts.change', { id: script.id, revision: 1, item: { ...draft, text: 'cancel -x' } });
    await refuses(host.call('script.get', wanted), 'already-taken', /changed meanwhile/);
    assert.equal((await host.call('script.get', { ...wanted, revision: 2 })).script.text, 'cancel -x');
    await refuses(
      panel.call('scripts.change', { id: script.id, revision: 1, item: draft }),
      'already-taken',
      /Somebody else has changed/,
    );
    const report = { kind: 'withdrawn', scope: 'actions', place: 'host' } as const;
    await host.call('session.report', { session, clientId: randomId(), report });
    await refuses(host.call('script.get', { ...wanted, revision: 2 }), 'not-allowed');
    customer.close();
  });

  it('are removed for good, and who changed which is in the audit trail', async () => {
    const { panel } = administrator;
    await panel.call('scripts.remove', { id: script.id });
    assert.deepEqual((await rep.call('scripts.list', {})).scripts, []);
    await refuses(rep.call('scripts.read', { id: script.id }), 'not-found');
    const ofScripts = await auditOf(administrator, (entries) =>
      entries.some(({ action }) => action === 'scripts.remove'),
    );
    assert.deepEqual(
      ofScripts
        .filter(({ action, outcome }) => action.startsWith('scripts.') && outcome === 'done')
        .map(({ action, targetName }) => [action, targetName]),
      [
        ['scripts.remove', draft.name],
        ['scripts.change', draft.name],
        ['scripts.add', draft.name],
      ],
    );
    assert.ok(ofScripts.some(({ action, outcome }) => action === 'scripts.change' && outcome === 'failed'));
  });
});
