/** The customer's words of survey, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { surveyTexts as de } from './customer-survey-de.ts';
import { surveyTexts as en } from './customer-survey-en.ts';

export const surveyTexts = pickTexts({ en, de });
