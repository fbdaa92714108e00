/** The customer's words of incidents, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { incidentTexts as de } from './customer-incidents-de.ts';
import { incidentTexts as en } from './customer-incidents-en.ts';

export const incidentTexts = pickTexts({ en, de });
