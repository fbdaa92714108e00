/** The customer's words of reservation, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { reservationTexts as de } from './customer-reservation-de.ts';
import { reservationTexts as en } from './customer-reservation-en.ts';

export const reservationTexts = pickTexts({ en, de });
