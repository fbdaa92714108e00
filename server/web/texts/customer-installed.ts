/** The words for the installed program, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { installedTexts as de } from './customer-installed-de.ts';
import { installedTexts as en } from './customer-installed-en.ts';

export const installedTexts = pickTexts({ en, de });
