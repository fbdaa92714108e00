/** The customer's words of brand, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { brandTexts as de } from './customer-brand-de.ts';
import { brandTexts as en } from './customer-brand-en.ts';

export const brandTexts = pickTexts({ en, de });
