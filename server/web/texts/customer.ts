/** Every sentence of the customer's pages, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { texts as de } from './customer-de.ts';
import { texts as en } from './customer-en.ts';

export const texts = pickTexts({ en, de });
