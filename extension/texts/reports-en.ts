/** Notes, reports, and what was before. */
import type { SameAs } from '../../shared/contract/past-session.ts';
import type { Phase, ReportField, ReportOutcome } from '../../shared/contract/report.ts';

const outcomes: Record<ReportOutcome, string> = {
  solved: 'Solved',
  unsolved: 'Not solved',
  'follow-up': 'To be followed up',
};

const fields: Record<ReportField, string> = {
  customer: 'Customer',
  phone: 'Phone',
  email: 'E-mail',
  incident: 'Incident',
  reason: 'Reason for support',
  outcome: 'Outcome',
  done: 'What was done',
};

const phases: Record<Phase, string> = {
  waiting: 'Waited',
  chat: 'Chat',
  seeing: 'Seeing',
  controlling: 'Controlling',
  paused: 'Paused',
};

/** The words of the report, its notes, the history and the sessions before. */
export const reportTexts = {
  report: {
    tab: 'Report',
    title: 'Session report',
    loading: 'Loading the report',
    fields,
    outcomes,
    noOutcome: 'Not said yet',
    incident: {
      placeholder: 'Type to search the incidents',
      nothingFits: 'No incident fits',
      clear: 'No incident',
      empty: 'There are no incidents to choose from. An administrator can make them.',
      guessed: (words: string) => `Guessed from: ${words}. Change it if it is another one.`,
    },
    doneHint: 'Written from the log. Correct it and add what is missing.',
    save: 'Save report',
    saveAgain: 'Save changes',
    saving: 'Saving…',
    saved: (name: string, time: string) => `Saved by ${name}, ${time}`,
    unsaved: 'Not saved yet',
    changed: 'Changes are not saved yet',
    discard: 'Discard changes',
    overtaken: (name: string) => `${name} has saved this report meanwhile. What you changed is kept here.`,
    goOn: 'Go on with mine',
    tooLong: 'Some field is longer than it may be. Shorten it, then save.',
    said: 'Report saved.',
    facts: 'From the log',
    phases,
    stretches: (count: number) => `${count} times`,
    now: 'now',
    asked: (time: string) => `Asked at ${time}`,
    acts: (count: number) => (count === 1 ? '1 event' : `${count} events`),
    actsLeftOut: (count: number) => `${count} more are in the log.`,
    versions: (count: number) => `Versions (${count})`,
    version: (version: number) => `Version ${version}`,
    by: (name: string, day: string, time: string) => `${name}, ${day}, ${time}`,
    fromWebPanel: 'web panel',
    first: 'As it was saved first',
    same: 'Nothing changed',
    nothing: 'empty',
    before: 'before',
    after: 'now',
  },
  notes: {
    title: 'Notes',
    repsOnly: 'Reps only',
    label: 'Note for reps',
    hint: 'Never shown to the customer. Ctrl+Enter adds it.',
    add: 'Add note',
    adding: 'Adding…',
    none: 'No notes yet.',
    loading: 'Loading the notes',
    edit: 'Change this note',
    edited: 'changed',
    change: 'Save note',
    cancel: 'Cancel',
    remove: 'Remove this note',
    removeTitle: 'Remove this note?',
    removeText: 'Nobody finds it any more. This cannot be undone.',
    removeNow: 'Remove note',
    keep: 'Keep it',
    intoReport: 'Put into the report',
    open: 'Note for reps',
  },
  due: {
    title: 'Reports to finish',
    write: 'Write',
    writeFor: (name: string) => `Write the report of ${name}`,
    leaveOut: 'No report',
    leaveOutFor: (name: string) => `No report for ${name}`,
    more: 'There are older ones in the history.',
  },
  past: {
    title: (count: number, isMore: boolean) =>
      isMore ? `More than ${count} past sessions` : count === 1 ? '1 past session' : `${count} past sessions`,
    list: 'Past sessions of this customer',
    latest: (what: string, day: string) => `last: ${what} · ${day}`,
    sameAs: {
      browser: 'same browser',
      email: 'by e-mail, unproven',
      computer: 'by computer name, unproven',
    } satisfies Record<SameAs, string>,
    noReport: 'No report.',
  },
  history: {
    search: 'Search customer, reason or chat',
    from: 'From',
    to: 'To',
    nothingFound: 'No session fits. Search for other words or days.',
    tooLong: 'Search for fewer or shorter words.',
    reportDue: 'no report',
    conversation: 'Log',
  },
};
