/** What stands in files of accounts, and what is wrong with a file that is to be imported. */
import type { AccountFileColumn } from '../../shared/contract/account-file.ts';

export const accountFileTexts = {
  /** The heads of the columns. */
  heads: {
    userId: 'User ID',
    fullName: 'Full name',
    displayName: 'Display name',
    email: 'E-mail',
    role: 'Role',
    state: 'State',
    group: 'Group',
    leads: 'Leads',
    channels: 'Channels',
    capacity: 'Customers at once',
  } satisfies Record<AccountFileColumn, string>,
  states: { active: 'active', disabled: 'disabled' },

  /** The file as a whole. */
  notUtf8: 'This file is not in UTF-8, so names in it would be spoiled. Save it as “CSV UTF-8”, then choose it again.',
  noUserId: 'The first line has no column “User ID”. Export the accounts to see which columns a file has.',
  headTwice: (head: string) => `The column “${head}” stands in the first line twice. Remove one of them.`,
  quotes: (line: number) => `A quotation mark in line ${line} is not closed. Mend it, then choose the file again.`,
  empty: 'This file has no line below the heads.',
  tooManyLines: (most: number) => `This file has more than ${most} lines. Split it into several.`,

  /** One line. */
  cells: (cells: number, heads: number) => `The line has ${cells} cells, the first line has ${heads}.`,
  userId: 'The user ID must be 2 to 64 letters, digits, dots, dashes, underscores or @.',
  twice: (line: number) => `The same user ID stands in line ${line} already.`,
  fullName: 'The full name must be 1 to 80 letters.',
  displayName: 'The display name must be 1 to 80 letters.',
  email: 'The e-mail must be an address such as name@example.com, or empty.',
  role: (cell: string) => `There is no role “${cell}”. Roles are administrator, team-lead and representative.`,
  state: (cell: string) => `There is no state “${cell}”. An account is active or disabled.`,
  group: (name: string) => `There is no group “${name}”. Write it with those above it: Support › Printing.`,
  groups: (name: string) => `There are several groups “${name}”. Set it on the account’s page.`,
  tooManyLed: 'Nobody can lead more than 50 groups.',
  channel: (name: string) => `There is no channel “${name}”.`,
  channels: (name: string) => `There are several channels “${name}”. Set it on the account’s page.`,
  capacity: 'Customers at once must be a number from 1 to 99, or empty.',
  ownRole: 'This is your own account: you stay an administrator. Let another administrator change that.',
  ownState: 'This is your own account: it stays active. Let another administrator switch it off.',
} as const;
