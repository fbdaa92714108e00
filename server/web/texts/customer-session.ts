/** What is lent, as people call it, in the language of the page; the rest of a session's sentences is a part of `texts`. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { customerHands as de } from './customer-session-de.ts';
import { customerHands as en } from './customer-session-en.ts';

export const customerHands = pickTexts({ en, de });
