/** The customer's words of invite, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { inviteTexts as de } from './customer-invite-de.ts';
import { inviteTexts as en } from './customer-invite-en.ts';

export const inviteTexts = pickTexts({ en, de });
