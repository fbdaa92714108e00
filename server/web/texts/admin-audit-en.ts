/** The audit trail in the web panel. */
import type { AuditOutcome } from '../../../shared/contract/audit-operations.ts';
import { count } from './count.ts';

/** Acts in words; those that are not here stand by their name alone. */
const actions: Readonly<Record<string, string>> = {
  'accounts.create': 'Made an account',
  'accounts.update': 'Changed an account',
  'accounts.setPassword': 'Set a password',
  'accounts.setDisabled': 'Switched an account on or off',
  'accounts.setPicture': 'Changed a picture',
  'accounts.resetTwoStep': 'Reset a second step',
  'accounts.requireTwoStep': 'Changed whether an account must use two steps',
  'administrator.reset': 'Reset an administrator on the server',
  'audit.export': 'Exported the audit trail',
  'audit.left-out': 'Entries that were left out',
  'channels.create': 'Made a channel',
  'channels.update': 'Changed a channel',
  'channels.setMembers': 'Changed who is in a channel',
  'channels.remove': 'Removed a channel',
  'codes.guessed': 'Connection codes were guessed at',
  'organisation.update': 'Changed the organisation',
  'self.update': 'Changed the own names',
  'self.setPassword': 'Changed the own password',
  'self.beginTwoStep': 'Began to set up the second step',
  'self.confirmTwoStep': 'Switched two-step sign-in on',
  'self.renewRecovery': 'Made new recovery codes',
  'self.endTwoStep': 'Switched two-step sign-in off',
  'setup.finish': 'Set the server up',
  'sign-in.extension': 'Signed in to the extension',
  'sign-in.panel': 'Signed in to the web panel',
  'sign-in.second-step': 'Code of the second step',
  'sign-out': 'Signed out',
  'team.look': 'Looked at the team',
  'team.take': 'Took a waiting customer',
  'team.assign': 'Assigned a waiting customer',
  'team.prioritise': 'Changed how much a request presses',
  'twoStep.require': 'Changed who must use two steps',
};

export const auditTexts = {
  title: 'Audit trail',
  search: 'Search',
  searchHint: 'The beginning of a name, an act or an id.',
  outcome: 'Outcome',
  anyOutcome: 'Any outcome',
  outcomes: { done: 'Done', failed: 'Failed', refused: 'Refused' } satisfies Record<AuditOutcome, string>,
  from: 'From day',
  until: 'To day',
  only: {
    actor: (name: string) => `Only by ${name}`,
    action: (name: string) => `Only ${name}`,
    target: (name: string) => `Only about ${name}`,
  },
  drop: (filter: string) => `${filter}: show all again`,
  columns: { n: 'No.', at: 'When', actor: 'Who', action: 'What', target: 'About', outcome: 'Outcome', address: 'From' },
  action: (name: string) => actions[name] ?? name,
  change: (field: string, before: string | null, after: string | null) => {
    const name = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (before === null) return `${name}: ${after ?? ''}`;
    return `${name}: ${before} → ${after ?? 'nothing'}`;
  },
  none: 'No entry fits. Change what you look for.',
  older: 'Show older ones',
  loadingOlder: 'Loading…',
  csv: 'Export as CSV',
  ndjson: 'Export as NDJSON',
  exporting: (entries: number) => `${count(entries, 'part', 'parts')}…`,
  check: 'Check the chain',
  checking: 'Checking…',
  whole: (n: number, hash: string) =>
    `The chain is whole: ${count(n, 'entry', 'entries')}. Last hash: ${hash}. Kept elsewhere, it shows later that none was taken off the end.`,
  broken: {
    gap: (n: number) =>
      `The chain is broken: entry ${n} is missing. Keep the data as they are, and compare them with a backup.`,
    changed: (n: number) =>
      `The chain is broken: entry ${n}, or the one before it, was changed. Keep the data as they are, and compare them with a backup.`,
  },
} as const;
