import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { CannotStart } from '../../../server/cannot-start.ts';
import { allMigrations } from '../../../server/database/migrations/all-migrations.ts';
import { migrate } from '../../../server/database/migrations/migrate.ts';
import type { Migration } from '../../../server/database/migrations/migration.ts';
import { aDataFolderOf } from '../../fixtures/data-folders.ts';
import { adminClient, entryClient } from '../../support/http-client.ts';
import { allHistory } from '../../support/all-history.ts';
import { repOnline } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import { aFolder, endStore, startStore } from '../database/a-store.ts';
import type { AStore } from '../database/a-store.ts';

const people = (db: Db) => db.collection<{ _id: number; name: string; greeting?: string }>('people');
const quickLock = { leaseMs: 60_000, renewMs: 20_000, lookMs: 10, patienceMs: 20_000 };

/**
 * The data folders of earlier builds, how many steps their builds knew, and which sessions are still open. The second knew that its rep
 * was gone: a session that waits for so long for its rep ends with the start.
 */
const earlierBuilds = [
  ['data-1', 0, ['waiting-code']],
  ['data-2', 2, []],
] as const;

describe('Data of an earlier build', () => {
  for (const [name, knownSteps, open] of earlierBuilds) {
    it(`open in this one, ${name}: people sign in, read the history with its log, and the line goes on`, async () => {
      const dataFolder = aDataFolderOf(name);
      const server = await startServerProcess({ passwordsFaster: 1, dataFolder });
      try {
        const backup = /The backup lies in (\S+)/.exec(server.output())?.[1];
        // Only what is changed needs one.
        const isChanged = allMigrations.length > knownSteps;
        assert.equal(backup !== undefined && existsSync(backup), isChanged, server.output());
        const rep = await repOnline(server, { userId: 'ana', password: 'made for the fixture only' });
        const { organisation, requests, sessions } = await rep.call('snapshot.get', {});
        assert.equal(organisation.name, 'Harbour Street School');
        assert.deepEqual(
          [requests.map(({ name, email }) => [name, email]), sessions.map(({ state }) => state)],
          [[['Juan', 'juan@example.org']], [...open]],
        );
        const { items } = await rep.call('sessions.history', allHistory);
        const [past] = items;
        assert.deepEqual([items.length, past?.customer], [1, 'Márta Nagy']);
        assert.ok(past);
        const { entries } = await rep.call('log.after', { session: past.session, seq: 0 });
        assert.deepEqual(
          entries.flatMap((entry) => (entry.kind === 'chat' ? [entry.text] : [])),
          ['It prints only half.', 'Let me look. May I? 👀', 'The paper size was A5.'],
        );
        assert.deepEqual(
          entries.map(({ seq }) => seq),
          entries.map((_, index) => index + 1),
        );
        const { session } = await rep.call('requests.claim', { request: requests[0]?.id ?? '' });
        assert.equal(session.state, 'live');
        rep.close();

        const browser = { cookie: undefined };
        await entryClient(server, browser).call('admin.signIn', { userId: 'maria', password: 'correct horse battery' });
        const { accounts } = await adminClient(server, browser).call('accounts.list', {});
        assert.deepEqual(
          accounts.map(({ displayName }) => displayName),
          ['Ana', 'Béla', 'Maria'],
        );
      } finally {
        await server.stop();
      }
      const again = await startServerProcess({ passwordsFaster: 1, dataFolder });
      assert.doesNotMatch(again.output(), /backup/i);
      await again.stop();
      const { code, output } = await runServerCommand(['data:check'], dataFolder);
      assert.equal(code, 0, output);
      const store = await startStore(dataFolder);
      const unsaid = { $or: [{ finished: { $exists: false } }, { state: 'ended', finished: false }] };
      assert.equal(await store.db.collection('sessions').countDocuments(unsaid), 0);
      assert.equal(await store.db.collection('rep_standings').countDocuments({ active: { $exists: true } }), 0);
      await endStore(store);
    });
  }
});

describe('An export of an earlier build', () => {
  for (const [name] of earlierBuilds)
    it(`is read by this one, which then opens the data: ${name}`, () => importFrom(name));

  async function importFrom(name: string) {
    const dataFolder = aFolder();
    const exported = join(import.meta.dirname, '../../fixtures', name, 'export');
    const { code, output } = await runServerCommand(['data:import', exported], dataFolder);
    assert.equal(code, 0, output);
    const server = await startServerProcess({ passwordsFaster: 1, dataFolder });
    const rep = await repOnline(server, { userId: 'ana', password: 'made for the fixture only' });
    const { items } = await rep.call('sessions.history', allHistory);
    assert.equal(items.length, 1);
    rep.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true });
  }
});

describe('Bringing data up to date', () => {
  let store: AStore;
  const told: string[] = [];

  beforeEach(async () => {
    store = await startStore();
    told.length = 0;
    await people(store.db).insertMany([
      { _id: 1, name: 'Ana' },
      { _id: 2, name: 'Bo' },
    ]);
  });
  afterEach(() => endStore(store));

  const order = (steps: readonly Migration[], db = store.db) => ({
    db,
    kind: 'embedded' as const,
    dataFolder: store.folder,
    log: { info: (line: string) => told.push(line), error: (line: string) => told.push(line) },
    now: () => new Date(),
    steps,
    lockTimes: quickLock,
  });
  const greets = (name: string, onRun: () => void = () => undefined): Migration => ({
    name,
    async run(db) {
      onRun();
      await people(db).updateMany({ greeting: { $exists: false } }, { $set: { greeting: 'Hello' } });
    },
  });

  it('runs each step once, in order, after a backup that is named', async () => {
    const ran: string[] = [];
    const steps = ['0001-one', '0002-two'].map((name) => greets(name, () => ran.push(name)));
    await migrate(order(steps));
    await migrate(order(steps));
    assert.deepEqual(ran, ['0001-one', '0002-two']);
    const backup = told.join('\n').match(/The backup lies in (\S+-before-0001-one)/)?.[1] ?? '';
    assert.equal((await runServerCommand(['data:check', backup], store.folder)).code, 0);
    assert.equal(await people(store.db).countDocuments({ greeting: 'Hello' }), 2);
  });

  it('goes on with a step that broke off, without another backup', async () => {
    const breaks: Migration = {
      name: '0001-one',
      async run(db) {
        await people(db).updateOne({ _id: 1 }, { $set: { greeting: 'Hello' } });
        throw new Error('the power went');
      },
    };
    await assert.rejects(
      migrate(order([breaks])),
      (error) => error instanceof CannotStart && /power went/.test(error.message),
    );
    await migrate(order([greets('0001-one')]));
    assert.equal(await people(store.db).countDocuments({ greeting: 'Hello' }), 2);
    assert.equal(told.filter((line) => line.startsWith('The backup lies in')).length, 1);
    assert.match(told.join('\n'), /broke off. The backup of before lies in/);
  });

  it('is done by one of two processes that start at the same moment', async () => {
    let running = 0;
    let ran = 0;
    const slow: Migration = {
      name: '0001-one',
      async run(db) {
        running += 1;
        ran += 1;
        assert.equal(running, 1);
        await greets('0001-one').run(db);
        running -= 1;
      },
    };
    const other = await new MongoClient(store.database.uri).connect();
    await Promise.all([migrate(order([slow])), migrate(order([slow], other.db()))]);
    await other.close();
    assert.equal(ran, 1);
  });

  it('refuses data that a newer program wrote, and says how to go back', async () => {
    await migrate(order([greets('0001-one'), greets('0002-from-the-future')]));
    await assert.rejects(
      migrate(order([greets('0001-one')])),
      /written by a newer RemoteHelp .*0002-from-the-future.*data:restore/,
    );
  });

  it('has steps whose names give their order', () => {
    const names = allMigrations.map(({ name }) => name);
    const numbers = names.map((name) => Number(/^(\d{4})-[a-z-]+$/.exec(name)?.[1]));
    // A number may be left out, never taken twice.
    assert.deepEqual(
      numbers,
      [...new Set(numbers)].toSorted((one, other) => one - other),
    );
    assert.ok(numbers.every((number) => number > 0));
  });
});
