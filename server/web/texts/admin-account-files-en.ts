/** Accounts out as a file, and in from one. */
import type { AccountFileColumn } from '../../../shared/contract/account-file.ts';
import { count } from './count.ts';

const columns: Record<AccountFileColumn, string> = {
  userId: 'user ID',
  fullName: 'full name',
  displayName: 'display name',
  email: 'e-mail',
  role: 'role',
  state: 'state',
  group: 'group',
  leads: 'leads',
  channels: 'channels',
  capacity: 'customers at once',
};

const nothing = 'nothing';
const accounts = (number: number) => count(number, 'account', 'accounts');

export const accountFileTexts = {
  export: 'Export',
  exporting: 'Exporting…',
  import: 'Import…',
  title: 'Import accounts',
  choose: 'The file',
  chooseHint: 'CSV in UTF-8, with commas, semicolons or tabs. What Export gives has the right columns.',
  chooseFile: 'Choose a CSV file…',
  chooseOther: 'Choose another file…',
  reading: 'Reading…',
  firstNothing: 'First you see what it would do. Nothing is written before you say so.',
  columns:
    'Columns: User ID, Full name, Display name, E-mail, Role, State, Group, Leads, Channels, Customers at once. Only User ID is needed, and Full name for new accounts; a column that is not there changes nothing.',
  passwords: 'Passwords are never in such a file. New accounts get one each, which you save as a file at the end.',
  tooLarge: 'This file is larger than 400 kB. Split it into several.',
  notUtf8: 'This file is not in UTF-8, so names in it would be spoiled. Save it as “CSV UTF-8”, then choose it again.',
  unreadable: 'This file cannot be read. Choose it again.',

  figures: { new: 'To be made', changed: 'To be changed', unchanged: 'As they are', wrong: 'Wrong, left out' },
  ignored: (heads: readonly string[]) =>
    `${heads.length === 1 ? 'A column means' : 'Columns mean'} nothing here and ${heads.length === 1 ? 'is' : 'are'} left out: ${heads.join(', ')}.`,
  caption: 'What the file would do',
  heads: { line: 'Line', userId: 'User ID', what: 'What would happen' },
  is: { new: 'New', changed: 'Changed', wrong: 'Wrong' },
  made: (fullName: string, role: string) => `${fullName}, ${role}`,
  change: (column: AccountFileColumn, before: string, after: string) =>
    `${columns[column]}: ${before || nothing} → ${after || nothing}`,
  more: (lines: number) => `And ${count(lines, 'line', 'lines')} more.`,
  nothingToDo: 'Everything in this file is as it is already. There is nothing to do.',
  act: (fresh: number, changed: number) =>
    [
      ...(fresh === 0 ? [] : [`make ${accounts(fresh)}`]),
      ...(changed === 0 ? [] : [`change ${accounts(changed)}`]),
    ].join(' and '),
  asActor: (act: string) => `${act.slice(0, 1).toUpperCase()}${act.slice(1)}`,

  ask: {
    title: (act: string) => `${act.slice(0, 1).toUpperCase()}${act.slice(1)}?`,
    made: (number: number) => `${accounts(number)} can sign in then, each with a password of its own.`,
    disabled: (names: readonly string[]) =>
      `Switched off are ${names.join(', ')}: signed out everywhere within a second, out of sessions too. Their history stays.`,
    wrong: (lines: number) => `${count(lines, 'wrong line is', 'wrong lines are')} left out.`,
    stop: 'Nothing can be taken back at once: what is done stays when you leave this page in between.',
    keep: 'Do nothing',
  },

  doing: (done: number, all: number) => `${done} of ${all}`,
  importing: 'Importing',

  outcome: {
    done: (fresh: number, changed: number) => `${accounts(fresh)} made, ${accounts(changed)} changed.`,
    broken: (left: number) =>
      `The server does not answer any more, so ${count(left, 'line is', 'lines are')} still to be done. What is listed as done is done.`,
    goOn: 'Go on',
    failed: (lines: number) => `${count(lines, 'line', 'lines')} could not be done:`,
    failedLine: (line: number, userId: string, why: string) => `Line ${line}, ${userId}: ${why}`,
    passwords: (number: number) =>
      `${count(number, 'new password', 'new passwords')}, to be handed on. They are not kept anywhere: save them before you leave.`,
    save: 'Save passwords as a file',
    saved: 'The file with the passwords is saved. Remove it when they are handed on.',
    toList: 'To the accounts',
  },
  passwordHeads: ['User ID', 'Full name', 'Password'],
} as const;
