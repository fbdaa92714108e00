/** Accounts as a file for a spreadsheet, and what a file would do to the accounts that are there. */
import * as v from 'valibot';
import { Role, UserId } from './account.ts';
import { Nothing, operation } from './contract.ts';
import { LedGroups } from './group.ts';
import { AccountId, ChannelId, GroupId } from './identifiers.ts';
import { Capacity } from './queue-settings.ts';
import { CsvFile } from './statistics-operations.ts';
import { OptionalEmail, PersonName } from './text.ts';

/** The columns of such a file, in the order of an export. Nothing secret is among them. */
export const accountFileColumns = [
  'userId',
  'fullName',
  'displayName',
  'email',
  'role',
  'state',
  'group',
  'leads',
  'channels',
  'capacity',
] as const;
export type AccountFileColumn = (typeof accountFileColumns)[number];

/** What one file may have at most; `bytes` in UTF-8. */
export const accountFileLimits = { rows: 2000, bytes: 400_000 } as const;

const Line = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What an account is to be, all of it but its user ID and password. */
const wanted = {
  fullName: PersonName,
  displayName: PersonName,
  email: OptionalEmail,
  role: Role,
  disabled: v.boolean(),
  group: v.nullable(GroupId),
  leads: LedGroups,
  channels: v.array(ChannelId),
  capacity: Capacity,
};

/** One field of an account as it stands in files, before and after. */
const Change = v.strictObject({ column: v.picklist(accountFileColumns), before: v.string(), after: v.string() });

/** What one line of a file means. `line` is its number in the file, from 1, the heads counted too. */
export const ImportLine = v.variant('is', [
  v.strictObject({ is: v.literal('new'), line: Line, userId: UserId, ...wanted }),
  v.strictObject({
    is: v.literal('changed'),
    line: Line,
    id: AccountId,
    userId: v.string(),
    ...wanted,
    changes: v.array(Change),
  }),
  v.strictObject({ is: v.literal('unchanged'), line: Line, userId: v.string() }),
  v.strictObject({
    is: v.literal('wrong'),
    line: Line,
    /** As it was written. */
    userId: v.string(),
    /** Sentences that say what to mend. */
    problems: v.array(v.string()),
  }),
]);
export type ImportLine = v.InferOutput<typeof ImportLine>;

/** Everything a file would do. */
export const ImportPlan = v.strictObject({
  lines: v.array(ImportLine),
  /** Heads of columns that mean nothing here and are left out. */
  ignored: v.array(v.string()),
});
export type ImportPlan = v.InferOutput<typeof ImportPlan>;

export const adminAccountFileOperations = {
  /** All accounts in the columns that an import takes. */
  'accounts.export': operation(Nothing, CsvFile),
  /** Says what a file would do; nothing is written. `invalid` says what is wrong with the file as a whole. */
  'accounts.planImport': operation(
    v.strictObject({ text: v.pipe(v.string(), v.maxLength(accountFileLimits.bytes, 'is too long')) }),
    ImportPlan,
  ),
};
