/** Accounts out as a file and in again, through the server's own operations. */
import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { adminClient, entryClient, post } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { createRep, finishSetUp } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

describe('Accounts as a file', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    await createRep(administrator, { displayName: '=HYPERLINK("http://x.example")', userId: 'eve' });
  });
  after(() => server?.stop());

  const planned = (text: string) => administrator.panel.call('accounts.planImport', { text });

  it('have no secret and no formula among them, and change nothing when they come back [H-21]', async () => {
    const { text, fileName } = await administrator.panel.call('accounts.export', {});
    assert.equal(fileName, 'accounts.csv');
    assert.ok(text.startsWith('\ufeff'));
    assert.doesNotMatch(text, /scrypt|password/i);
    const rows = Papa.parse<string[]>(text.slice(1)).data;
    assert.ok(rows.flat().some((cell) => cell === '\'=HYPERLINK("http://x.example")'));
    assert.ok(rows.flat().every((cell) => !/^[=+\-@\t\r]/.test(cell)));
    const { lines, ignored } = await planned(text);
    assert.deepEqual(ignored, []);
    assert.deepEqual(
      lines.map(({ is }) => is),
      ['unchanged', 'unchanged'],
    );
  });

  it('are written into the audit trail when they leave, and not when somebody only looks what a file would do', async () => {
    await planned('User ID,Full name\nben,Ben Adler');
    const { entries } = await administrator.panel.call('audit.list', {
      ...{ search: '', actor: '', action: '', target: '', outcome: null, from: null, until: null, after: null },
      size: 50,
    });
    assert.ok(entries.some(({ action, outcome }) => action === 'accounts.export' && outcome === 'done'));
    assert.ok(entries.every(({ action }) => action !== 'accounts.planImport'));
  });

  it('write nothing while they are looked at', async () => {
    const before = await administrator.panel.call('accounts.list', {});
    const { lines } = await planned('User ID,Full name,State\nben,Ben Adler,\neve,Eve,disabled\nmaria,,disabled');
    assert.deepEqual(
      lines.map(({ is }) => is),
      ['new', 'changed', 'wrong'],
    );
    assert.deepEqual(await administrator.panel.call('accounts.list', {}), before);
  });

  it('are refused in words when they are no such file, and unread when they are ten megabytes', async () => {
    const { browser } = administrator;
    await assert.rejects(planned('a;b\n1;2'), /no column “User ID”/);
    await assert.rejects(planned('User ID\nJ\ufffdrgen'), /not in UTF-8/);
    const ask = (text: unknown) => post(server, '/api/admin/accounts.planImport', { text }, { browser });
    assert.equal((await ask('User ID\n'.padEnd(10_000_000, 'x\n'))).status, 413);
    assert.equal((await ask('User ID\n'.padEnd(450_000, 'x'))).status, 400);
    assert.equal((await ask({ $gt: '' })).status, 400);
  });

  it('are an administrator’s alone', async () => {
    const { userId, password } = await createRep(administrator, { role: 'team-lead' });
    const browser: Browser = { cookie: undefined };
    await entryClient(server, browser).call('admin.signIn', { userId, password });
    const lead = adminClient(server, browser);
    await assert.rejects(lead.call('accounts.export', {}), { code: 'not-allowed' });
    await assert.rejects(lead.call('accounts.planImport', { text: 'User ID\nben' }), { code: 'not-allowed' });
  });
});
