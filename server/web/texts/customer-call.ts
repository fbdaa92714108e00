/** The customer's words of call, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { callTexts as de } from './customer-call-de.ts';
import { callTexts as en } from './customer-call-en.ts';

export const callTexts = pickTexts({ en, de });
