import assert from 'node:assert/strict';
import type { AuditFilters } from '../../../shared/contract/audit-operations.ts';
import type { RightSubject, Tool } from '../../../shared/contract/right.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { adminClient, entryClient } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { openDatabase } from '../../../server/database/open-database.ts';
import { momentIn } from '../../../server/statistics/periods.ts';
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

  it('says whose permissions were changed, and which, and finds them by whose they are', async () => {
    const { id } = administrator.account;
    const { groups } = await administrator.panel.call('groups.create', { name: 'Night shift', parent: null });
    const group = groups.find(({ name }) => name === 'Night shift')?.id;
    assert.ok(group);
    const set = (subject: RightSubject, allow: Tool[], deny: Tool[] = []) =>
      administrator.panel.call('rights.set', { subject, setting: { allow, deny } });
    await set({ kind: 'account', account: id }, ['control', 'shell'], ['chat']);
    await set({ kind: 'account', account: id }, ['control']);
    await set({ kind: 'group', group }, ['recording']);
    await set({ kind: 'role', role: 'team-lead' }, [], ['view']);
    const [taken, given] = await listed({ action: 'rights.set', target: `account:${id}` }, 2);
    assert.equal(given?.targetName, 'Maria Okafor (maria)');
    assert.deepEqual(given?.changes, [
      { field: 'allow', before: null, after: '["control","shell"]' },
      { field: 'deny', before: null, after: '["chat"]' },
    ]);
    assert.deepEqual(taken?.changes, [
      { field: 'allow', before: '["control","shell"]', after: '["control"]' },
      { field: 'deny', before: '["chat"]', after: null },
    ]);
    assert.equal((await listed({ action: 'rights.set', target: `group:${group}` }))[0]?.targetName, 'Night shift');
    assert.equal((await listed({ action: 'rights.set', target: 'role:team-lead' }))[0]?.targetName, 'team-lead');
  });

  it('names what was added to a list, also of two that come at once', async () => {
    const { panel } = administrator;
    const [one, other] = await Promise.all(
      ['First', 'Second'].map((name) => panel.call('groups.create', { name, parent: null })),
    );
    const all = [...(one?.groups ?? []), ...(other?.groups ?? [])];
    for (const name of ['First', 'Second']) {
      const [made] = await listed({ action: 'groups.create', search: name.toLowerCase() });
      assert.equal(made?.targetName, name);
      assert.equal(made.target, all.find((group) => group.name === name)?.id);
    }
    const { incidents } = await panel.call('incidents.add', { name: 'Printer', parent: null, channels: [] });
    const [incident] = await listed({ action: 'incidents.add' });
    assert.deepEqual([incident?.target, incident?.targetName], [incidents[0]?.id, 'Printer']);
    const item = { kind: 'favorite', name: 'Manual', address: 'https://manual.example/' } as const;
    const { items } = await panel.call('shared.add', { parent: null, item });
    const [shared] = await listed({ action: 'shared.add' });
    assert.deepEqual([shared?.target, shared?.targetName], [items[0]?.id, 'Manual']);
    assert.ok(shared?.changes.some(({ field, after: now }) => field === 'address' && now === item.address));
  });

  it('says from what to what an account’s seats and a channel’s hours were changed', async () => {
    const { id, capacity } = (await createRep(administrator)).account;
    assert.equal(capacity, null);
    await administrator.panel.call('accounts.setCapacity', { id, capacity: 4 });
    const [seats] = await listed({ action: 'accounts.setCapacity', target: id });
    assert.deepEqual(seats?.changes, [{ field: 'capacity', before: null, after: '4' }]);
    const made = await administrator.panel.call('channels.create', { name: 'By night', description: '' });
    const channel = made.channel.id;
    const hours = { week: null, holidays: [] };
    await administrator.panel.call('channels.setReserving', { id: channel, hours, reservationQueue: 3 });
    const [reserving] = await listed({ action: 'channels.setReserving', target: channel });
    assert.equal(reserving?.targetName, 'By night');
    assert.ok(reserving.changes.some(({ field, after: now }) => field === 'reservationQueue' && now === '3'));
  });

  it('holds that a session’s log was read, wherever the reading begins', async () => {
    const rep = await repOnline(server, await createRep(administrator));
    const { session } = await rep.call('sessions.start', { customer: 'Marta' });
    for (const from of [0, 1]) await administrator.panel.call('sessions.log', { id: session.id, after: from });
    const read = await listed({ action: 'sessions.log', target: session.id }, 2);
    assert.deepEqual(
      read.map(({ actor, outcome }) => [actor, outcome]),
      [0, 1].map(() => [administrator.account.id, 'done']),
    );
    rep.close();
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
    assert.deepEqual((await list({ until: '1970-01-01' })).entries, []);
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

  it('is looked for by whole days of the organisation’s time zone, whatever day it is elsewhere', async () => {
    const { panel } = administrator;
    const { times } = await panel.call('organisation.times', {});
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await panel.call('organisation.setTimes', { ...times, timeZone });
      assert.equal((await panel.call('self.get', {})).timeZone, timeZone);
      const [entry] = await listed({ action: 'organisation.setTimes' });
      assert.ok(entry);
      const there = spanOfDay(entry.at, timeZone);
      const onThatDay = { action: 'organisation.setTimes', from: there.day, until: there.day };
      assert.ok((await listed(onThatDay)).some(({ n }) => n === entry.n));
      for (const { at } of await listed(onThatDay)) assert.equal(spanOfDay(at, timeZone).day, there.day);
      assert.deepEqual((await list({ ...onThatDay, from: there.next, until: null })).entries, []);
    }
    await panel.call('organisation.setTimes', times);
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

/** The calendar day of a moment in a zone, and the day after it. */
function spanOfDay(at: number, timeZone: string): { day: string; next: string } {
  const day = momentIn(timeZone, at).slice(0, 10);
  return { day, next: new Date(Date.parse(day) + 24 * 60 * 60_000).toISOString().slice(0, 10) };
}
