/** The customer's words of whiteboard, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { whiteboardTexts as de } from './customer-whiteboard-de.ts';
import { whiteboardTexts as en } from './customer-whiteboard-en.ts';

export const whiteboardTexts = pickTexts({ en, de });
