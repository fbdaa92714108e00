import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createConnection, trusted } from 'mongoose';
import type { Connection } from 'mongoose';
import { accountModel, listKeys } from '../../../server/accounts/account-model.ts';
import type { AccountModel } from '../../../server/accounts/account-model.ts';
import { createAccountPages } from '../../../server/accounts/account-pages.ts';
import { newId } from '../../../server/secrets/random.ts';
import type { Account } from '../../../shared/contract/account.ts';
import type { AccountQuery } from '../../../shared/contract/account-operations.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { AccountId } from '../../../shared/contract/identifiers.ts';
import { post } from '../../support/http-client.ts';
import { createRep, finishSetUp } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { startStore } from '../database/a-store.ts';
import type { AStore } from '../database/a-store.ts';

const start: AccountQuery = {
  search: '',
  filters: {},
  sort: 'name',
  direction: 'ascending',
  cursor: null,
  size: 7,
};

describe('the list of accounts', () => {
  let store: AStore;
  let connection: Connection;
  let model: AccountModel;
  let page: (query: AccountQuery) => Promise<{ items: readonly Account[]; next: string | null; total: object }>;

  const people = Array.from({ length: 60 }, (_none, index) => ({
    userId: `user-${String(index).padStart(2, '0')}`,
    // Many of the same name, so that pages end among those alike.
    fullName: ['Ana Petrescu', 'Émile Brand', 'Zoe Adler'][index % 3] ?? '',
    displayName: `Person ${index}`,
    email: index % 10 === 0 ? `p${index}@ostervale.example` : '',
    role: index % 4 === 0 ? ('team-lead' as const) : ('representative' as const),
    disabled: index % 5 === 0,
    lastSeenAt: index % 2 === 0 ? 0 : 1000 + (index % 6),
  }));

  before(async () => {
    store = await startStore();
    connection = await createConnection(store.uri, { bufferCommands: false }).asPromise();
    model = accountModel(connection);
    await model.init();
    await model.insertMany(
      people.map((person) => ({
        _id: newId(AccountId),
        ...person,
        ...listKeys(person),
        userIdKey: person.userId,
        passwordHash: 'none',
        createdAt: 1,
      })),
    );
    page = createAccountPages({
      model,
      channels: { find: () => Promise.resolve(undefined), channelsOf: () => Promise.resolve(new Map()) },
      groups: { tree: () => Promise.resolve([]) },
    });
  });
  after(async () => {
    await connection.close();
    await store.end();
  });

  const all = async (query: Partial<AccountQuery>) => {
    const found: Account[] = [];
    let cursor: string | null = null;
    do {
      const { items, next } = await page({ ...start, ...query, cursor });
      found.push(...items);
      cursor = next;
    } while (cursor !== null);
    return found;
  };

  for (const sort of ['name', 'userId', 'role', 'state', 'seen'] as const) {
    for (const direction of ['ascending', 'descending'] as const) {
      it(`has everybody once on its pages, sorted by ${sort}, ${direction}`, async () => {
        const found = await all({ sort, direction });
        assert.equal(new Set(found.map(({ id }) => id)).size, people.length);
        const keys = found.map((account) => sortedBy(account, sort));
        const way = direction === 'ascending' ? 1 : -1;
        assert.deepEqual(
          keys,
          keys.toSorted((one, other) => way * (one < other ? -1 : one > other ? 1 : 0)),
        );
      });
    }
  }

  it('filters and searches at once, and counts what it finds', async () => {
    const filters = { role: 'team-lead', state: 'active' } as const;
    const wanted = people.filter(({ role, disabled }) => role === 'team-lead' && !disabled);
    const { total } = await page({ ...start, filters });
    assert.deepEqual(total, { count: wanted.length, isMore: false });
    const emile = await all({ filters, search: 'brand émi' });
    assert.deepEqual(
      emile.map(({ userId }) => userId).toSorted(),
      wanted.filter(({ fullName }) => fullName === 'Émile Brand').map(({ userId }) => userId),
    );
    assert.equal((await all({ search: '(a+)+$ zzz' })).length, 0);
  });

  it('refuses a cursor that no page ended with', async () => {
    for (const value of [{ $gt: '' }, ['a', 'b', 'c'], [{ $ne: 1 }, 'x'], 'x']) {
      const cursor = Buffer.from(JSON.stringify(value)).toString('base64url');
      await assert.rejects(page({ ...start, cursor }), isInvalid);
    }
    await assert.rejects(page({ ...start, cursor: 'no-json' }), isInvalid);
  });

  it('keeps what it is found by true when somebody is renamed, and refuses what is no search', async () => {
    const server = await startServerProcess();
    try {
      const administrator = await finishSetUp(server);
      const { account } = await createRep(administrator, { displayName: 'Ana' });
      const { id } = account;
      const names = { fullName: 'Zoltán Kiss', displayName: 'Zoli', email: '' };
      await administrator.panel.call('accounts.update', { id, ...names, role: 'representative' });
      const found = await administrator.panel.call('accounts.page', { ...start, search: 'zoltan' });
      assert.deepEqual(
        found.items.map((one) => one.id),
        [id],
      );
      const { browser } = administrator;
      for (const search of ['a!'.repeat(25_000), { $ne: '' }, 'two\nlines']) {
        const refused = await post(server, '/api/admin/accounts.page', { ...start, search }, { browser });
        assert.equal(refused.status, 400);
      }
      const large = await post(server, '/api/admin/accounts.page', { ...start, size: 101 }, { browser });
      assert.equal(large.status, 400);
    } finally {
      await server.stop();
    }
  });

  it('reads no more documents for a late page than for the first one', async () => {
    const examined = async (filter: object) => {
      const explained: unknown = await model
        .find(filter)
        .sort({ nameKey: 1, _id: 1 })
        .limit(8)
        .explain('executionStats');
      return v.parse(Explained, explained).executionStats.totalDocsExamined;
    };
    const late = {
      $and: [
        { nameKey: trusted({ $gte: 'zoe adler' }) },
        { $or: [{ nameKey: trusted({ $gt: 'zoe adler' }) }, { _id: trusted({ $gt: '' }) }] },
      ],
    };
    assert.ok((await examined(late)) <= (await examined({})) + 1);
  });
});

const Explained = v.object({ executionStats: v.object({ totalDocsExamined: v.number() }) });

function sortedBy(account: Account, sort: AccountQuery['sort']): string | number {
  const key = { name: account.fullName.replace('É', 'E'), userId: account.userId, role: account.role };
  if (sort === 'state') return Number(account.disabled);
  return sort === 'seen' ? (account.lastSeenAt ?? 0) : key[sort];
}

function isInvalid(error: unknown): boolean {
  return error instanceof AppError && error.code === 'invalid';
}
