import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ImportLine } from '../../../../../../shared/contract/account-file.ts';
import { AppError } from '../../../../../../shared/contract/errors.ts';
import { applyImport, nothingDone } from '../../../../../../server/web/admin/account-files/apply-import.ts';
import type { LineToDo } from '../../../../../../server/web/admin/account-files/apply-import.ts';
import { aPanel, anAccount } from '../a-panel.ts';

const wanted = {
  ...{ userId: 'ben', fullName: 'Ben Adler', displayName: 'Ben', email: '', role: 'representative' },
  ...{ group: null, leads: [], channels: [], capacity: 2, disabled: true },
} as const;

function aLine(): LineToDo {
  const line = v.parse(ImportLine, { is: 'new', line: 2, ...wanted });
  assert.ok(line.is === 'new');
  return line;
}

/** A server that does what it is asked, and whose answer to one operation is lost on the way. */
async function aServer(lost: string) {
  const accounts: (typeof anAccount)[] = [];
  const passwords: unknown[] = [];
  const lose = { next: lost };
  const named = (params: unknown) => {
    const { id } = v.parse(v.looseObject({ id: v.string() }), params);
    return accounts.find((account) => account.id === id) ?? assert.fail('there is such an account');
  };
  const answered = (operation: string, result: unknown) => {
    if (lose.next !== operation) return result;
    lose.next = '';
    throw new AppError('no-answer');
  };
  const change = (operation: string) => (params: unknown) =>
    answered(operation, { account: Object.assign(named(params), params) });
  const { panel } = await aPanel({
    'accounts.create': (params) => {
      const { password, ...fields } = v.parse(v.looseObject({ password: v.string(), userId: v.string() }), params);
      if (accounts.some(({ userId }) => userId === fields.userId)) throw new AppError('already-exists');
      passwords.push(password);
      const account = { ...anAccount, ...fields };
      accounts.push(account);
      return answered('accounts.create', { account });
    },
    'accounts.list': () => ({ accounts }),
    'accounts.get': (params) => ({ account: named(params) }),
    'accounts.update': change('accounts.update'),
    'accounts.setCapacity': change('accounts.setCapacity'),
    'accounts.setDisabled': change('accounts.setDisabled'),
  });
  const go = (...[lines, before]: [readonly LineToDo[], typeof nothingDone]) =>
    applyImport(panel.model.server, lines, before, () => undefined);
  return { accounts, passwords, go };
}

describe('An import of accounts', () => {
  for (const lost of ['accounts.create', 'accounts.setCapacity', 'accounts.setDisabled']) {
    it(`goes on after a broken connection to what the file says, with one password, when the answer to ${lost} is lost`, async () => {
      const { accounts, passwords, go } = await aServer(lost);
      const broken = await go([aLine()], nothingDone);
      assert.equal(broken.left.length, 1);
      const outcome = await go(broken.left, broken);
      assert.deepEqual(
        accounts.map(({ userId, capacity, disabled }) => [userId, capacity, disabled]),
        [['ben', 2, true]],
      );
      assert.deepEqual([outcome.failed, outcome.left], [[], []]);
      assert.deepEqual(
        outcome.made.map(({ password }) => password),
        passwords,
      );
    });
  }

  it('leaves an account alone that somebody else has made under that name in between', async () => {
    const { accounts, go } = await aServer('accounts.create');
    const broken = await go([aLine()], nothingDone);
    accounts.splice(0, 1, { ...anAccount, userId: 'ben', fullName: 'Benedikt Blake' });
    const outcome = await go(broken.left, broken);
    assert.deepEqual([outcome.made, outcome.failed.map(({ line }) => line)], [[], [2]]);
    assert.equal(accounts[0]?.disabled, false);
  });
});
