/** Session reports and notes in the web panel. */
import type { Phase, ReportField, ReportOutcome } from '../../../shared/contract/report.ts';

const fields: Record<ReportField, string> = {
  customer: 'Customer',
  phone: 'Phone',
  email: 'E-mail',
  incident: 'Incident',
  reason: 'Reason for support',
  outcome: 'Outcome',
  done: 'What was done',
};

const outcomes: Record<ReportOutcome, string> = {
  solved: 'Solved',
  unsolved: 'Not solved',
  'follow-up': 'To be followed up',
};

const phases: Record<Phase, string> = {
  waiting: 'Waited',
  chat: 'Chat',
  seeing: 'Seeing',
  controlling: 'Controlling',
  paused: 'Paused',
};

export const reportTexts = {
  title: 'Report',
  edit: 'Edit report',
  cancel: 'Stop editing',
  editing: 'What you save becomes a further version. The one before stays.',
  draft: 'Nobody has saved this report yet. This is what the log comes to.',
  saved: (name: string, day: string, time: string) => `Saved by ${name}, ${day}, ${time}`,
  said: 'Report saved.',
  fields,
  outcomes,
  noOutcome: 'Not said yet',
  none: 'none',
  incident: {
    placeholder: 'Type to search the incidents',
    nothingFits: 'No incident fits',
    clear: 'No incident',
  },
  guessed: (words: string) => `guessed from: ${words}`,
  wrong: {
    customer: 'Write at most 80 characters.',
    phone: 'Write at most 60 characters.',
    email: 'Write at most 254 characters.',
    reason: 'Write at most 200 characters.',
    done: 'Write at most 8000 characters.',
  },
  overtaken: 'Somebody saved this report meanwhile. Your changes are kept: look at the newest version, then save.',
  phasesTitle: 'Times',
  phases,
  span: (from: string, to: string | null, stretches: number) =>
    `${from} to ${to ?? 'now'}${stretches > 1 ? `, ${stretches} times` : ''}`,
  versions: 'Versions',
  version: (version: number) => `Version ${version}`,
  fromWebPanel: 'in the web panel',
  first: 'As it was saved first.',
  same: 'Says the same as the version before.',
  before: 'Before:',
  now: 'Now:',
  notes: 'Notes of the representatives',
  noNotes: 'There are no notes.',
  repsOnly: 'reps only',
  edited: (time: string) => `changed ${time}`,
};
