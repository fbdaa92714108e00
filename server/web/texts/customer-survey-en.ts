/** The words of the survey after a session. */
import { firstSurvey } from '../../../shared/contract/survey.ts';

export const surveyTexts = {
  /** Asked until the organisation writes its own question. */
  firstQuestion: firstSurvey.question,
  hint: 'A tap is enough.',
  faces: { 1: 'Very bad', 2: 'Bad', 3: 'So-so', 4: 'Good', 5: 'Very good' },
  comment: 'What could be better?',
  commentHint: 'If you like. Who helped you and their team can read it.',
  send: 'Send',
  sending: 'Sending…',
  thanks: 'Noted, thank you. You can change it as long as this page stands open.',
  thanksForWords: 'Your words are noted, thank you.',
} as const;
