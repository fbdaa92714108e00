/** Session reports and notes in the web panel. */
import { reportTextsEn } from '../../../shared/ui/report-texts-en.ts';

export const reportTexts = {
  ...reportTextsEn,
  title: 'Report',
  edit: 'Edit report',
  cancel: 'Stop editing',
  editing: 'What you save becomes a further version. The one before stays.',
  draft: 'Nobody has saved this report yet. This is what the log comes to.',
  saved: (name: string, day: string, time: string) => `Saved by ${name}, ${day}, ${time}`,
  none: 'none',
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
  span: (from: string, to: string | null, stretches: number) =>
    `${from} to ${to ?? 'now'}${stretches > 1 ? `, ${stretches} times` : ''}`,
  versions: 'Versions',
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
