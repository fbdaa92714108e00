import assert from 'node:assert/strict';
import type { AuditFilters } from '../../../shared/contract/audit-operations.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { adminClient, entryClient } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { createRep, finishSetUp } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { openDatabase } from '../../../server/database/open-database.ts';
import { storeOptions } from '../database/a-store.ts';

const everything: AuditFilters = {
  search: '',
  actor: '',
  action: '',
  target: '',
  outcome: null,
  from: null,
  until: null,
  after: null,
};

describe('The audit trail', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  const list = async (filters: Partial<AuditFilters>, size = 100) =>
    administrator.panel.call('audit.list', { ...everything, ...filters, size });
  /** Entries are stored behind the answer: asks until there are so many. */
  const listed = async (filters: Partial<AuditFilters>, least = 1) => {
    for (let looks = 0; ; looks += 1) {
      const { entries } = await list(filters);
      if (entries.length >= least || looks > 200) return entries;
    }
  };

  it('says who changed what of whom, from what to what, and no secret', async () => {
    const rep = await createRep(administrator, { displayName: 'Ana' });
    const { id, fullName, email } = rep.account;
    const wanted = { id, fullName, email, displayName: 'Anni', role: 'team-lead' } as const;
    await administrator.panel.call('accounts.update', wanted);
    await administrator.panel.call('accounts.setPassword', { id, password: 'a secret of hers' });
    const [changed] = await listed({ target: id, action: 'accounts.update' });
    assert.equal(changed?.actor, administrator.account.id);
    assert.equal(changed?.actorName, 'Maria Okafor (maria)');
    assert.match(changed?.targetName ?? '', /^Ana Example \(rep-/);
    assert.deepEqual(changed?.changes, [
      { field: 'displayName', before: 'Ana', after: 'Anni' },
      { field: 'role', before: 'representative', after: 'team-lead' },
    ]);
    const [made] = await listed({ target: id, action: 'accounts.create' });
    assert.deepEqual(
      made?.changes.find(({ field }) => field === 'role'),
      { field: 'role', before: null, after: 'representative' },
    );
    await listed({ target: id, action: 'accounts.setPassword' });
    const { text } = await administrator.panel.call('audit.export', { ...everything, format: 'ndjson' });
    assert.doesNotMatch(text, /a secret of hers|scrypt/);
  });

  it('holds what was refused for want of rights, and finds it by outcome, actor and the beginning of a word', async () => {
    const rep = await createRep(administrator, { userId: 'curious' });
    const browser: Browser = { cookie: undefined };
    await entryClient(server, browser).call('admin.signIn', { userId: rep.userId, password: rep.password });
    await assert.rejects(
      adminClient(server, browser).call('audit.list', { ...everything, size: 1 }),
      (error) => error instanceof AppError && error.code === 'not-allowed',
    );
    const [refused] = await listed({ outcome: 'refused', actor: rep.account.id });
    assert.equal(refused?.action, 'audit.list');
    assert.ok((await listed({ search: 'CURI' })).some(({ actor }) => actor === rep.account.id));
    assert.ok((await listed({ search: 'setpass' })).every(({ action }) => action === 'accounts.setPassword'));
    assert.deepEqual(await list({ search: '.*' }), { entries: [], next: null });
    assert.deepEqual((await list({ until: 1 })).entries, []);
  });

  it('is read page by page without loss, and exported with formulas defused', async () => {
    await administrator.panel.call('channels.create', { name: '=HYPERLINK("x")', description: '' });
    await listed({ action: 'channels.create' });
    const whole = (await list({})).entries;
    const pages: number[] = [];
    let after: AuditFilters['after'] = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ after }, 3);
      pages.push(...page.entries.map(({ n }) => n));
      after = page.next;
    } while (after !== null);
    assert.deepEqual(
      pages,
      whole.map(({ n }) => n),
    );
    assert.deepEqual(
      pages.toSorted((one, other) => one - other),
      pages.map((_n, index) => index + 1),
    );
    const { text, next } = await administrator.panel.call('audit.export', { ...everything, format: 'csv' });
    assert.equal(next, null);
    assert.match(text, /^n,time,actor,actorName,action,target,targetName,address,outcome,changes,hash\r\n/);
    assert.ok(text.includes(`"'=HYPERLINK(""x"")"`), text);
  });

  it('numbers entries that come at the same moment without gap, and the chain holds', async () => {
    const channels = Array.from({ length: 12 }, (_none, index) => ({ name: `Channel ${index}`, description: '' }));
    await Promise.all(channels.map((channel) => administrator.panel.call('channels.create', channel)));
    await listed({ action: 'channels.create', search: 'channel' }, 12);
    const checked = await administrator.panel.call('audit.check', { from: 0 });
    assert.equal(checked.broken, null);
    assert.equal(checked.through, (await list({}, 1)).entries[0]?.n);
  });

  it('shows by its chain what was changed or taken out behind its back', async () => {
    const own = await startServerProcess();
    const founder = await finishSetUp(own);
    for (const name of ['One', 'Two', 'Three']) await founder.panel.call('organisation.update', { name });
    // Entries are stored after the answer.
    await until('the entries', async () => (await founder.panel.call('audit.check', { from: 0 })).through >= 4);
    await own.kill9();
    assert.equal((await runServerCommand(['data:check'], own.dataFolder)).code, 0);

    let address = '';
    await inStore(own.dataFolder, async (db) => {
      const audit = db.collection<{ _id: string; n: number; address: string }>('audit');
      address = (await audit.findOne({ n: 2 }))?.address ?? '';
      await audit.updateOne({ n: 2 }, { $set: { address: '203.0.113.1' } });
    });
    const changed = await runServerCommand(['data:check'], own.dataFolder);
    assert.match(changed.output, /Audit trail: entry 2 or the one before it was changed/);
    assert.equal(changed.code, 1);
    const again = await startServerProcess({ dataFolder: own.dataFolder });
    try {
      const panel = adminClient(again, founder.browser);
      assert.deepEqual((await panel.call('audit.check', { from: 0 })).broken, { n: 2, how: 'changed' });
    } finally {
      await again.kill9();
    }

    await inStore(own.dataFolder, async (db) => {
      await db.collection('audit').deleteOne({ n: 3 });
      await db.collection('audit').updateOne({ n: 2 }, { $set: { address } });
    });
    assert.match((await runServerCommand(['data:check'], own.dataFolder)).output, /Audit trail: entry 3 is missing/);
  }).timeout(180_000);
});

/** What somebody does who can write into the store, behind the back of every server. */
async function inStore(folder: string, change: (db: Db) => Promise<void>): Promise<void> {
  const database = await openDatabase(storeOptions(folder));
  const client = await new MongoClient(database.uri).connect();
  try {
    await change(client.db());
  } finally {
    await client.close();
    await database.close();
  }
}
