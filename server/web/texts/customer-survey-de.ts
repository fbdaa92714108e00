/** The words of the survey after a session, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { surveyTexts as english } from './customer-survey-en.ts';

export const surveyTexts: Translation<typeof english> = {
  firstQuestion: 'Hat es geholfen?',
  hint: 'Ein Tipp genügt.',
  faces: { 1: 'Sehr schlecht', 2: 'Schlecht', 3: 'Mittel', 4: 'Gut', 5: 'Sehr gut' },
  comment: 'Was könnte besser sein?',
  commentHint: 'Wenn Sie möchten. Wer Ihnen geholfen hat und das Team dazu können es lesen.',
  send: 'Senden',
  sending: 'Wird gesendet…',
  thanks: 'Notiert, danke. Sie können es ändern, solange diese Seite offen ist.',
  thanksForWords: 'Ihre Worte sind notiert, danke.',
};
