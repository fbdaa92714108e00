/** What a file would do to the accounts that are there, line by line. Pure: nothing is written. */
import * as v from 'valibot';
import { UserId } from '../../shared/contract/account.ts';
import type { Account } from '../../shared/contract/account.ts';
import { accountFileColumns } from '../../shared/contract/account-file.ts';
import type { ImportLine } from '../../shared/contract/account-file.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import { accountFileTexts as texts } from '../texts/account-file-en.ts';
import { cellsOf } from './account-cells.ts';
import type { Directory, FiledAccount } from './account-cells.ts';
import { cellReaders } from './read-cells.ts';
import type { FileLine } from './read-account-file.ts';

export interface Known extends Directory {
  readonly accounts: readonly Account[];
  /** Who imports: stays an administrator, so that there is always one. */
  readonly self: AccountId;
}

export function planImport(lines: readonly FileLine[], known: Known): ImportLine[] {
  const accounts = new Map(known.accounts.map((account) => [account.userId.toLowerCase(), account]));
  const readers = cellReaders(known);
  const firstLine = new Map<string, number>();

  return lines.map(({ line, cells, problem }) => {
    const { userId = '' } = cells;
    const key = userId.toLowerCase();
    const wrong = (problems: string[]): ImportLine => ({ is: 'wrong', line, userId: userId.slice(0, 100), problems });
    if (problem !== undefined) return wrong([problem]);
    const account = accounts.get(key);
    if (account === undefined && !v.is(UserId, userId)) return wrong([texts.userId]);
    const before = firstLine.get(key);
    if (before !== undefined) return wrong([texts.twice(before)]);
    firstLine.set(key, line);

    const current = account === undefined ? undefined : cellsOf(account, known);
    const problems: string[] = [];
    let wanted: FiledAccount = account ?? freshAccount(userId, cells.fullName ?? '');
    for (const column of accountFileColumns) {
      const cell = cells[column];
      if (column === 'userId' || cell === undefined || cell === current?.[column]) continue;
      const read = readers[column](cell);
      if ('problem' in read) problems.push(read.problem);
      else wanted = { ...wanted, ...read };
    }
    if (account === undefined && cells.fullName === undefined) problems.push(texts.fullName);
    if (account?.id === known.self && wanted.role !== 'administrator') problems.push(texts.ownRole);
    if (account?.id === known.self && wanted.disabled) problems.push(texts.ownState);
    if (problems.length > 0) return wrong([...new Set(problems)]);
    return settled(line, wanted, account, known);
  });
}

function settled(line: number, wanted: FiledAccount, account: Account | undefined, known: Directory): ImportLine {
  const { fullName, displayName, email, role, disabled, group, leads, channels, capacity } = wanted;
  const fields = { fullName, displayName, email, role, disabled, group, leads, channels, capacity };
  if (account === undefined) return { is: 'new', line, userId: wanted.userId, ...fields };
  const [before, after] = [cellsOf(account, known), cellsOf(wanted, known)];
  const changes = accountFileColumns
    .filter((column) => before[column] !== after[column])
    .map((column) => ({ column, before: before[column], after: after[column] }));
  const { id, userId } = account;
  return changes.length === 0
    ? { is: 'unchanged', line, userId }
    : { is: 'changed', line, id, userId, ...fields, changes };
}

/** A rep without anything; customers read the first name unless the file says another one. */
function freshAccount(userId: string, fullName: string): FiledAccount {
  return {
    userId,
    fullName,
    displayName: fullName.trim().split(/\s+/)[0] ?? '',
    email: '',
    role: 'representative',
    disabled: false,
    group: null,
    leads: [],
    channels: [],
    capacity: null,
  };
}
