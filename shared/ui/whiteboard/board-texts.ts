/** The whiteboard's own words, in the language of the page. */
import { pickTexts } from '../pick-texts.ts';
import { boardTextsDe as de } from './board-texts-de.ts';
import { boardTextsEn as en } from './board-texts-en.ts';

export const boardTexts = pickTexts({ en, de });
