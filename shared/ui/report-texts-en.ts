/** What a session's report is made of, in the words that the panel and the web panel share. */
import type { Phase, ReportField, ReportOutcome } from '../contract/report.ts';

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

export const reportTextsEn = {
  fields,
  outcomes,
  noOutcome: 'Not said yet',
  phases,
  incident: {
    placeholder: 'Type to search the incidents',
    nothingFits: 'No incident fits',
    clear: 'No incident',
  },
  version: (version: number) => `Version ${version}`,
};
