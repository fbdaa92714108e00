/** The customer's words of the tools on the computer, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { toolTexts as de } from './customer-tools-de.ts';
import { toolTexts as en } from './customer-tools-en.ts';

export const toolTexts = pickTexts({ en, de });
