/** The customer's words of files, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { fileTexts as de } from './customer-files-de.ts';
import { fileTexts as en } from './customer-files-en.ts';

export const fileTexts = pickTexts({ en, de });
