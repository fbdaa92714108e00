/** The customer's words of pages, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { pageTexts as de } from './customer-pages-de.ts';
import { pageTexts as en } from './customer-pages-en.ts';

export const pageTexts = pickTexts({ en, de });
