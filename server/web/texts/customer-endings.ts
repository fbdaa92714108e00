/** The customer's words of endings, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { endingTexts as de } from './customer-endings-de.ts';
import { endingTexts as en } from './customer-endings-en.ts';

export const endingTexts = pickTexts({ en, de });
