import type { Brief } from '../../shared/contract/member.ts';
import type { OfferRow } from '../../shared/ui/offer-card.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { memberTexts } from '../texts/members-en.ts';

const words = memberTexts.transfer;
const parts = ['wanted', 'tried', 'state', 'promised'] as const;

/** A brief as rows of a card: only what somebody has written. */
export function briefRows(brief: Brief | null | undefined): OfferRow[] {
  if (brief === null || brief === undefined) return [];
  return parts
    .filter((part) => brief[part] !== '')
    .map((part) => ({ label: words[part], value: <OutsideText as="message" text={brief[part]} /> }));
}
