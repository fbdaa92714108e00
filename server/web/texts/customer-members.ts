/** The customer's words of members, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { customerMemberTexts as de } from './customer-members-de.ts';
import { customerMemberTexts as en } from './customer-members-en.ts';

export const customerMemberTexts = pickTexts({ en, de });
