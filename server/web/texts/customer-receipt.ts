/** The customer's words of receipt, in the language of the page. */
import { pickTexts } from '../../../shared/ui/pick-texts.ts';
import { receiptTexts as de } from './customer-receipt-de.ts';
import { receiptTexts as en } from './customer-receipt-en.ts';

export const receiptTexts = pickTexts({ en, de });
