/** The words of installing the extension, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { installTexts as de } from './customer-install-de.ts';
import { installTexts as en } from './customer-install-en.ts';

export const installTexts = pickTexts({ en, de });
