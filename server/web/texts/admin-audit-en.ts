/** The audit trail in the web panel. */
import type { AuditOutcome } from '../../../shared/contract/audit-operations.ts';
import { count } from './count.ts';

/** Settings and lists of the organisation. */
const settings: Readonly<Record<string, string>> = {
  'accounts.setCapacity': 'Changed customers at once',
  'branding.setLogo': 'Changed the logo',
  'branding.update': 'Changed the branding',
  'channels.setReserving': 'Changed hours and reservations',
  'groups.create': 'Made a group',
  'groups.move': 'Moved a group',
  'groups.remove': 'Removed a group',
  'groups.rename': 'Renamed a group',
  'helpDesks.update': 'Changed the help desks',
  'incidents.add': 'Added a support incident',
  'incidents.change': 'Changed a support incident',
  'incidents.move': 'Moved a support incident',
  'incidents.setRetired': 'Retired or brought back a support incident',
  'mail.remove': 'Removed the mail server',
  'mail.test': 'Sent a test mail',
  'mail.update': 'Changed the mail server',
  'organisation.setTimes': 'Changed time zone and reservations',
  'queueDefaults.update': 'Changed the queue',
  'relay.remove': 'Removed the relay',
  'relay.test': 'Tried the relay',
  'relay.update': 'Changed the relay',
  'rights.set': 'Changed permissions',
  'sessions.csv': 'Exported sessions',
  'sessions.log': 'Read a session log',
  'sessions.read': 'Opened a session',
  'sessions.recording': 'Looked at the recording of a command line',
  'surveys.csv': 'Exported the survey',
  'surveys.update': 'Changed the survey',
  'sessions.report': 'Read a session report',
  'sessions.saveReport': 'Saved a session report',
  'shared.add': 'Added a shared item',
  'shared.change': 'Changed a shared item',
  'shared.move': 'Moved a shared item',
  'shared.remove': 'Removed a shared item',
};

/** Who acts without an account. */
const actors: Readonly<Record<string, string>> = {
  customer: 'A customer',
  server: 'The server',
  'set-up': 'Whoever set it up',
};

/** Acts in words; those that are not here stand by their name alone. */
const actions: Readonly<Record<string, string>> = {
  ...settings,
  'accounts.create': 'Made an account',
  'accounts.export': 'Exported the accounts',
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
  'channels.changeMembers': 'Changed who is in a channel',
  // Its name in the entries of before.
  'channels.setMembers': 'Changed who is in a channel',
  'channels.remove': 'Removed a channel',
  'codes.guessed': 'Connection codes were guessed at',
  'customers.find': 'Looked for a customer’s data',
  'customers.read': 'Exported a customer’s data',
  'customers.erase': 'Erased a customer’s data',
  'organisation.update': 'Changed the organisation',
  'files.setLimits': 'Changed how large files in chats may be',
  'shells.setSettings': 'Changed whether command lines are recorded',
  'retention.update': 'Changed how long data are kept',
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
  searchHint: 'The beginning of a name, an act or an id',
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
  actor: (name: string) => actors[name] ?? name,
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
