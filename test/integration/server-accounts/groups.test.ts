import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTreeOrder } from '../../../shared/contract/group-tree.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CountedGroup } from '../../../shared/contract/group-operations.ts';
import { adminClient, entryClient } from '../../support/http-client.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { tamper } from '../server-data/tamper.ts';

describe('groups of accounts', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  const make = async (name: string, parent: string | null = null) => {
    const { groups } = await administrator.panel.call('groups.create', { name, parent });
    const made = groups.find((group) => group.name === name && group.parent === parent);
    assert.ok(made);
    return made.id;
  };

  it('keeps an account in its group, and tells its extension when that changes', async () => {
    const desk = await make('Desk');
    const rep = await createRep(administrator, { displayName: 'Ana' });
    assert.equal(rep.account.group, null);
    const link = await repOnline(server, rep);
    const { id, fullName, displayName, email, role } = rep.account;
    const names = { id, fullName, displayName, email, role };
    await administrator.panel.call('accounts.update', { ...names, group: desk });
    await link.event('account.changed', ({ account }) => account.group === desk);
    // What is left out stays.
    const { account } = await administrator.panel.call('accounts.update', { ...names, leads: [desk] });
    assert.deepEqual([account.group, account.leads], [desk, [desk]]);
    const counted = (await administrator.panel.call('groups.list', {})).groups;
    assert.equal(counted.find((group) => group.id === desk)?.accounts, 1);
    link.close();
  });

  it('removes a group only when it is empty, or sends who stands in it where it is told', async () => {
    const [old, target] = [await make('Old desk'), await make('New desk')];
    const rep = await createRep(administrator);
    const { id, fullName, displayName, email } = rep.account;
    const place = { id, fullName, displayName, email, role: 'team-lead' as const, group: old, leads: [old] };
    await administrator.panel.call('accounts.update', place);
    await assert.rejects(administrator.panel.call('groups.remove', { id: old }), hasCode('not-allowed'));
    await administrator.panel.call('groups.remove', { id: old, moveTo: target });
    const { accounts } = await administrator.panel.call('accounts.list', {});
    const moved = accounts.find((account) => account.id === id);
    assert.deepEqual([moved?.group, moved?.leads], [target, []]);
    await assert.rejects(administrator.panel.call('accounts.update', place), hasCode('not-found'));
  });

  it('makes no circle when two administrators move two groups below each other at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [one, other] = [await make(`One ${round}`), await make(`Other ${round}`)];
      const moves = await Promise.allSettled([
        administrator.panel.call('groups.move', { id: one, parent: other }),
        administrator.panel.call('groups.move', { id: other, parent: one }),
      ]);
      assert.equal(moves.filter(({ status }) => status === 'fulfilled').length, 1);
      const { groups } = await administrator.panel.call('groups.list', {});
      assert.equal(inTreeOrder(groups).length, groups.length, 'somebody stands in a circle');
    }
  });

  it('loses none of the groups that many make at once, and lets one of two have a name', async () => {
    const before = (await administrator.panel.call('groups.list', {})).groups.length;
    const names = [...Array.from({ length: 12 }, (_none, index) => `Many ${index}`), 'Same', 'same'];
    const made = await Promise.allSettled(
      names.map((name) => administrator.panel.call('groups.create', { name, parent: null })),
    );
    assert.equal(made.filter(({ status }) => status === 'rejected').length, 1);
    const groups: CountedGroup[] = (await administrator.panel.call('groups.list', {})).groups;
    assert.equal(groups.length, before + 13);
  });

  it('finds accounts a place at the next start when a removal was cut off', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'rh-groups-'));
    const own = await startServerProcess({ dataFolder });
    const first = await finishSetUp(own);
    const { groups } = await first.panel.call('groups.create', { name: 'Desk', parent: null });
    const group = groups[0]?.id;
    assert.ok(group);
    const { account } = await first.panel.call('accounts.create', {
      userId: 'ana',
      fullName: 'Ana',
      displayName: 'Ana',
      email: '',
      role: 'representative',
      password: 'a password for a rep',
      channels: [],
      group,
    });
    assert.equal(account.group, group);
    await own.stop();
    await tamper(dataFolder, async (db) => {
      await db.collection('groups').updateMany({}, { $set: { groups: [] } });
    });
    const again = await startServerProcess({ dataFolder });
    try {
      const browser = { cookie: undefined };
      const { userId, password } = first;
      await entryClient(again, browser).call('admin.signIn', { userId, password });
      const { accounts } = await adminClient(again, browser).call('accounts.list', {});
      assert.equal(accounts.find(({ id }) => id === account.id)?.group, null);
    } finally {
      await again.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});

function hasCode(code: string) {
  return (error: unknown) => error instanceof AppError && error.code === code;
}
