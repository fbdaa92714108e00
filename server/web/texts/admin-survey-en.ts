/** The survey after sessions: what is asked, and what came of it. */
import type { SurveySetting } from '../../../shared/contract/survey.ts';
import { count } from './count.ts';

export const surveyTexts = {
  title: 'Survey',
  customer: {
    title: 'Customers',
    hint: 'Below the summary of a session. Optional, one tap; whoever wants writes a line to it.',
    ask: 'Ask customers',
    question: 'Question',
    questionHint: 'They answer with one of five faces, from very bad to very good.',
    wrong: 'Write one line of 1 to 80 characters.',
  },
  rep: {
    title: 'Reps',
    hint: 'In the summary of a session: yes, partly or no. Customers do not see it.',
    ask: 'Ask reps whether it is solved',
  },
  changes: {
    asksCustomer: (is: boolean) => (is ? 'customers are asked' : 'customers are not asked'),
    question: (is: string) => `question “${is}”`,
    asksRep: (is: boolean) => (is ? 'reps are asked' : 'reps are not asked'),
  } satisfies Record<keyof SurveySetting, unknown>,
  seeAlso: 'What they answered stands in the statistics',

  faces: { 1: 'Very bad', 2: 'Bad', 3: 'So-so', 4: 'Good', 5: 'Very good' },
  solved: { yes: 'Solved', partly: 'Partly solved', no: 'Not solved' },

  figures: {
    content: 'Content',
    contentNote: (answers: number, average: string) => `${count(answers, 'answer', 'answers')}, ${average} of 5`,
    solved: 'Solved',
    solvedNote: (answers: number) => `of ${answers} judged`,
  },
  columns: { content: 'Content', solved: 'Solved' },
  /** A part of some answers. */
  of: (part: string, answers: number) => `${part} of ${answers}`,
  comments: {
    title: 'What customers wrote',
    detail: 'after their sessions, the newest first; the file holds answers without words too',
    none: 'Nobody wrote anything in these days.',
    when: 'When',
    face: 'Answer',
    words: 'Words',
    solved: 'Solved',
    verdicts: { yes: 'Yes', partly: 'Partly', no: 'No' },
    rep: 'Representative',
    more: 'Show more',
  },
  ofSession: { customer: 'Customer’s answer', rep: 'Rep’s answer' },
  withWords: (face: string, comment: string) => (comment === '' ? face : `${face}: ${comment}`),
} as const;
